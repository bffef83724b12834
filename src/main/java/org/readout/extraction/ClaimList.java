package org.readout.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Claim;
import org.readout.claim.Modality;
import org.readout.claim.Origin;
import org.readout.claim.Property;
import org.readout.claim.Span;
import org.readout.extraction.source.Attribution;
import org.readout.extraction.source.Attributions;
import org.readout.extraction.text.TokenizedText;

/** Collects the claims of one report, equal ones once, each with its origin and who relays it. */
final class ClaimList {

    private final int report;
    private final TokenizedText text;
    private final Attributions attributions;
    private final List<Claim> all = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    ClaimList(int report, TokenizedText text, Attributions attributions) {
        this.report = report;
        this.text = text;
        this.attributions = attributions;
    }

    /** Adds a claim for each source that answers for its words. */
    <C> void add(Property<C> property, @Nullable C value, Span span, Modality modality, String rule) {
        List<Attribution> accounts = attributions.of(Math.min(text.size() - 1, text.tokenAt(span.start())));
        if (accounts.isEmpty()) {
            add(property, value, span, attributions.own(), null, modality, rule);
        }
        accounts.forEach(a -> add(property, value, span, a.origin(), a.relayer(), modality, rule));
    }

    /** Adds a claim of one source. */
    <C> void add(
            Property<C> property,
            @Nullable C value,
            Span span,
            Origin origin,
            @Nullable String relayer,
            Modality modality,
            String rule) {
        if (seen.add(property + " " + span.start() + " " + span.end() + " " + value + " " + origin.key())) {
            String id = "r" + report + "c" + (all.size() + 1);
            all.add(new Claim(id, property, value, span.exact(), span, origin, relayer, modality, rule));
        }
    }

    List<Claim> all() {
        return all;
    }
}
