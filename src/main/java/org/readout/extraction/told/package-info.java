/** Which call each contact is of, and when that was. */
@NullMarked
package org.readout.extraction.told;

import org.jspecify.annotations.NullMarked;
