/** What the reader considered, and why it took or dropped it. */
@NullMarked
@NamedInterface("trace")
package org.readout.extraction.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
