package org.readout.extraction.mention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readout.claim.WordFile;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.Names;
import org.readout.names.Offices;
import org.readout.names.Person;
import org.readout.names.PhraseTrie;

/**
 * Says whom a text means by an office, a counterpart or a group of leaders, once its names are known: by the state that is
 * named with it, else by those whom the text has named.
 */
final class OfficeResolver {

    /** How many mentions back the one may stand whose counterpart is spoken of. */
    private static final int COUNTERPART_REACH = 6;

    private static final String FOREIGN_MINISTER = "FOREIGN_MINISTER";
    private static final Set<String> FOREIGN_AFFAIRS = Set.of(FOREIGN_MINISTER, "SECRETARY_OF_STATE");
    private static final PhraseList STYLES = PhraseList.of("styles");
    private static final WordList COUNTERPARTS = WordList.of("counterparts");
    private static final WordList INDEFINITE = WordList.glosses("a", "an", "any", "no", "every", "another", "some");
    private static final Map<String, List<String>> GROUP_MEMBERS = WordFile.groups("/lexicon/group-members.txt");

    private final TokenizedText text;
    private final Names names;
    private final @Nullable LocalDate day;
    private final HomeLeaders homes;
    /** Who leads the states that the text names. */
    private final Map<String, List<Person>> leading = new HashMap<>();

    private final Collection<Person> known;
    private final Map<String, List<Person>> knownByOffice = new HashMap<>();
    /** Those whose state the text names with them, as it does of others' leaders rather than of its own. */
    private final Set<String> ofNamedState;

    /**
     * @param known those whom the text names, in the order in which they became known
     * @param mentions all mentions, with whom each name stands for
     */
    OfficeResolver(
            TokenizedText text,
            Names names,
            @Nullable LocalDate day,
            @Nullable Person issuer,
            Collection<Person> known,
            List<Mention> mentions) {
        this.text = text;
        this.names = names;
        this.day = day;
        this.homes = new HomeLeaders(text, names, day, issuer, mentions);
        this.known = known;
        for (Person person : known) {
            for (Person.Term term : person.terms()) {
                byOffice(term.country(), term.office()).add(person);
                byOffice(term.country(), MentionFinder.ANY_OFFICE).add(person);
            }
        }
        this.ofNamedState = mentions.stream()
                .filter(m -> m.person() != null && m.country() != null)
                .map(m -> Objects.requireNonNull(m.person()).id())
                .collect(Collectors.toSet());
    }

    private List<Person> byOffice(String country, String office) {
        return knownByOffice.computeIfAbsent(country + " " + office, k -> new ArrayList<>());
    }

    /** Gives each mention of an office, a counterpart or a group, in the order of the text, whom it stands for. */
    void resolve(List<Mention> mentions) {
        Map<String, Person> last = new HashMap<>();
        Map<String, Topic> topics = new HashMap<>();
        Map<String, Person> styled = new HashMap<>();
        Map<String, Person> defined = new HashMap<>();
        for (int k = 0; k < mentions.size(); k++) {
            Mention m = mentions.get(k);
            String office = m.office();
            if (m.kind() == Mention.Kind.OFFICE
                    && m.person() == null
                    && office != null
                    && m.country() == null
                    && !m.former()) {
                m.person(text.token(m.from()).capital() || text.is(m.from() - 1, "the") ? defined.get(office) : null);
            }
            if (m.person() != null && office != null && defines(m)) {
                defined.putIfAbsent(office, m.person());
            }
            if (MentionFinder.STYLE.equals(office)) {
                m.person(styled.get(m.name()));
            } else if (m.person() == null && !m.former()) {
                switch (m.kind()) {
                    case OFFICE -> {
                        Mention named = apposed(m, next(mentions, k));
                        m.person(
                                named != null
                                        ? named.person()
                                        : m.country() != null && ofCounterpart(m)
                                                ? counterpart(m.country(), mentions, k)
                                                : holder(m, last, topics));
                    }
                    case COUNTERPART -> m.person(m.country() == null ? null : counterpart(m.country(), mentions, k));
                    case GROUP -> {
                        m.office(ofCounterpart(m) && abroad(mentions, k) ? FOREIGN_MINISTER : m.office());
                        m.members(members(m));
                    }
                    case STATE -> m.members(m.country() == null ? List.of() : leading(m.country()));
                    default -> {}
                }
            }
            Optional<PhraseTrie.Found<String>> style = text.at(STYLES, m.from());
            if (m.kind() == Mention.Kind.PERSON && m.person() != null && style.isPresent()) {
                styled.put(style.get().values().get(0), m.person());
            }
            if (m.person() != null && !m.former() && (m.kind() == Mention.Kind.PERSON || m.country() != null)) {
                for (Person.Term t : m.person().terms()) {
                    if (MentionResolver.aboutTheDay(t, day)) {
                        last.put(t.office(), m.person());
                        last.put(MentionFinder.ANY_OFFICE, m.person());
                        topic(topics, t.office(), m, m.person());
                    }
                }
            }
        }
        resolveByWhoComesLater(mentions);
    }

    /** Who holds an office of those whom a sentence names: the first, whom it is about, or whom it says to hold it. */
    private record Topic(int sentence, Person person) {}

    private void topic(Map<String, Topic> topics, String office, Mention m, Person person) {
        int sentence = text.sentenceOf(m.from());
        Topic first = topics.get(office);
        boolean apposed = m.reach() > m.to();
        if (!m.possessive() && (apposed || first == null || first.sentence() != sentence)) {
            topics.put(office, new Topic(sentence, person));
        }
    }

    /** "Biden called Macron. The president also called Scholz": whom the sentence before is about, where an office opens the next. */
    private @Nullable Person before(Mention m, String office, Map<String, Person> last, Map<String, Topic> topics) {
        int sentence = text.sentenceOf(m.from());
        Topic topic = topics.get(office);
        boolean opens = sentence > 0 && m.from() - text.sentence(sentence).from() <= 1;
        return opens && topic != null && topic.sentence() == sentence - 1 ? topic.person() : last.get(office);
    }

    private boolean ofCounterpart(Mention m) {
        return text.any(COUNTERPARTS, m.from(), m.to());
    }

    /** "Lavrov called his Armenian counterpart": who has the office there that the one named before has at home. */
    private @Nullable Person counterpart(String country, List<Mention> mentions, int k) {
        return abroad(mentions, k) ? foreignMinister(country) : leader(country);
    }

    /** A state's foreign minister: the one whom the text names, else the one on the day. */
    private @Nullable Person foreignMinister(String country) {
        List<Person> inText = FOREIGN_AFFAIRS.stream()
                .flatMap(office -> inText(country, office).stream())
                .distinct()
                .toList();
        return only(
                inText.isEmpty()
                        ? FOREIGN_AFFAIRS.stream()
                                .flatMap(office -> names.holders(country, office, day).stream())
                                .distinct()
                                .toList()
                        : inText);
    }

    /** Whether the last one named before a counterpart, of another state, is a foreign minister. */
    private boolean abroad(List<Mention> mentions, int k) {
        String country = mentions.get(k).country();
        for (int i = k - 1; i >= Math.max(0, k - COUNTERPART_REACH); i--) {
            Mention of = mentions.get(i);
            Person person = of.person();
            if (person != null && !of.possessive() && !(country != null && country.equals(of.country()))) {
                return speaksAbroad(person, day);
            }
        }
        return false;
    }

    /** The leaders of a group of states on the day ("the G7 leaders", "the leaders of France and Germany"): those the text names. */
    private List<Person> members(Mention group) {
        List<Person> out = new ArrayList<>();
        for (String country :
                group.states().isEmpty() ? GROUP_MEMBERS.getOrDefault(group.name(), List.of()) : group.states()) {
            Person leader = group.office() == null || group.office().equals(MentionFinder.ANY_OFFICE)
                    ? leader(country)
                    : FOREIGN_AFFAIRS.contains(group.office())
                            ? foreignMinister(country)
                            : only(names.holders(country, group.office(), day));
            if (leader != null) {
                out.add(leader);
            }
        }
        return out;
    }

    private static @Nullable Mention next(List<Mention> mentions, int k) {
        return k + 1 < mentions.size() ? mentions.get(k + 1) : null;
    }

    /** "his Turkish counterpart, Foreign Minister Mevlut Cavusoglu": the one named behind the comma; null where nobody is. */
    private @Nullable Mention apposed(Mention m, @Nullable Mention next) {
        boolean apposed = next != null
                && ofCounterpart(m)
                && next.kind() == Mention.Kind.PERSON
                && next.from() == m.to()
                && text.gapHas(m.to() - 1, ',')
                && (next.country() == null || next.country().equals(m.country()));
        return apposed ? next : null;
    }

    /** "The Foreign Minister, Jalil Abbas Jilani, received a call": whom the text means by the office alone. */
    private boolean defines(Mention m) {
        return m.kind() == Mention.Kind.PERSON && m.country() == null && text.gapsHave(m.from(), m.to() - 1, ',');
    }

    /**
     * "The prime minister spoke with Erdogan, Mitsotakis's office said": the only holder of the office whom the text names,
     * else the only one whose state it need not name.
     */
    private void resolveByWhoComesLater(List<Mention> mentions) {
        for (Mention m : mentions) {
            String office = m.office();
            if (m.kind() != Mention.Kind.OFFICE
                    || m.person() != null
                    || m.former()
                    || m.country() != null
                    || office == null
                    || office.equals(MentionFinder.ANY_OFFICE)
                    || office.equals(MentionFinder.STYLE)
                    || m.from() > 0 && text.in(INDEFINITE, m.from() - 1)) {
                continue;
            }
            List<Person> named = holdersInText(office);
            List<Person> own = named.isEmpty() ? homes.ofSeat(office) : named;
            own = own.size() < 2 ? own : ofNoNamedState(own);
            if (own.size() == 1) {
                m.person(own.get(0));
            }
        }
    }

    private @Nullable Person holder(Mention m, Map<String, Person> last, Map<String, Topic> topics) {
        if (m.from() > 0 && text.in(INDEFINITE, m.from() - 1)) {
            return null;
        }
        String office = m.office() == null ? MentionFinder.ANY_OFFICE : m.office();
        if (m.country() != null) {
            List<Person> inText = inText(m.country(), office);
            if (inText.size() == 1) {
                return inText.get(0);
            }
            return office.equals(MentionFinder.ANY_OFFICE)
                    ? leader(m.country())
                    : only(names.holders(m.country(), office, day));
        }
        Person home = homes.holder(m, office, last.get(office));
        if (home != null) {
            return home;
        }
        Person before = before(m, office, last, topics);
        if (before != null && ofNamedState.contains(before.id())) {
            List<Person> own = ofNoNamedState(holdersInText(office));
            before = own.size() == 1 ? own.get(0) : before;
        }
        return before != null || office.equals(MentionFinder.ANY_OFFICE) ? before : null;
    }

    /** Those whom the text names who hold an office about the day. */
    private List<Person> holdersInText(String office) {
        return day == null
                ? List.of()
                : known.stream()
                        .filter(p -> MentionResolver.holds(p, office, day))
                        .toList();
    }

    private List<Person> ofNoNamedState(List<Person> people) {
        return people.stream().filter(p -> !ofNamedState.contains(p.id())).toList();
    }

    /** Those whom the text names who have held a state's office and hold one about the day. */
    private List<Person> inText(String country, String office) {
        return knownByOffice.getOrDefault(country + " " + office, List.of()).stream()
                .filter(p -> day == null || p.distance(day) <= MentionResolver.GRACE_DAYS)
                .toList();
    }

    private @Nullable Person leader(String country) {
        List<Person> inText = inText(country, MentionFinder.ANY_OFFICE).stream()
                .distinct()
                .filter(p -> leads(p, day))
                .toList();
        return inText.size() == 1 ? inText.get(0) : only(names.leadersOf(country, day));
    }

    private List<Person> leading(String country) {
        return leading.computeIfAbsent(
                country, of -> Stream.ofNullable(leader(of)).toList());
    }

    private static @Nullable Person only(List<Person> people) {
        return people.size() == 1 ? people.get(0) : null;
    }

    /** Whether someone is a state's foreign minister on the day. */
    static boolean speaksAbroad(Person person, @Nullable LocalDate day) {
        return day != null
                && person.distance(day) == 0
                && person.termOn(day)
                        .filter(t -> FOREIGN_AFFAIRS.contains(t.office()))
                        .isPresent();
    }

    static boolean leads(Person person, @Nullable LocalDate day) {
        return person.termOn(day).map(t -> Offices.leads(t.office())).orElse(false);
    }
}
