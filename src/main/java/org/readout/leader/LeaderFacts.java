package org.readout.leader;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a leader. */
record LeaderFacts(
        String id,
        String name,
        @Nullable String wikidataId,
        @Nullable String nativeName,
        List<String> spellings,
        List<TermFacts> terms) {}
