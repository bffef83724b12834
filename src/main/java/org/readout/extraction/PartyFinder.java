package org.readout.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.TokenizedText.Sentence;
import org.readout.names.Names;
import org.readout.names.Person;

/** Says who the sides of a contact are: its subject, and whom its pronouns, plurals and groups stand for. */
final class PartyFinder {

    private static final WordList TAKING_PART = WordList.of("taking-part");
    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList ARTICLES = WordList.of("articles");
    private static final WordList CONJUNCTIONS = WordList.of("conjunctions");
    private static final WordList JOINING = WordList.of("joining-verbs");
    private static final WordList TRANSITIVE = WordList.of("transitive-talk");
    private static final WordList OFFICES = WordList.of("source-heads");
    private static final WordList CALLED = WordList.of("calling-verbs");
    private static final WordList SUBORDINATORS = WordList.of("subordinators");
    private static final WordList FINITE = WordList.of("finite-verbs");
    private static final WordList SUBJECT_RELATIVES = WordList.of("subject-relatives");
    private static final WordList PHRASE_OPENERS = WordList.of("phrase-openers");
    private static final WordList RECIPROCAL = WordList.of("reciprocal-verbs");
    private static final WordList MET = WordList.of("in-person-verbs");
    private static final int TALK_REACH = 8;

    private final Map<Integer, Exchange> exchanges = new HashMap<>();
    private final TokenizedText text;
    private final MentionIndex mentions;
    private final Names names;
    private final @Nullable LocalDate day;
    private final @Nullable Person issuer;
    private final Quotations quotations;
    private final InPerson inPerson;
    private final List<Contact> found;

    PartyFinder(
            TokenizedText text,
            MentionIndex mentions,
            Names names,
            @Nullable LocalDate day,
            @Nullable Person issuer,
            Quotations quotations,
            List<Contact> found) {
        this.text = text;
        this.mentions = mentions;
        this.names = names;
        this.day = day;
        this.issuer = issuer;
        this.quotations = quotations;
        this.inPerson = new InPerson(text, mentions);
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
        List<Mention> left = mentions.within(Math.max(s.from(), before - ContactFinder.REACH), before);
        List<Party> out = new ArrayList<>();
        List<Party> chain = new ArrayList<>();
        for (int k = left.size() - 1; k >= 0; k--) {
            Mention m = left.get(k);
            if (!text.clauses.together(m.from, before)) {
                continue;
            }
            boolean owner = m.possessive && (two || intends(m, before));
            if (m.kind == Mention.Kind.STATE || m.possessive && !owner || m.to > before) {
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
            int head = head(m);
            boolean headed = k > 0 && left.get(k - 1).from == s.from();
            boolean listed = (chain.size() > 1 || headed) && k > 0 && adjoins(left.get(k - 1), head);
            String word = text.in(ARTICLES, head - 1) ? text.word(head - 2) : text.word(head - 1);
            if (text.has(CONJUNCTIONS, word) || listed || text.has(JOINING, word)) {
                continue;
            }
            boolean clause = text.has(SUBORDINATORS, word) && text.any(FINITE, m.to, before + 1);
            boolean object = text.has(PREPOSITIONS, word) || text.has(CALLED, word);
            boolean governed = object && !owner && !clause && !doesSomething(m);
            if (!governed || governedToo) {
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
        int opener = text.clauses.opener(before);
        if (opener < 0 || !text.in(SUBJECT_RELATIVES, opener)) {
            return List.of();
        }
        List<Mention> left = mentions.within(Math.max(s.from(), opener - ContactFinder.REACH), opener);
        for (int k = left.size() - 1; k >= 0; k--) {
            Mention m = left.get(k);
            if (m.kind != Mention.Kind.STATE && !m.possessive) {
                return resolve(m, s, c).stream()
                        .filter(p -> objects.stream().noneMatch(o -> o.key().equals(p.key())))
                        .toList();
            }
        }
        return List.of();
    }

    /** "of Trump taking a call", "after Biden had a call": who stands before a verb is its subject, whatever governs it. */
    private boolean doesSomething(Mention m) {
        int at = Math.max(m.to, m.reach);
        boolean gerund = text.ends(at, "ing") && text.word(at).length() > 5;
        return text.gap(at - 1).isBlank() && (gerund || text.in(FINITE, at));
    }

    /** "used a phone call on Friday to urge Putin": the one to whom it was said. */
    List<Party> urged(int from, Sentence s, Contact c, Party subject) {
        for (int i = from; i < Math.min(s.to(), from + 8) && !text.gapHas(i - 1, ','); i++) {
            Mention m = text.is(i, "to") ? mentions.at(i + 2) : null;
            if (m != null && m.from == i + 2 && m.kind != Mention.Kind.STATE && !m.possessive) {
                return resolve(m, s, c).stream()
                        .filter(p -> !p.key().equals(subject.key()))
                        .toList();
            }
        }
        return List.of();
    }

    /** The two leaders whom the sentence before puts together; none where it names one, or more. */
    List<Party> twoBefore(Sentence s) {
        if (s.index() == 0) {
            return List.of();
        }
        Sentence before = text.sentence(s.index() - 1);
        if (text.any(MET, before.from(), before.to())) {
            return List.of();
        }
        List<Party> out = named(before.from(), Math.min(before.to(), before.from() + ContactFinder.REACH));
        return out.size() == 2 ? out : List.of();
    }

    /** "Stoltenberg took part in a call organised by Biden. The call included …": those whom the sentence before puts on it. */
    List<Party> takingPart(Sentence s) {
        Sentence before = s.index() == 0 ? s : text.sentence(s.index() - 1);
        boolean took = before != s && text.any(TAKING_PART, before.from(), before.to());
        return took ? named(before.from(), Math.min(before.to(), before.from() + ContactFinder.REACH)) : List.of();
    }

    /** A sentence that says that two leaders talked, without saying how: its verb, and the two. */
    record Talk(int sentence, int verb, List<Party> parties) {}

    /** The nearest sentence before which says that two leaders talked ("A and B discussed the war"), not where they met. */
    @Nullable
    Talk talkBefore(Sentence s) {
        for (int k = s.index() - 1; k >= Math.max(0, s.index() - TALK_REACH); k--) {
            Sentence at = text.sentence(k);
            int until = Math.min(at.to(), at.from() + ContactFinder.REACH);
            int verb = at.from();
            while (verb < until && !text.in(RECIPROCAL, verb)) {
                verb++;
            }
            Exchange told = exchanges.computeIfAbsent(k, x -> firstExchange(at));
            if (verb >= until && told.parties().size() == 2 && !inPerson.tells(told.at(), told.at() + 1, at)) {
                return new Talk(k, told.at(), told.parties());
            }
            List<Party> both = verb < until ? named(at.from(), until) : List.of();
            if (both.size() == 2 && !text.in(MET, verb) && !inPerson.tells(verb, verb + 1, at)) {
                return new Talk(k, verb, both);
            }
        }
        return null;
    }

    /** The verb of a sentence before which says that those of a contact talked; -1 where none does. */
    int talked(Contact c, Sentence s) {
        Talk talk = talkBefore(s);
        return talk != null && talk.parties().stream().allMatch(c::has) ? talk.verb() : -1;
    }

    /** Where a mention begins, the state that owns it included: "Russia's Vladimir Putin". */
    private int head(Mention m) {
        Mention before = mentions.before(m.from);
        return before != null && before.kind == Mention.Kind.STATE && before.possessive ? before.from : m.from;
    }

    /** Whether only a comma lies between: "Putin, Merkel and Hollande". */
    private boolean adjoins(Mention before, int head) {
        return before.kind == Mention.Kind.PERSON
                && !before.possessive
                && Math.max(before.to, before.reach) == head
                && text.gapHas(head - 1, ',');
    }

    /** "Trump's decision to take the call": who decides is who does. */
    private boolean intends(Mention m, int before) {
        for (int i = m.to; i < Math.min(before, m.to + 5); i++) {
            if (text.is(i, "to")) {
                return m.kind == Mention.Kind.PERSON || m.kind == Mention.Kind.OFFICE;
            }
        }
        return false;
    }

    /** The subject of the main clause behind a phrase: "In a call with Trump on Monday, Netanyahu said". */
    List<Party> subjectBehind(int at, Sentence s, Contact c, boolean two) {
        List<Party> out = new ArrayList<>();
        for (Mention m : mentions.within(at, Math.min(s.to(), at + ContactFinder.REACH))) {
            boolean owner = m.possessive && text.in(OFFICES, m.to);
            boolean aside =
                    m.kind == Mention.Kind.STATE || m.possessive && !owner || m.kind == Mention.Kind.FIRST_PERSON;
            if (aside || text.is(m.from - 1, "with")) {
                continue;
            }
            for (Party p : resolve(m, s, c)) {
                if (out.stream().noneMatch(o -> o.key().equals(p.key())) && !c.has(p)) {
                    out.add(p);
                }
            }
            if (out.size() >= (two ? 2 : 1)) {
                break;
            }
        }
        return out;
    }

    /**
     * Who spoke with them where the sentence names no subject: whoever spoke with the supposed subject just before ("his
     * call with Turnbull came after conversations with Abe and Merkel"), else the one whose readout it is, else the
     * leader whom the sentence before was about.
     */
    List<Party> hub(List<Party> subjects, List<Party> objects, Sentence s, Contact c) {
        if (subjects.size() == 1 && objects.size() > 1) {
            for (int k = found.size() - 1; k >= 0 && found.get(k).sentence == s.index(); k--) {
                Contact before = found.get(k);
                if (before.parties.size() == 2
                        && before.parties.get(1).key().equals(subjects.get(0).key())) {
                    return List.of(before.parties.get(0));
                }
            }
        }
        if (!subjects.isEmpty()) {
            return subjects;
        }
        if (quotations.inside(text.token(c.from).start())) {
            Party said = speaker(c.from, s);
            return said == null || objects.stream().anyMatch(o -> o.key().equals(said.key()))
                    ? List.of()
                    : List.of(said);
        }
        Party own = issuer == null ? null : new Party(issuer, issuer.name(), null, null, false, c.from, c.to);
        if (own != null && objects.stream().noneMatch(o -> o.key().equals(own.key()))) {
            return List.of(own);
        }
        return s.index() == 0 ? subjects : lastNamed(text.sentence(s.index() - 1), objects, s);
    }

    /** Whether one of the calls just told of is one with somebody: "the conversation with Putin lasted an hour". */
    boolean toldWith(Party object) {
        for (int k = found.size() - 1; k >= Math.max(0, found.size() - ContactFinder.REACH); k--) {
            if (found.get(k).parties.size() > 1 && found.get(k).has(object)) {
                return true;
            }
        }
        return false;
    }

    private List<Party> lastNamed(Sentence before, List<Party> objects, Sentence s) {
        if (before.paragraph() != s.paragraph()) {
            return List.of();
        }
        List<Mention> named = mentions.within(Math.max(before.from(), before.to() - ContactFinder.REACH), before.to());
        for (int k = named.size() - 1; k >= 0; k--) {
            Mention m = named.get(k);
            if (m.kind == Mention.Kind.PERSON && mentions.isParty(m, day) && mentions.inOffice(m, day)) {
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
        switch (m.kind) {
            case PERSON, OFFICE, COUNTERPART -> {
                return mentions.isParty(m, day) ? List.of(Party.of(m)) : List.of();
            }
            case GROUP -> {
                return MentionResolver.members(m, names, day).stream()
                        .map(p -> Party.of(p, m))
                        .toList();
            }
            case FIRST_PERSON -> {
                Party speaker = speaker(m.from, s);
                return speaker == null ? List.of() : List.of(speaker);
            }
            case PLURAL -> {
                return plural(m, s, c);
            }
            case PRONOUN -> {
                Party p = pronoun(m, s, c);
                return p == null ? List.of() : List.of(p);
            }
            default -> {
                return List.of();
            }
        }
    }

    private List<Party> plural(Mention m, Sentence s, Contact c) {
        if (text.is(m.from, "we")) {
            return List.of();
        }
        List<Party> before = named(Math.max(s.from(), m.from - ContactFinder.REACH), m.from);
        if (before.size() == 2) {
            return before;
        }
        List<Party> owners = before.size() == 1 ? withOwners(before, s, m.from) : before;
        if (owners.size() == 2) {
            return owners;
        }
        List<Party> told = speakerAndAddressee(s, m.from);
        if (!told.isEmpty()) {
            return told;
        }
        if (before.isEmpty()) {
            List<Party> behind = named(m.from, Math.min(s.to(), m.to + ContactFinder.REACH));
            boolean apposed = !behind.isEmpty() && behind.get(0).from() - m.to <= 3;
            if (behind.size() == 2 && (apposed || nobodySpoke())) {
                return behind;
            }
        } else {
            List<Party> all = named(
                    Math.max(s.from(), m.from - ContactFinder.REACH), Math.min(s.to(), m.to + ContactFinder.REACH));
            if (all.size() == 2) {
                return all;
            }
        }
        List<Party> just =
                s.index() > 0 && text.sentence(s.index() - 1).paragraph() == s.paragraph() ? twoBefore(s) : List.of();
        if (!just.isEmpty()) {
            Talk talk = talkBefore(s);
            c.talkedAt = nobodySpoke() && talk != null && talk.sentence() == s.index() - 1 ? talk.verb() : -1;
            return just;
        }
        for (int k = found.size() - 1; k >= 0; k--) {
            Contact last = found.get(k);
            if (last.parties.size() >= 2) {
                return List.copyOf(last.parties);
            }
        }
        Talk talk = talkBefore(s);
        c.talkedAt = talk == null ? -1 : talk.verb();
        return talk == null ? List.of() : talk.parties();
    }

    /** "Trump called Turnbull's plans bad during a call between the pair": those whose something is spoken of as well. */
    private List<Party> withOwners(List<Party> named, Sentence s, int until) {
        List<Party> out = new ArrayList<>(named);
        for (Mention m : mentions.within(Math.max(s.from(), until - ContactFinder.REACH), until)) {
            boolean owner = m.possessive && m.kind == Mention.Kind.PERSON && mentions.isParty(m, day);
            if (owner && mentions.inOffice(m, day)) {
                Party p = Party.of(m);
                if (out.stream().noneMatch(q -> q.key().equals(p.key()))) {
                    out.add(p);
                }
            }
        }
        return out;
    }

    private boolean nobodySpoke() {
        return found.stream().noneMatch(c -> c.parties.size() >= 2);
    }

    /** The leaders named between two words, each once. */
    List<Party> named(int from, int to) {
        List<Party> out = new ArrayList<>();
        for (Mention other : mentions.within(from, to)) {
            boolean person = other.kind == Mention.Kind.PERSON || other.kind == Mention.Kind.OFFICE;
            if (person && !other.possessive && mentions.isParty(other, day) && mentions.inOffice(other, day)) {
                Party p = Party.of(other);
                if (out.stream().noneMatch(q -> q.key().equals(p.key()))) {
                    out.add(p);
                }
            }
        }
        return out;
    }

    /** "Kerry told Lavrov about Assad when the two spoke": the one who said it and the one to whom. */
    private List<Party> speakerAndAddressee(Sentence s, int until) {
        Exchange first = exchanges.computeIfAbsent(s.index(), k -> firstExchange(s));
        return first.at() < until ? first.parties() : List.of();
    }

    /** The first verb of a sentence with which one leader addresses another; none for one who addresses himself. */
    private record Exchange(int at, List<Party> parties) {}

    private Exchange firstExchange(Sentence s) {
        for (int i = s.from() + 1; i < s.to(); i++) {
            Mention to = text.in(TRANSITIVE, i) ? mentions.at(i + 1) : null;
            if (to == null || to.kind != Mention.Kind.PERSON && to.kind != Mention.Kind.OFFICE) {
                continue;
            }
            List<Party> before = named(Math.max(s.from(), i - ContactFinder.REACH), i);
            if (!before.isEmpty() && mentions.isParty(to, day)) {
                Party speaker = before.get(before.size() - 1);
                Party addressee = Party.of(to);
                return new Exchange(i, speaker.key().equals(addressee.key()) ? List.of() : List.of(speaker, addressee));
            }
        }
        return new Exchange(s.to(), List.of());
    }

    /** "he": the subject of the sentence so far or of the one before, not one who is on the call already. */
    private @Nullable Party pronoun(Mention m, Sentence s, Contact c) {
        Party ahead = m.from - s.from() <= 4 ? ahead(m, s) : null;
        if (ahead != null) {
            return ahead;
        }
        boolean object = text.is(m.from, "him") || text.is(m.from, "her") && !m.possessive;
        Party here = object ? subjectOfOtherClause(m, s, c) : null;
        if (here != null) {
            return here;
        }
        for (int k = object ? s.index() - 1 : s.index(); k >= Math.max(0, s.index() - (object ? 12 : 4)); k--) {
            Sentence at = text.sentence(k);
            int until = k == s.index() ? m.from : at.to();
            for (Mention other : mentions.within(Math.max(at.from(), until - ContactFinder.REACH), until)) {
                boolean named = other.kind == Mention.Kind.PERSON || other.kind == Mention.Kind.OFFICE;
                boolean isIssuer = object
                        && issuer != null
                        && other.person != null
                        && other.person.id().equals(issuer.id());
                boolean counts = named
                        && mentions.isParty(other, day)
                        && !other.possessive
                        && !isIssuer
                        && !mentions.governed(other);
                if (counts) {
                    Party p = Party.of(other);
                    if (!c.has(p)) {
                        return p;
                    }
                }
            }
        }
        Party governed = object ? governedBefore(m, s, c) : null;
        return governed == null ? ownerBefore(m, s, c) : governed;
    }

    /** "At the request of Secretary Rice, Nakasone spoke with her": the one in the opening phrase, who is not the subject. */
    private @Nullable Party governedBefore(Mention m, Sentence s, Contact c) {
        List<Party> before = named(Math.max(s.from(), m.from - ContactFinder.REACH), m.from);
        boolean opening =
                before.size() == 2 && text.in(PREPOSITIONS, before.get(0).from() - 1);
        return opening && !c.has(before.get(0)) ? before.get(0) : null;
    }

    /** "Trump gave in after the Turkish leader pressed him": the subject of the clause before, not of his own. */
    private @Nullable Party subjectOfOtherClause(Mention m, Sentence s, Contact c) {
        List<Party> subjects = new ArrayList<>();
        boolean clause = false;
        int last = s.from();
        for (Mention other : mentions.within(Math.max(s.from(), m.from - ContactFinder.REACH), m.from)) {
            boolean person = other.kind == Mention.Kind.PERSON || other.kind == Mention.Kind.OFFICE;
            if (person
                    && !other.possessive
                    && mentions.isParty(other, day)
                    && (!text.in(PREPOSITIONS, other.from - 1) || doesSomething(other))) {
                boolean cleft = text.in(SUBJECT_RELATIVES, Math.max(other.to, other.reach));
                clause |= !subjects.isEmpty() && (cleft || text.any(SUBORDINATORS, last, other.from));
                subjects.add(Party.of(other));
                last = other.to;
            }
        }
        if (!clause || subjects.size() < 2) {
            return null;
        }
        Party own = subjects.get(subjects.size() - 1);
        Party first = subjects.get(0);
        return first.key().equals(own.key()) || c.has(first) ? null : first;
    }

    /** "Hours before Putin's speech, Macron spoke to him": the one whose something is spoken of. */
    private @Nullable Party ownerBefore(Mention m, Sentence s, Contact c) {
        for (Mention other : mentions.within(Math.max(s.from(), m.from - ContactFinder.REACH), m.from)) {
            if (other.possessive && other.kind == Mention.Kind.PERSON && mentions.isParty(other, day)) {
                Party p = Party.of(other);
                return c.has(p) ? null : p;
            }
        }
        return null;
    }

    /** "Prior to his discussion with Putin, Scholz": the subject behind the opening phrase. */
    private @Nullable Party ahead(Mention m, Sentence s) {
        if (!text.in(PHRASE_OPENERS, s.from())
                && !text.is(m.from - 1, "to")
                && !text.is(s.from(), "ahead")
                && !text.ends(s.from(), "ing")) {
            return null;
        }
        for (int i = s.from(); i < m.from; i++) {
            if (text.gapHas(i, ',')) {
                return null;
            }
        }
        for (Mention other : mentions.within(m.to, Math.min(s.to(), m.to + ContactFinder.REACH))) {
            boolean clause = text.gapHas(other.from - 1, ',');
            if (clause
                    && (other.kind == Mention.Kind.PERSON || other.kind == Mention.Kind.OFFICE)
                    && mentions.isParty(other, day)
                    && !other.possessive) {
                return Party.of(other);
            }
        }
        return null;
    }

    /** Who says "I" there: the one quoted, else the one whose readout it is. */
    @Nullable
    Party speaker(int at, Sentence s) {
        if (quotations.inside(text.token(at).start())) {
            Mention said = quotations.speakerOf(text.token(at).start());
            if (said != null && mentions.isParty(said, day)) {
                return Party.of(said);
            }
            return null;
        }
        if (issuer == null) {
            for (Mention m : mentions.within(
                    Math.max(0, at - ContactFinder.REACH), Math.min(text.size(), at + ContactFinder.REACH))) {
                if (quotations.signs(m) && mentions.isParty(m, day)) {
                    return Party.of(m);
                }
            }
            return null;
        }
        return new Party(issuer, issuer.name(), null, null, false, at, at + 1);
    }
}
