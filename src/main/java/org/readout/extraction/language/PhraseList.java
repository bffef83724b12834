package org.readout.extraction.language;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Phrases that rules look for, each with what it stands for: one or more lists that each {@link Language} fills. */
public final class PhraseList {

    private static final AtomicInteger COUNT = new AtomicInteger();

    final int id = COUNT.getAndIncrement();
    final List<String> names;

    private PhraseList(List<String> names) {
        this.names = names;
    }

    /** The phrases that languages keep under the names. */
    public static PhraseList of(String... names) {
        return new PhraseList(List.of(names));
    }
}
