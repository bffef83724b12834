package org.readout.extraction.mention;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.Names;
import org.readout.names.Person;
import org.readout.names.Polity;

/**
 * Those whose state a text need not name: of whoever issued it, else of the only seat that it names ("A Downing Street
 * spokesperson said: the Prime Minister spoke to").
 */
final class HomeLeaders {

    /** Offices whose holders are "the President" in what they issue. */
    private static final List<String> PRESIDENTS_OF_UNION = List.of("COMMISSION_PRESIDENT", "COUNCIL_PRESIDENT");

    private final TokenizedText text;
    private final Names names;
    private final @Nullable LocalDate day;
    private final @Nullable Person issuer;
    private final List<String> seats;
    /** By office, whom a text of one seat means that says "the President" before it names any. */
    private final Map<String, Person> unnamed = new HashMap<>();

    /** @param mentions all mentions of the text, with whom each name stands for */
    HomeLeaders(
            TokenizedText text, Names names, @Nullable LocalDate day, @Nullable Person issuer, List<Mention> mentions) {
        this.text = text;
        this.names = names;
        this.day = day;
        this.issuer = issuer;
        this.seats = mentions.stream()
                .filter(m -> m.kind() == Mention.Kind.STATE && m.form() == Polity.Form.SEAT)
                .map(Mention::country)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Set<String> named = new HashSet<>();
        for (Mention m : mentions) {
            String office = m.office();
            if (m.kind() == Mention.Kind.OFFICE && m.country() == null && office != null && bare(m)) {
                List<Person> own = named.add(office) ? ofSeat(office) : List.of();
                if (own.size() == 1) {
                    unnamed.put(office, own.get(0));
                }
            } else if (m.person() != null && !m.former()) {
                m.person().terms().stream()
                        .filter(t -> MentionResolver.aboutTheDay(t, day))
                        .map(Person.Term::office)
                        .forEach(named::add);
            }
        }
    }

    /** Whether the words are those of an office that a text writes like a name: "the President" amid a sentence. */
    private boolean bare(Mention m) {
        return text.token(m.from()).capital() && !m.former();
    }

    /**
     * Who is meant by an office without a state or a name.
     *
     * @param otherwise whom the text has named before who holds the office; null where it has named none
     */
    @Nullable
    Person holder(Mention m, String office, @Nullable Person otherwise) {
        if (!bare(m)) {
            return null;
        }
        if (issuer == null) {
            return unnamed.get(office);
        }
        boolean ofUnion = office.equals("PRESIDENT")
                && PRESIDENTS_OF_UNION.stream().anyMatch(o -> MentionResolver.holds(issuer, o, day));
        if (ofUnion || MentionResolver.holds(issuer, office, day)) {
            return issuer;
        }
        List<Person> own = otherwise != null
                ? List.of()
                : issuer.termOn(day)
                        .map(t -> names.holders(t.country(), office, day))
                        .orElse(List.of());
        return own.size() == 1 ? own.get(0) : null;
    }

    /** Who holds the office where the only seat stands that the text names. */
    List<Person> ofSeat(String office) {
        return day == null || seats.size() != 1 ? List.of() : names.holders(seats.get(0), office, day);
    }
}
