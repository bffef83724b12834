/** Lengths of time that a text names, whatever they are of. */
@NullMarked
package org.readout.extraction.duration;

import org.jspecify.annotations.NullMarked;
