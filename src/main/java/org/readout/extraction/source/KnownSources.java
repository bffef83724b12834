package org.readout.extraction.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;

/** The sources that a text has named so far. */
final class KnownSources {

    private static final WordList ARTICLES = WordList.of("articles");
    private static final int REACH = 12;
    private static final int STEM = 5;

    private final TokenizedText text;
    private final Quotations quotations;
    private final Map<String, Source> byName = new HashMap<>();
    private final List<Source> named = new ArrayList<>();
    private @Nullable Source outlet;

    KnownSources(TokenizedText text, Quotations quotations) {
        this.text = text;
        this.quotations = quotations;
    }

    /** The source of a name: "Peskov"; null where none was given with it. */
    @Nullable
    Source named(String word) {
        return byName.get(word);
    }

    /** The last one between two words who speaks for a side and has a name; null where there is none. */
    @Nullable
    Source spokesman(int from, int to) {
        for (int k = named.size() - 1; k >= 0 && named.get(k).from() >= from; k--) {
            Source one = named.get(k);
            if (one.from() < to
                    && one.kind() == Source.Kind.SIDE
                    && one.origin().name() != null) {
                return one;
            }
        }
        return null;
    }

    /** The last side named that is no leader: whose "the readout" is; null where there is none. */
    @Nullable
    Source sideAgain(int from, int to) {
        for (int k = named.size() - 1; k >= Math.max(0, named.size() - REACH); k--) {
            Source before = named.get(k);
            if (before.kind() == Source.Kind.SIDE) {
                return before.again(from, to);
            }
        }
        return null;
    }

    boolean isEmpty() {
        return named.isEmpty();
    }

    /** The agency or outlet named last; null where there is none. */
    @Nullable
    Source outlet() {
        return outlet;
    }

    /** Remembers a source for those who are named by a part of it later. */
    void note(Source found) {
        String name = found.origin().name();
        if (name != null && found.kind() == Source.Kind.SIDE) {
            byName.put(lastWord(name), found);
        }
        int before = text.in(ARTICLES, found.from()) ? found.from() - 1 : found.from();
        boolean agent = text.is(before - 1, "by") || text.in(ARTICLES, before - 1) && text.is(before - 2, "by");
        if ((found.kind() == Source.Kind.SIDE || found.kind() == Source.Kind.LEADER) && !agent) {
            named.add(found);
        }
        outlet = found.kind() == Source.Kind.OUTLET ? found : outlet;
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    /** The source named last, or the last with that head, as other words point back at it; null where there is none. */
    @Nullable
    Source again(int from, int to, @Nullable String head) {
        for (int k = named.size() - 1; k >= Math.max(0, named.size() - REACH); k--) {
            Source before = named.get(k);
            if (quotations.inside(text.token(before.from()).start())
                    && !quotations.inside(text.token(from).start())) {
                continue;
            }
            if (head == null || before.kind() != Source.Kind.LEADER && sameHead(before, head)) {
                return before.again(from, to);
            }
        }
        return null;
    }

    private boolean sameHead(Source before, String head) {
        String start = head.substring(0, Math.min(STEM, head.length()));
        for (int i = before.from(); i < before.to(); i++) {
            if (text.word(i).startsWith(start)) {
                return true;
            }
        }
        return false;
    }
}
