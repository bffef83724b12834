package org.readout.leader;

import java.util.List;

/** A state or organisation and the words that stand for it. */
record PolityFacts(
        String code,
        boolean organisation,
        String name,
        List<String> aliases,
        List<String> demonyms,
        List<String> capitals,
        List<String> seats) {}
