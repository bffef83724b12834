/** What was said, and who said it. */
@NullMarked
package org.readout.extraction.saying;

import org.jspecify.annotations.NullMarked;
