package org.readout.extraction.language;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A role that words play in rules, such as "verbs of saying": a list that each {@link Language} fills with its own words.
 * What rules need of single words goes by the English word as a gloss, "to" say, for whatever a language has in its place.
 */
public final class WordList {

    private static final AtomicInteger COUNT = new AtomicInteger();

    final int id = COUNT.getAndIncrement();
    final String name;
    final List<String> glosses;

    private WordList(String name, List<String> glosses) {
        this.name = name;
        this.glosses = glosses;
    }

    /** The list that languages keep under a name. */
    public static WordList of(String name) {
        return new WordList(name, List.of());
    }

    /** The words that a language has for some English ones. */
    public static WordList glosses(String... glosses) {
        return new WordList("", List.of(glosses));
    }
}
