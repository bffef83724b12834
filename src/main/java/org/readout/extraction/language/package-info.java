/** The words of a language by their role: lists and glosses from resource files. Rules hold no words of their own. */
@NullMarked
package org.readout.extraction.language;

import org.jspecify.annotations.NullMarked;
