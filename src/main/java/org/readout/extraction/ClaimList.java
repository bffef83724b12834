package org.readout.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Claim;
import org.readout.claim.Modality;
import org.readout.claim.Origin;
import org.readout.claim.Property;
import org.readout.claim.Span;

/** Collects the claims of one report, equal ones once, each with its origin and who relays it. */
final class ClaimList {

    private final int report;
    private final TokenizedText text;
    private final AccountOrigins origins;
    private final Map<Integer, Optional<String>> relayers;
    private final List<Claim> all = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    ClaimList(int report, TokenizedText text, AccountOrigins origins, Map<Integer, Optional<String>> relayers) {
        this.report = report;
        this.text = text;
        this.origins = origins;
        this.relayers = relayers;
    }

    <C> void add(Property<C> property, @Nullable C value, Span span, int sentence, Modality modality, String rule) {
        add(property, value, span, origins.of(sentence), modality, rule);
    }

    <C> void add(Property<C> property, @Nullable C value, Span span, Origin origin, Modality modality, String rule) {
        if (!seen.add(property + " " + span.start() + " " + span.end() + " " + value)) {
            return;
        }
        int s = text.sentenceOf(Math.min(text.size() - 1, text.tokenAt(span.start())));
        String relayer = s < 0
                ? null
                : relayers.computeIfAbsent(s, k -> SourceReader.outlet(text, text.sentence(k)))
                        .orElse(null);
        String id = "r" + report + "c" + (all.size() + 1);
        all.add(new Claim(id, property, value, span.exact(), span, origin, relayer, modality, rule));
    }

    List<Claim> all() {
        return all;
    }
}
