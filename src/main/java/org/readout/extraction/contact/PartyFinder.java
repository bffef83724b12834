package org.readout.extraction.contact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.Party;
import org.readout.extraction.source.Scene;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;

/** Says who the sides of a contact are: its subject, and whom its pronouns, plurals and groups stand for. */
final class PartyFinder {

    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList ASKED = WordList.glosses("you");
    private static final int ASKED_REACH = 5;
    private static final WordList UNNAMED = WordList.of("unnamed-leaders");
    private static final WordList ARTICLES = WordList.of("articles");
    private static final WordList OWNING = WordList.of("owning-words");
    private static final WordList CONJUNCTIONS = WordList.of("conjunctions");
    private static final int LONGEST_LIST = 4;
    /** What begins a clause behind "and" rather than ends a list: "tapped the phone of Merkel and she called". */
    private static final WordList NOMINATIVES = WordList.glosses("he", "she");

    /** "the aides of Macron and Modi": people of theirs, not they. */
    private static final WordList DEPUTIES = WordList.of("deputies");

    private static final WordList ALONG = WordList.of("alongside-words");
    private static final WordList JOINING = WordList.of("joining-verbs");
    private static final WordList TRANSITIVE = WordList.of("transitive-talk");
    private static final WordList CALLED = WordList.of("calling-verbs");
    private static final WordList SUBORDINATORS = WordList.of("subordinators");
    private static final WordList FINITE = WordList.of("finite-verbs");
    private static final WordList SUBJECT_RELATIVES = WordList.of("subject-relatives");

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final Referents referents;
    private final PeopleBehind behind;
    private static final WordList MET = WordList.of("in-person-verbs");
    private static final WordList SOLE = WordList.glosses("only", "first", "last", "latest");
    private static final WordList COPULAS = WordList.of("copulas");
    private static final WordList BOTH = WordList.of("both");
    private final PeopleBefore before;

    PartyFinder(Scene scene, Talks talks, List<Contact> found) {
        this.text = scene.text();
        this.mentions = scene.mentions();
        this.referents = new Referents(scene, talks, found);
        this.behind = new PeopleBehind(text, mentions, referents);
        this.before = new PeopleBefore(scene, referents, found);
    }

    /** Those named behind a phrase that tells of a contact. */
    PeopleBehind behind() {
        return behind;
    }

    /** Whose office issued the text, as one who need not be named; null where nobody's did. */
    @Nullable
    Party issuer(int at) {
        return referents.issuer(at);
    }

    /** Those on the call that the headline tells of; none where it tells of none, or of several. */
    List<Party> titled(int at) {
        return referents.titled(at);
    }

    /** The only other whom the headline puts on a call with somebody; null where it puts nobody there, or several. */
    @Nullable
    Party titledWith(Party one, int at) {
        return referents.titledWith(one, at);
    }

    /** Those of whom the text told before. */
    PeopleBefore before() {
        return before;
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
            if (m.kind() == Mention.Kind.STATE || m.possessive() && !owner || m.to() > before || excluded(m)) {
                continue;
            }
            List<Party> parties = resolve(m, s, c).stream()
                    .filter(p -> !p.isIn(objects))
                    .filter(p -> !p.isIn(out))
                    .toList();
            if (parties.isEmpty()) {
                continue;
            }
            chain.addAll(0, parties);
            int head = mentions.head(m);
            boolean listed = k > 0
                    && mentions.adjoins(left.get(k - 1), head)
                    && (chain.size() > 1 || opensSentence(left, k - 1, s));
            int behind = text.in(ARTICLES, head - 1) || text.in(OWNING, head - 1) ? head - 2 : head - 1;
            String word = text.word(behind);
            boolean along = text.is(behind, "with") && text.in(ALONG, behind - 1);
            boolean goesOn = m.kind() == Mention.Kind.PRONOUN && text.in(NOMINATIVES, m.from());
            boolean and = text.has(CONJUNCTIONS, word) && (!text.same(word, "as") || text.is(behind - 1, "well"));
            if (!goesOn && (and || along || listed || text.has(JOINING, word))) {
                continue;
            }
            boolean clause = text.has(SUBORDINATORS, word) && text.any(FINITE, m.to(), before + 1);
            boolean object = text.has(PREPOSITIONS, word) && !namesSome(behind)
                    || text.has(CALLED, word)
                    || text.has(TRANSITIVE, word)
                    || k > 0 && actedUpon(head, before);
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
        List<Party> found = out.isEmpty() ? antecedent(before, s, c, objects) : out;
        return found.isEmpty() ? answerer(before, s, c) : found;
    }

    /** "Have you spoken to Xi? THE PRESIDENT: I have.": the leader who is asked, as the next line names who answers. */
    private List<Party> answerer(int before, Sentence s, Contact c) {
        boolean asked =
                text.gapHas(s.to() - 1, '?') && text.any(ASKED, Math.max(s.from(), before - ASKED_REACH), before);
        if (!asked || s.index() + 1 >= text.sentences().size()) {
            return List.of();
        }
        Sentence next = text.sentence(s.index() + 1);
        return mentions.within(next.from(), Math.min(next.to(), next.from() + ASKED_REACH)).stream()
                .filter(m -> text.gapHas(m.to() - 1, ':'))
                .flatMap(m -> resolve(m, s, c).stream())
                .limit(1)
                .toList();
    }

    /** "European leaders, including Macron": the word that opens whom it names of many; not of the G7, which are known. */
    private boolean namesSome(int opener) {
        Mention group = mentions.at(opener - 1);
        return text.is(opener, "including")
                && text.in(UNNAMED, opener - 1)
                && (group == null || group.kind() != Mention.Kind.GROUP);
    }

    /** "Scholz met Macron and then called Putin": whether a verb stands right before a name, and is joined to the next. */
    private boolean actedUpon(int head, int next) {
        int verb = head - 1;
        if (text.ends(verb, "ed") && describes(verb - 1)) {
            verb--;
            while (describes(verb)) {
                verb--;
            }
        }
        boolean acts =
                text.in(MET, verb) || text.ends(verb, "ed") && !text.token(verb).capital();
        return acts && text.gap(verb).isBlank() && (text.is(next - 1, "and") || text.is(next - 2, "and"));
    }

    /** Whether a word stands before a participle that describes a name: "the newly elected Macron". */
    private boolean describes(int at) {
        return text.ends(at, "ly") || text.in(ARTICLES, at) || text.in(OWNING, at);
    }

    /** "Macron, not Draghi, called", "Macron is the only EU leader to have called": none who did it, or the same again. */
    private boolean excluded(Mention m) {
        int before = mentions.head(m) - 1;
        if (text.is(before, "not")) {
            return text.gapHas(before - 1, ',');
        }
        int copula = m.from() - 1;
        while (text.in(ARTICLES, copula) || text.in(SOLE, copula)) {
            copula--;
        }
        return text.any(SOLE, copula, m.from()) && text.in(COPULAS, copula) && text.is(m.to(), "to");
    }

    /** ", who last spoke to Putin,": the one whom the relative clause is about; "who both", those. */
    private List<Party> antecedent(int before, Sentence s, Contact c, List<Party> objects) {
        int opener = text.clauses().opener(before);
        if (opener < 0 || !text.in(SUBJECT_RELATIVES, opener)) {
            return List.of();
        }
        List<Mention> left = mentions.within(Math.max(s.from(), opener - Contact.REACH), opener);
        for (int k = left.size() - 1; k >= 0; k--) {
            Mention m = left.get(k);
            if (m.kind() != Mention.Kind.STATE && !m.possessive()) {
                List<Party> who = new ArrayList<>(resolve(m, s, c));
                boolean joined = k > 0 && text.in(BOTH, opener + 1) && text.in(CONJUNCTIONS, mentions.head(m) - 1);
                who.addAll(0, joined ? resolve(left.get(k - 1), s, c) : List.of());
                return who.stream().filter(p -> !p.isIn(objects)).toList();
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

    /** "Zelensky, Macron, Starmer hold call with Trump": whether names parted by commas alone begin the sentence. */
    private boolean opensSentence(List<Mention> left, int k, Sentence s) {
        int first = k;
        while (first > 0 && mentions.adjoins(left.get(first - 1), mentions.head(left.get(first)))) {
            first--;
        }
        return left.get(first).from() == s.from();
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
