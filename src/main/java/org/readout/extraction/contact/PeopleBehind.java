package org.readout.extraction.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;

/** Says who is named behind a phrase that tells of a contact: the subject of its main clause, and whom that addresses. */
final class PeopleBehind {

    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList ARTICLES = WordList.of("articles");
    private static final WordList CONJUNCTIONS = WordList.of("conjunctions");
    /** What names a source rather than somebody who spoke: "according to Sybiha". */
    private static final WordList SOURCES = WordList.glosses("according", "citing", "quoting");

    private static final WordList TRANSITIVE = WordList.of("transitive-talk");
    private static final WordList OFFICES = WordList.of("source-heads");
    private static final WordList SUBORDINATORS = WordList.of("subordinators");
    private static final int LONGEST_SOURCE = 6;
    private static final int URGED_REACH = 8;

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final Referents referents;

    PeopleBehind(TokenizedText text, MentionIndex mentions, Referents referents) {
        this.text = text;
        this.mentions = mentions;
        this.referents = referents;
    }

    /**
     * The subject of the main clause behind a phrase: "In a call with Trump on Monday, Netanyahu said", "… A and B said".
     *
     * @param opens whether the phrase opens its sentence; behind another, the main clause ends where the next begins
     */
    List<Party> subject(int at, Sentence s, Contact c, boolean two, boolean opens) {
        List<Party> out = new ArrayList<>();
        for (Mention m : mentions.within(at, Math.min(s.to(), at + Contact.REACH))) {
            boolean source = text.any(SOURCES, Math.max(at, m.from() - LONGEST_SOURCE), m.from());
            if (source || !opens && text.any(SUBORDINATORS, at, m.from())) {
                break;
            }
            boolean owner = m.possessive() && text.in(OFFICES, m.to());
            boolean aside =
                    m.kind() == Mention.Kind.STATE || m.possessive() && !owner || m.kind() == Mention.Kind.FIRST_PERSON;
            boolean joined = out.isEmpty() && text.in(CONJUNCTIONS, m.from() - 1);
            boolean withThem = !two && m.kind() == Mention.Kind.PLURAL;
            if (withThem) {
                return opens ? other(m, at, s, c) : out;
            }
            if (aside || joined || text.is(m.from() - 1, "with")) {
                continue;
            }
            for (Party p : referents.resolve(m, s, c)) {
                if (!p.isIn(out) && !c.has(p)) {
                    out.add(p);
                }
            }
            if (out.size() >= (two ? 2 : 1)) {
                joinedBehind(m, s, c).stream()
                        .filter(p -> !p.isIn(out) && !c.has(p))
                        .forEach(out::add);
                break;
            }
        }
        return out;
    }

    /** "In a call with Putin, the two leaders agreed": of the two, the one whom the phrase before does not name. */
    private List<Party> other(Mention plural, int at, Sentence s, Contact c) {
        Set<String> named = mentions.within(s.from(), at).stream()
                .filter(m -> m.kind() == Mention.Kind.PERSON)
                .map(m -> Party.of(m).key())
                .collect(Collectors.toSet());
        List<Party> two = referents.resolve(plural, s, c);
        List<Party> others = two.stream().filter(p -> !named.contains(p.key())).toList();
        return two.size() == 2 && others.size() == 1 ? others : List.of();
    }

    /** "In a call, A and B urged C and D to act": those whom the subject behind a phrase addresses. */
    List<Party> addressed(List<Party> subjects, Sentence s, Contact c) {
        int from = subjects.stream().mapToInt(Party::to).max().orElse(s.to());
        for (int i = from; i < Math.min(s.to(), from + LONGEST_SOURCE); i++) {
            if (text.in(TRANSITIVE, i)) {
                Mention m = mentions.at(text.in(ARTICLES, i + 1) ? i + 2 : i + 1);
                return m == null || m.kind() == Mention.Kind.STATE || m.possessive() ? List.of() : all(m, s, c);
            }
        }
        return List.of();
    }

    private List<Party> all(Mention first, Sentence s, Contact c) {
        List<Party> out = new ArrayList<>(referents.resolve(first, s, c));
        out.addAll(joinedBehind(first, s, c));
        return out;
    }

    /** Those whom commas and an "and" join to somebody named: B and C of "A, B and C". */
    private List<Party> joinedBehind(Mention first, Sentence s, Contact c) {
        List<Party> out = new ArrayList<>();
        Mention last = first;
        boolean more = last.kind() == Mention.Kind.PERSON && !text.in(PREPOSITIONS, mentions.head(last) - 1);
        while (more) {
            int end = Math.max(last.to(), last.reach());
            boolean and = text.in(CONJUNCTIONS, end);
            boolean comma = text.gapHas(end - 1, ',');
            Mention next = and || comma ? mentions.at(and ? end + 1 : end) : null;
            if (next == null || next.kind() != Mention.Kind.PERSON || next.possessive() || next.to() > s.to()) {
                return List.of();
            }
            out.addAll(referents.resolve(next, s, c));
            last = next;
            more = !and;
        }
        return out;
    }

    /** "used a phone call on Friday to urge Putin": the one to whom it was said. */
    List<Party> urged(int from, Sentence s, Contact c, Party subject) {
        for (int i = from; i < Math.min(s.to(), from + URGED_REACH) && !text.gapHas(i - 1, ','); i++) {
            Mention m = text.is(i, "to") ? mentions.at(i + 2) : null;
            if (m != null && m.from() == i + 2 && m.kind() != Mention.Kind.STATE && !m.possessive()) {
                return referents.resolve(m, s, c).stream()
                        .filter(p -> !p.key().equals(subject.key()))
                        .toList();
            }
        }
        return List.of();
    }
}
