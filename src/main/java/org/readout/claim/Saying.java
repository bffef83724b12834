package org.readout.claim;

import org.jspecify.annotations.Nullable;

/**
 * Something said in or about a call.
 *
 * @param saidBy the leader's slug, or the speaker's description
 * @param onBehalfOf the state or organisation spoken for, where known
 * @param relayedBy who passed it on, where the text says so
 * @param quoteType whether it is in quotation marks
 * @param text what was said
 */
public record Saying(
        String saidBy,
        @Nullable String onBehalfOf,
        @Nullable String relayedBy,
        QuoteType quoteType,
        String text) {}
