package org.readout.claim;

import org.jspecify.annotations.Nullable;

/**
 * An earlier contact that a report measures this one against: "first call since December 2022".
 *
 * @param date when it was, or null when the words give none that can be resolved
 * @param first whether the report says that nothing lay between
 */
public record PreviousContact(@Nullable CallDate date, boolean first) {}
