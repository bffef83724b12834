package org.readout.call;

import java.util.List;
import org.readout.feed.Cause;

/**
 * A record that a call had.
 *
 * @param call the record
 * @param cause why it came to be
 * @param changed the properties whose value or outcome differs from the record before
 */
public record Revision(RecordedCall call, Cause cause, List<String> changed) {}
