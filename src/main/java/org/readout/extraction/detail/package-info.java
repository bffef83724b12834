/** What else a text tells of a call: its length, who called, the contact before, what follows, who else was there. */
@NullMarked
package org.readout.extraction.detail;

import org.jspecify.annotations.NullMarked;
