/** Who is named in a text, by name, office, group or pronoun, and who that is. */
@NullMarked
package org.readout.extraction.mention;

import org.jspecify.annotations.NullMarked;
