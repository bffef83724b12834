package org.readout.reconciliation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.QuoteType;

/**
 * What one side said, in the wording chosen and in all others.
 *
 * @param key equal for the same statement in any order of reports
 * @param saidBy the leader's slug, or the speaker's description
 * @param onBehalfOf the state or organisation spoken for
 * @param relayedBy who passed the chosen wording on
 * @param quoteType whether the chosen wording is in quotation marks
 * @param text the chosen wording
 * @param variants every wording with its place, the chosen one first
 * @param articleCount articles that give it
 * @param originCount origins that give it
 */
public record StatementCluster(
        String key,
        String saidBy,
        @Nullable String onBehalfOf,
        @Nullable String relayedBy,
        QuoteType quoteType,
        String text,
        List<Witness> variants,
        int articleCount,
        int originCount) {}
