/** Who is quoted, and whom an account comes from. */
@NullMarked
package org.readout.extraction.source;

import org.jspecify.annotations.NullMarked;
