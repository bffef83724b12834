/** The whole store as a file, and back: for moving, keeping and restoring it without the database's own tools. */
@NullMarked
package org.readout.archive;

import org.jspecify.annotations.NullMarked;
