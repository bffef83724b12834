/** Where leaders speak with each other: the words that say so, who, whether it happened, and by what means. */
@NullMarked
package org.readout.extraction.contact;

import org.jspecify.annotations.NullMarked;
