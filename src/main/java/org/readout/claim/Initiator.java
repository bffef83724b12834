package org.readout.claim;

import org.jspecify.annotations.Nullable;

/**
 * Who called or asked for the call.
 *
 * @param leaderId the leader's slug, where a person is named
 * @param country the state, where known
 * @param mutual whether both sides are said to have arranged it
 */
public record Initiator(@Nullable String leaderId, @Nullable String country, boolean mutual) {}
