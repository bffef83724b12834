package org.readout.names;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * People by names that are only like theirs: other spellings, scripts and orders of words, parts of names, typing errors.
 * Names that share no pair of neighbouring sounds with the one asked for are not looked at.
 */
public final class NameIndex {

    /** In what a name is like the one asked for. */
    public enum Reason {
        /** The id, or Wikidata's. */
        ID,
        /** The same words. */
        NAME,
        /** The same words in another order. */
        WORD_ORDER,
        /** The same words written in other letters. */
        TRANSLITERATION,
        /** All words asked for are among the name's. */
        PART_OF_NAME,
        /** Words like those asked for. */
        LIKENESS
    }

    /**
     * Whom a name may mean.
     *
     * @param score from 0 to 1: 1 for the same words or an id
     * @param spelling the spelling that is like it
     */
    public record Match(Person person, double score, Reason reason, String spelling) {}

    private record Entry(Person person, String spelling, NameForm form) {}

    private static final Pattern WIKIDATA = Pattern.compile("[Qq][1-9]\\d{0,11}");
    private static final double LEAST = 0.6;
    private static final int LOOKED_AT = 200;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Integer>> byPair = new HashMap<>();
    private final Map<String, Person> byId = new HashMap<>();

    /** Enters a person under an id of any kind. */
    public void addId(String id, Person person) {
        byId.put(id, person);
    }

    /** Enters a spelling of a person's name. */
    public void add(String spelling, Person person) {
        NameForm form = NameForm.of(spelling);
        if (!form.words().isEmpty()) {
            int at = entries.size();
            entries.add(new Entry(person, spelling, form));
            form.pairs()
                    .forEach(pair ->
                            byPair.computeIfAbsent(pair, k -> new ArrayList<>()).add(at));
        }
    }

    /**
     * Whom {@code name} may mean, the likeliest first; of those as like, first who leads on {@code day}, then who
     * leads no more, then who serves, each the latest first.
     *
     * @param among who is asked for at all
     */
    public List<Match> rank(String name, LocalDate day, Predicate<Person> among) {
        Person known = byId.get(
                WIKIDATA.matcher(name.strip()).matches() ? name.strip().toUpperCase(Locale.ROOT) : name.strip());
        if (known != null) {
            return among.test(known) ? List.of(new Match(known, 1, Reason.ID, known.name())) : List.of();
        }
        NameForm asked = NameForm.of(name);
        Map<Person, Match> best = new HashMap<>();
        candidates(asked)
                .mapToObj(entries::get)
                .filter(e -> among.test(e.person()))
                .forEach(e -> {
                    double score = Math.round(Likeness.of(asked, e.form()) * 1000) / 1000.0;
                    if (score >= LEAST) {
                        best.merge(
                                e.person(),
                                new Match(e.person(), score, reason(name, asked, e), e.spelling()),
                                (a, b) -> b.score() > a.score() ? b : a);
                    }
                });
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Match::score)
                        .reversed()
                        .thenComparing(m -> m.person(), weightiest(day))
                        .thenComparing(m -> m.person().id()))
                .toList();
    }

    /** The entries that share the most pairs with the name; all where its script leaves vowels out. */
    private IntStream candidates(NameForm asked) {
        if (asked.abjad()) {
            return IntStream.range(0, entries.size());
        }
        Map<Integer, Integer> shared = new HashMap<>();
        asked.pairs()
                .forEach(pair -> byPair.getOrDefault(pair, List.of()).forEach(e -> shared.merge(e, 1, Integer::sum)));
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(LOOKED_AT)
                .mapToInt(Map.Entry::getKey);
    }

    private static Reason reason(String name, NameForm asked, Entry entry) {
        List<String> held = entry.form().words();
        if (asked.words().equals(held)) {
            return NameForm.foreign(name) == NameForm.foreign(entry.spelling()) ? Reason.NAME : Reason.TRANSLITERATION;
        }
        if (!new HashSet<>(held).containsAll(asked.words())) {
            return NameForm.foreign(name) && asked.run().equals(entry.form().run())
                    ? Reason.TRANSLITERATION
                    : Reason.LIKENESS;
        }
        return held.size() == asked.words().size() ? Reason.WORD_ORDER : Reason.PART_OF_NAME;
    }

    private static Comparator<Person> weightiest(LocalDate day) {
        return Comparator.comparing((Person p) -> !leads(p, day))
                .thenComparing(p -> p.terms().stream().noneMatch(t -> Offices.leads(t.office())))
                .thenComparing(NameIndex::lastDay, Comparator.reverseOrder());
    }

    private static boolean leads(Person person, LocalDate day) {
        return person.terms().stream().anyMatch(t -> Offices.leads(t.office()) && t.covers(day));
    }

    private static LocalDate lastDay(Person person) {
        return person.terms().stream()
                .map(t -> {
                    LocalDate to = t.to();
                    return to == null ? LocalDate.MAX : to;
                })
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }
}
