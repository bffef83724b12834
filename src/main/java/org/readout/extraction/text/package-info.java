/** A text as words, sentences and clauses. */
@NullMarked
package org.readout.extraction.text;

import org.jspecify.annotations.NullMarked;
