package org.readout.claim;

import org.jspecify.annotations.Nullable;

/**
 * What was agreed or planned to come after the call.
 *
 * @param kind CONTACT, CALL, MEETING or BRIEFING
 * @param with the leader's slug it is planned with, where it is not the other side of the call
 * @param date when, where said
 */
public record FollowUp(
        String kind, @Nullable String with, @Nullable CallDate date) {}
