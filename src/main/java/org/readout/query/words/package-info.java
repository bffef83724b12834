/** Words asked for: how common they are, and where they stand. */
@NullMarked
package org.readout.query.words;

import org.jspecify.annotations.NullMarked;
