/** Dates that a text names, whatever they are of. */
@NullMarked
package org.readout.extraction.date;

import org.jspecify.annotations.NullMarked;
