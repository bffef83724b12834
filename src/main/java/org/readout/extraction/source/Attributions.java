package org.readout.extraction.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Origin;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.Person;

/**
 * Whom each word's account comes from: the sources that answer for it, the narrowest first; else the voice of the text,
 * which is the side whose readout it is, the agency whose text is printed, or the outlet.
 */
public final class Attributions {

    private static final int MOST = 400;

    private final TokenizedText text;
    private final List<Attribution> whole = new ArrayList<>();
    private final Map<Integer, List<Attribution>> bySentence = new HashMap<>();
    private final Origin own;

    public Attributions(
            TokenizedText text,
            List<Attribution> all,
            @Nullable Person issuer,
            @Nullable String publisher,
            Optional<Origin> agency,
            @Nullable LocalDate day) {
        this.text = text;
        Map<String, String> names = new HashMap<>();
        for (Attribution a : all) {
            String name = a.origin().name();
            if (name != null) {
                names.putIfAbsent(a.origin().key(), name);
            }
        }
        for (Attribution each : all.subList(0, Math.min(MOST, all.size()))) {
            Attribution a = named(each, names);
            int first = text.sentenceOf(Math.min(text.size() - 1, a.start()));
            int last = text.sentenceOf(Math.max(0, Math.min(text.size(), a.end()) - 1));
            if (last - first > 2 || first < 0 || last < 0) {
                whole.add(a);
                continue;
            }
            for (int s = first; s <= last; s++) {
                bySentence.computeIfAbsent(s, k -> new ArrayList<>()).add(a);
            }
        }
        this.own = voice(issuer, publisher, agency, day);
    }

    /** The source with the name that another place of the text gives it. */
    private static Attribution named(Attribution a, Map<String, String> names) {
        Origin o = a.origin();
        String name = names.get(o.key());
        return o.name() != null || name == null ? a : a.as(new Origin(o.key(), o.label(), name));
    }

    /** The accounts that a word belongs to, of the narrowest extent; none where the text speaks in its own voice. */
    public List<Attribution> of(int word) {
        int s = word < 0 || word >= text.size() ? -1 : text.sentenceOf(word);
        List<Attribution> covering = bySentence.getOrDefault(s, List.of()).stream()
                .filter(a -> a.covers(word))
                .toList();
        if (covering.isEmpty()) {
            covering = whole.stream().filter(a -> a.covers(word)).toList();
        }
        int narrowest =
                covering.stream().mapToInt(a -> a.end() - a.start()).min().orElse(0);
        return covering.stream().filter(a -> a.end() - a.start() == narrowest).toList();
    }

    /** The origin of a word's account, the first where there are several. */
    public Origin first(int word) {
        List<Attribution> accounts = of(Math.min(word, text.size() - 1));
        return accounts.isEmpty() ? own : accounts.get(0).origin();
    }

    /** The account of the first source named in a sentence; null where it names none. */
    @Nullable
    public Attribution in(int sentence) {
        return bySentence.getOrDefault(sentence, List.of()).stream()
                .filter(a -> text.sentenceOf(a.from()) == sentence)
                .findFirst()
                .orElse(null);
    }

    /** The spokesperson, office or document that a sentence names as its source; a leader speaks for himself. */
    @Nullable
    public Attribution spokenFor(int sentence) {
        return spokenFor(sentence, 0, 0);
    }

    /** The same, of the first source that does not stand between two words: those of a quotation. */
    @Nullable
    public Attribution spokenFor(int sentence, int from, int to) {
        Attribution a = bySentence.getOrDefault(sentence, List.of()).stream()
                .filter(b -> text.sentenceOf(b.from()) == sentence)
                .filter(b -> b.from() < from || b.from() >= to)
                .findFirst()
                .orElse(null);
        return a == null || a.leader() || a.country() == null ? null : a;
    }

    /** The origin of what the text says in its own voice. */
    public Origin own() {
        return own;
    }

    private static Origin voice(
            @Nullable Person issuer, @Nullable String publisher, Optional<Origin> agency, @Nullable LocalDate day) {
        if (issuer != null) {
            String country = issuer.termOn(day).map(Person.Term::country).orElse("");
            return Origin.ofSide(country, publisher == null ? issuer.name() : publisher, null);
        }
        if (agency.isPresent()) {
            return agency.get();
        }
        return publisher == null || publisher.isBlank()
                ? new Origin("text:unattributed", "unattributed", null)
                : Origin.ofOutlet(publisher);
    }
}
