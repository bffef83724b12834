package org.readout.extraction.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.Party;
import org.readout.extraction.source.Quotations;
import org.readout.extraction.source.Scene;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.Person;

/** Says who the sides of a contact are: its subject, and whom its pronouns, plurals and groups stand for. */
final class PartyFinder {

    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList POINTERS = WordList.glosses("these", "those", "among", "others");
    private static final WordList ARTICLES = WordList.of("articles");
    private static final WordList OWNING = WordList.of("owning-words");
    private static final WordList CONJUNCTIONS = WordList.of("conjunctions");
    /** What names a source rather than somebody who spoke: "according to Sybiha". */
    private static final WordList SOURCES = WordList.glosses("according", "citing", "quoting");

    private static final int LONGEST_LIST = 4;
    private static final int LONGEST_SOURCE = 6;
    /** What begins a clause behind "and" rather than ends a list: "tapped the phone of Merkel and she called". */
    private static final WordList NOMINATIVES = WordList.glosses("he", "she");

    /** "the aides of Macron and Modi": people of theirs, not they. */
    private static final WordList DEPUTIES = WordList.of("deputies");

    private static final WordList ALONG = WordList.of("alongside-words");
    private static final WordList JOINING = WordList.of("joining-verbs");
    private static final WordList TRANSITIVE = WordList.of("transitive-talk");
    private static final WordList OFFICES = WordList.of("source-heads");
    private static final WordList CALLED = WordList.of("calling-verbs");
    private static final WordList SUBORDINATORS = WordList.of("subordinators");
    private static final WordList FINITE = WordList.of("finite-verbs");
    private static final WordList SUBJECT_RELATIVES = WordList.of("subject-relatives");

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final @Nullable LocalDate day;
    private final @Nullable Person issuer;
    private final Quotations quotations;
    private final Referents referents;
    private final List<Contact> found;

    PartyFinder(Scene scene, Talks talks, List<Contact> found) {
        this.text = scene.text();
        this.mentions = scene.mentions();
        this.day = scene.day();
        this.issuer = scene.issuer();
        this.quotations = scene.quotations();
        this.referents = new Referents(scene, talks, found);
        this.found = found;
    }

    /** Those on the left of the trigger who did it: the nearest who are no object of a preposition, joined ones with them. */
    List<Party> subject(int before, Sentence s, Contact c, List<Party> objects, boolean two) {
        if (two) {
            List<Party> free = subject(before, s, c, objects, true, false);
            if (free.size() > 1) {
                return free;
            }
        }
        return subject(before, s, c, objects, two, two);
    }

    /**
     * The same.
     *
     * @param governedToo whether one behind a preposition counts: "his talks with Trump"
     */
    private List<Party> subject(
            int before, Sentence s, Contact c, List<Party> objects, boolean two, boolean governedToo) {
        List<Mention> left = mentions.within(Math.max(s.from(), before - Contact.REACH), before);
        List<Party> out = new ArrayList<>();
        List<Party> chain = new ArrayList<>();
        for (int k = left.size() - 1; k >= 0; k--) {
            Mention m = left.get(k);
            if (!text.clauses().together(m.from(), before)) {
                continue;
            }
            boolean owner = m.possessive() && (two || intends(m, before));
            if (m.kind() == Mention.Kind.STATE || m.possessive() && !owner || m.to() > before) {
                continue;
            }
            List<Party> parties = resolve(m, s, c).stream()
                    .filter(p -> objects.stream().noneMatch(o -> o.key().equals(p.key())))
                    .filter(p -> out.stream().noneMatch(o -> o.key().equals(p.key())))
                    .toList();
            if (parties.isEmpty()) {
                continue;
            }
            chain.addAll(0, parties);
            int head = mentions.head(m);
            boolean listed =
                    k > 0 && adjoins(left.get(k - 1), head) && (chain.size() > 1 || opensSentence(left, k - 1, s));
            int behind = text.in(ARTICLES, head - 1) || text.in(OWNING, head - 1) ? head - 2 : head - 1;
            String word = text.word(behind);
            boolean along = text.is(behind, "with") && text.in(ALONG, behind - 1);
            boolean goesOn = m.kind() == Mention.Kind.PRONOUN && text.in(NOMINATIVES, m.from());
            boolean and = text.has(CONJUNCTIONS, word) && (!text.same(word, "as") || text.is(behind - 1, "well"));
            if (!goesOn && (and || along || listed || text.has(JOINING, word))) {
                continue;
            }
            boolean clause = text.has(SUBORDINATORS, word) && text.any(FINITE, m.to(), before + 1);
            boolean object = text.has(PREPOSITIONS, word) || text.has(CALLED, word);
            boolean governed = object && !owner && !clause && !mentions.doesSomething(m);
            if (!onlyOwns(m) && (!governed || governedToo)) {
                out.addAll(0, chain);
            }
            chain.clear();
            boolean told = two && text.in(TRANSITIVE, head - 1);
            if (!out.isEmpty() && !(two && out.size() < 2) && !told) {
                break;
            }
        }
        out.addAll(0, chain);
        return out.isEmpty() ? antecedent(before, s, c, objects) : out;
    }

    /** ", who last spoke to Putin,": the one whom the relative clause is about. */
    private List<Party> antecedent(int before, Sentence s, Contact c, List<Party> objects) {
        int opener = text.clauses().opener(before);
        if (opener < 0 || !text.in(SUBJECT_RELATIVES, opener)) {
            return List.of();
        }
        List<Mention> left = mentions.within(Math.max(s.from(), opener - Contact.REACH), opener);
        for (int k = left.size() - 1; k >= 0; k--) {
            Mention m = left.get(k);
            if (m.kind() != Mention.Kind.STATE && !m.possessive()) {
                return resolve(m, s, c).stream()
                        .filter(p -> objects.stream().noneMatch(o -> o.key().equals(p.key())))
                        .toList();
            }
        }
        return List.of();
    }

    /** "the aides of Macron and Modi spoke": whose people spoke, not they. */
    boolean onlyOwns(Mention m) {
        Mention one = m;
        for (int k = 0; k < LONGEST_LIST && one != null; k++) {
            int head = mentions.head(one);
            int at = mentions.wordBefore(head);
            if (text.is(at, "of")) {
                return text.in(DEPUTIES, at - 1);
            }
            one = text.in(CONJUNCTIONS, at) ? mentions.before(at) : null;
        }
        return false;
    }

    /** "used a phone call on Friday to urge Putin": the one to whom it was said. */
    List<Party> urged(int from, Sentence s, Contact c, Party subject) {
        for (int i = from; i < Math.min(s.to(), from + 8) && !text.gapHas(i - 1, ','); i++) {
            Mention m = text.is(i, "to") ? mentions.at(i + 2) : null;
            if (m != null && m.from() == i + 2 && m.kind() != Mention.Kind.STATE && !m.possessive()) {
                return resolve(m, s, c).stream()
                        .filter(p -> !p.key().equals(subject.key()))
                        .toList();
            }
        }
        return List.of();
    }

    /** "Zelensky, Macron, Starmer hold call with Trump": whether names parted by commas alone begin the sentence. */
    private boolean opensSentence(List<Mention> left, int k, Sentence s) {
        int first = k;
        while (first > 0 && adjoins(left.get(first - 1), mentions.head(left.get(first)))) {
            first--;
        }
        return left.get(first).from() == s.from();
    }

    /** Whether only a comma lies between: "Putin, Merkel and Hollande". */
    private boolean adjoins(Mention before, int head) {
        return before.kind() == Mention.Kind.PERSON
                && !before.possessive()
                && Math.max(before.to(), before.reach()) == head
                && text.gapHas(head - 1, ',');
    }

    /** "Trump's decision to take the call": who decides is who does. */
    private boolean intends(Mention m, int before) {
        for (int i = m.to(); i < Math.min(before, m.to() + 5); i++) {
            if (text.is(i, "to")) {
                return m.kind() == Mention.Kind.PERSON || m.kind() == Mention.Kind.OFFICE;
            }
        }
        return false;
    }

    /**
     * The subject of the main clause behind a phrase: "In a call with Trump on Monday, Netanyahu said", "… A and B said".
     *
     * @param opens whether the phrase opens its sentence; behind another, the main clause ends where the next begins
     */
    List<Party> subjectBehind(int at, Sentence s, Contact c, boolean two, boolean opens) {
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
                break;
            }
            if (aside || joined || text.is(m.from() - 1, "with")) {
                continue;
            }
            for (Party p : resolve(m, s, c)) {
                if (out.stream().noneMatch(o -> o.key().equals(p.key())) && !c.has(p)) {
                    out.add(p);
                }
            }
            if (out.size() >= (two ? 2 : 1)) {
                joinedBehind(m, s, c).stream()
                        .filter(p -> out.stream().noneMatch(o -> o.key().equals(p.key())) && !c.has(p))
                        .forEach(out::add);
                break;
            }
        }
        return out;
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
        List<Party> out = new ArrayList<>(resolve(first, s, c));
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
            out.addAll(resolve(next, s, c));
            last = next;
            more = !and;
        }
        return out;
    }

    /**
     * Who spoke with them where the sentence names no subject: whoever spoke with the supposed subject just before ("his
     * call with Turnbull came after conversations with Abe and Merkel"), else the one whose readout it is, else the
     * leader whom the sentence before was about.
     */
    List<Party> hub(List<Party> subjects, List<Party> objects, Sentence s, Contact c) {
        Mention one = subjects.size() == 1 ? mentions.at(subjects.get(0).from()) : null;
        boolean held = one != null && mentions.doesSomething(one) && c.from() - one.to() <= LONGEST_LIST;
        if (subjects.size() == 1 && objects.size() > 1 && !held) {
            for (int k = found.size() - 1; k >= 0 && found.get(k).sentence() == s.index(); k--) {
                Contact before = found.get(k);
                if (before.parties().size() == 2
                        && before.parties().get(1).key().equals(subjects.get(0).key())) {
                    return List.of(before.parties().get(0));
                }
            }
        }
        if (!subjects.isEmpty()) {
            return subjects;
        }
        if (quotations.inside(text.token(c.from()).start())) {
            Party said = speaker(c.from(), s);
            return said == null || objects.stream().anyMatch(o -> o.key().equals(said.key()))
                    ? List.of()
                    : List.of(said);
        }
        Party own = issuer == null ? null : new Party(issuer, issuer.name(), null, null, false, c.from(), c.to());
        if (own != null && objects.stream().noneMatch(o -> o.key().equals(own.key()))) {
            return List.of(own);
        }
        Party centre = centre();
        if (centre != null && objects.stream().noneMatch(o -> o.key().equals(centre.key()))) {
            return List.of(centre);
        }
        return s.index() == 0 ? subjects : lastNamed(text.sentence(s.index() - 1), objects, s);
    }

    /** Who was on both of the last two calls told of, of different people: the one whose calls are told; null where nobody was. */
    private @Nullable Party centre() {
        Contact last = null;
        for (int k = found.size() - 1; k >= Math.max(0, found.size() - Contact.REACH); k--) {
            Contact c = found.get(k);
            if (c.parties().size() < 2) {
                continue;
            }
            Contact later = last;
            if (later == null) {
                last = c;
            } else if (!c.key().equals(later.key())) {
                return c.parties().stream().filter(later::has).findFirst().orElse(null);
            }
        }
        return null;
    }

    /** Who was on the last of the calls told of that was one with all of them: "the conversation with Putin lasted an hour". */
    List<Party> toldWith(List<Party> objects) {
        for (int k = found.size() - 1; k >= Math.max(0, found.size() - Contact.REACH); k--) {
            Contact told = found.get(k);
            if (told.parties().size() > objects.size() && objects.stream().allMatch(told::has)) {
                return List.copyOf(told.parties());
            }
        }
        return List.of();
    }

    private List<Party> lastNamed(Sentence before, List<Party> objects, Sentence s) {
        boolean pointsBack = text.in(POINTERS, s.from()) && s.paragraph() - before.paragraph() == 1;
        if (before.paragraph() != s.paragraph() && !pointsBack) {
            return List.of();
        }
        List<Mention> named = mentions.within(Math.max(before.from(), before.to() - Contact.REACH), before.to());
        for (int k = named.size() - 1; k >= 0; k--) {
            Mention m = named.get(k);
            if (m.kind() == Mention.Kind.PERSON && mentions.isParty(m, day) && mentions.inOffice(m, day)) {
                Party p = Party.of(m);
                if (objects.stream().noneMatch(o -> o.key().equals(p.key()))) {
                    return List.of(p);
                }
            }
        }
        return List.of();
    }

    /** The sides that a mention stands for here. */
    List<Party> resolve(Mention m, Sentence s, Contact c) {
        return referents.resolve(m, s, c);
    }

    /** The sides that the mentions of a list stand for here, in their order. */
    List<Party> resolve(List<Mention> list, Sentence s, Contact c) {
        List<Party> sides = new ArrayList<>();
        list.forEach(m -> sides.addAll(resolve(m, s, c)));
        return sides;
    }

    /** Who says "I" there: the one quoted, else the one whose readout it is. */
    @Nullable
    Party speaker(int at, Sentence s) {
        return referents.speaker(at, s);
    }
}
