package org.readout.extraction.contact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Medium;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText.Sentence;

/** Contacts told by a means beside any verb: "agreed over the phone", "was on the phone with Xi". */
final class MeansContacts extends ContactRules {

    /** "thanked Modi", "told Modi": verbs of which the one addressed is the object. */
    private static final WordList ADDRESSING = WordList.of("transitive-talk");

    /** "contacted Mohammed bin Salman by phone": verbs of which the subject called. */
    private static final WordList CONTACTING = WordList.of("contacting-verbs");

    private static final WordList TRANSITIVE = WordList.of("transitive-talk");
    private static final WordList RECIPROCAL = WordList.of("reciprocal-verbs");
    private static final WordList SKIPPABLE = WordList.of("adverbial-words");

    /** Words that say on which day, between the means and with whom. */
    private static final int DAY_WORDS = 5;

    private static final WordList ONE_CALL = WordList.of("one-call");
    private static final WordList DISCUSSIONS = WordList.of("call-nouns");
    private static final WordList ABOUT = WordList.glosses("about", "on", "over", "regarding");
    private static final WordList TALKS = WordList.of("talk-nouns");
    private static final WordList WITH = WordList.glosses("with", "to");
    private static final WordList COPULAS = WordList.of("copulas");
    private static final WordList SPEECH = WordList.of("speech-verbs");
    private static final WordList UNITS = WordList.of("length-units");
    private static final int LONGEST_LENGTH = 7;

    MeansContacts(ContactRules others) {
        super(others);
    }

    /** "agreed over the phone", "hashed out with Putin by phone". */
    void read(int from, int to, Medium medium, Sentence s) {
        for (int k = found.size() - 1; k >= 0 && found.get(k).sentence() == s.index(); k--) {
            Contact near = found.get(k);
            if (from - near.to() < 15 && near.parties().size() >= 2) {
                near.medium(medium);
                return;
            }
        }
        Contact c = new Contact(from, to, s.index(), medium, "contact-by-means");
        if (maker.refused(s.index(), from)) {
            return;
        }
        if (withOthersBehind(c, from, to, s) || withOthers(c, from, s) || addressedBefore(c, from, s)) {
            return;
        }
        List<Party> both = new ArrayList<>();
        List<Mention> left = mentions.within(Math.max(s.from(), from - Contact.REACH), from);
        boolean governed = true;
        for (int k = left.size() - 1;
                k >= 0 && (both.size() < 2 || mentions.adjoins(left.get(k), mentions.head(left.get(k + 1))));
                k--) {
            boolean about = text.in(ABOUT, mentions.head(left.get(k)) - 1);
            if (about || parties.onlyOwns(left.get(k)) || mentions.ownsSomebody(left.get(k))) {
                continue;
            }
            governed &= text.in(WITH, left.get(k).from() - 1);
            for (Party p : parties.resolve(left.get(k), s, c)) {
                if (!p.isIn(both)) {
                    both.add(0, p);
                }
            }
        }
        Mention nearest = mentions.before(from);
        if (nearest != null && nearest.kind() == Mention.Kind.GROUP && briefed(c, nearest, from, s)) {
            return;
        }
        if (nearest != null
                && nearest.kind() == Mention.Kind.PRONOUN
                && parties.resolve(nearest, s, c).isEmpty()) {
            return;
        }
        if (both.isEmpty()) {
            ahead(c, to, s);
            return;
        }
        if (both.size() == 1) {
            both.addAll(parties.behind().urged(to, s, c, both.get(0)));
            both.addAll(both.size() == 1 ? addressed(to, s, c, both.get(0)) : List.of());
        }
        if (both.size() >= 2
                && !governed
                && (!coordinated(both)
                        || text.in(COPULAS, from - 1)
                        || text.any(RECIPROCAL, Math.max(s.from(), from - Contact.REACH), from)
                        || text.any(TALKS, Math.max(s.from(), from - Contact.REACH), from)
                        || text.any(DISCUSSIONS, Math.max(s.from(), from - Contact.REACH), from))) {
            both.forEach(c::add);
            Party first = both.get(0);
            if (text.any(CONTACTING, first.to(), both.get(1).from())) {
                c.called(first, first.from(), to, "initiator-reached-out");
            }
            maker.accept(c, s, from);
        }
    }

    /** "Macron, by phone, thanked Modi": the one whom the verb right behind has for its object. */
    private List<Party> addressed(int to, Sentence s, Contact c, Party subject) {
        Mention object = to < s.to() && text.in(ADDRESSING, to) ? mentions.at(to + 1) : null;
        return object == null
                ? List.of()
                : parties.resolve(object, s, c).stream()
                        .filter(p -> !p.key().equals(subject.key()))
                        .toList();
    }

    /** "Biden briefed the leaders of France and Germany by phone": somebody with a group that a verb has for its object. */
    private boolean briefed(Contact c, Mention group, int from, Sentence s) {
        List<Party> objects = parties.resolve(group, s, c);
        List<Party> subjects = objects.isEmpty() ? List.of() : parties.subject(group.from(), s, c, objects, false);
        if (subjects.isEmpty()) {
            return false;
        }
        maker.pair(c, subjects, objects, s, from, c.to(), null);
        return true;
    }

    /** "was on the phone with Xi", "over the phone on Thursday, discussed with Macron": those behind the means. */
    private boolean withOthersBehind(Contact c, int from, int to, Sentence s) {
        int at = behindLength(to, s);
        while (at < Math.min(s.to(), to + DAY_WORDS)
                && (text.in(SKIPPABLE, at) || text.token(at).digits())) {
            at++;
        }
        if (!text.in(WITH, at)) {
            at = to;
            while (at < Math.min(s.to(), to + 14) && !text.in(RECIPROCAL, at)) {
                at++;
            }
            while (at < Math.min(s.to(), to + 18) && !text.in(WITH, at)) {
                at++;
            }
        }
        boolean infinitive = text.is(at, "to") && arguments.infinitive(at + 1, s);
        if (at >= s.to() || !text.in(WITH, at) || infinitive) {
            return false;
        }
        List<Mention> list = new ArrayList<>();
        int end = arguments.list(at + 1, s, list, new ArrayList<>());
        List<Party> objects = parties.resolve(list, s, c);
        List<Party> subjects = objects.isEmpty() ? List.of() : parties.subject(from, s, c, objects, false);
        if (subjects.isEmpty() && !objects.isEmpty()) {
            subjects = parties.behind().subject(end, s, c, false, true);
        }
        if (subjects.isEmpty()) {
            return false;
        }
        c.single(text.in(TALKS, from - 1)
                || text.in(ONE_CALL, to - 1)
                || text.isOneOf(from - 1, "met", "meet", "meeting"));
        maker.pair(c, subjects, objects, s, from, end, null);
        return true;
    }

    /** "on the phone for two straight hours with Xi": behind the length of time. */
    private int behindLength(int at, Sentence s) {
        boolean length = text.is(at, "for");
        for (int i = at; length && i < Math.min(s.to(), at + LONGEST_LENGTH); i++) {
            if (text.in(UNITS, i)) {
                return i + 1;
            }
        }
        return at;
    }

    /** "held talks with Macron and Erdogan by phone": those behind the preposition, with the subject before it. */
    private boolean withOthers(Contact c, int from, Sentence s) {
        for (int i = from - 1; i >= Math.max(s.from(), from - Contact.REACH / 2); i--) {
            if (!text.in(WITH, i) || !text.clauses().together(i, from)) {
                continue;
            }
            List<Mention> list = new ArrayList<>();
            arguments.list(i + 1, s, list, new ArrayList<>());
            List<Party> objects = parties.resolve(list, s, c);
            List<Party> subjects = objects.isEmpty() ? List.of() : parties.subject(i, s, c, objects, false);
            if (!subjects.isEmpty()) {
                maker.pair(c, subjects, objects, s, i, from, null);
                return true;
            }
        }
        return false;
    }

    /** "consulted A and B by phone": those whom the verb before has for its objects, with its subject. */
    private boolean addressedBefore(Contact c, int from, Sentence s) {
        Mention last = mentions.before(behindAdverbs(from, s));
        Mention first = last;
        while (first != null && last != null && first.kind() == Mention.Kind.PERSON && joinedTo(first) != null) {
            first = joinedTo(first);
        }
        int verb = first == null ? -1 : mentions.wordBefore(mentions.head(first));
        if (first == null || verb < s.from() || !takesSomebody(verb)) {
            return false;
        }
        List<Mention> list = new ArrayList<>();
        arguments.list(first.from(), s, list, new ArrayList<>());
        List<Party> objects = parties.resolve(list, s, c);
        List<Party> subjects = objects.isEmpty() ? List.of() : parties.subject(verb, s, c, objects, false);
        if (subjects.isEmpty()) {
            return false;
        }
        if (text.in(CONTACTING, verb)) {
            c.called(subjects.get(0), subjects.get(0).from(), c.to(), "initiator-reached-out");
        }
        maker.pair(c, subjects, objects, s, verb, c.to(), null);
        return true;
    }

    /** Where the words that say when begin: "on Friday" of "invited A on Friday by phone". */
    private int behindAdverbs(int from, Sentence s) {
        int at = from;
        while (at > s.from() && from - at < DAY_WORDS && mentions.before(at) == null && text.in(SKIPPABLE, at - 1)) {
            at--;
        }
        return at;
    }

    /** The name before one, with only a comma or an "and" between; null where there is none. */
    private @Nullable Mention joinedTo(Mention m) {
        int head = mentions.head(m);
        Mention before = mentions.before(text.is(head - 1, "and") ? head - 1 : head);
        boolean comma = text.is(head - 1, "and") || text.gapHas(head - 1, ',');
        return before != null && comma && before.kind() == Mention.Kind.PERSON && !before.possessive() ? before : null;
    }

    private boolean takesSomebody(int verb) {
        boolean regular = text.ends(verb, "ed") && !text.token(verb).capital() && !text.in(SPEECH, verb);
        return text.in(TRANSITIVE, verb) || text.in(CONTACTING, verb) || regular;
    }

    /** "By phone on Friday, Scholz urged Putin", "On a call, A and B discussed the war with C": all of them behind. */
    private void ahead(Contact c, int to, Sentence s) {
        boolean cleft = text.is(to, "that");
        int at = cleft ? to + 1 : to;
        while (!cleft && at < Math.min(s.to(), to + 10) && !text.gapHas(at - 1, ',')) {
            at++;
        }
        if (at >= Math.min(s.to(), to + 10)) {
            return;
        }
        List<Mention> list = new ArrayList<>();
        int end = arguments.list(at, s, list, new ArrayList<>());
        List<Party> subjects = parties.resolve(list, s, c);
        if (subjects.isEmpty()) {
            return;
        }
        List<Party> objects = new ArrayList<>();
        for (int i = end; i < Math.min(s.to(), end + 20) && objects.isEmpty(); i++) {
            boolean governed = text.in(WITH, i) || text.in(SPEECH, i);
            if (governed) {
                List<Mention> others = new ArrayList<>();
                arguments.list(i + 1, s, others, new ArrayList<>());
                objects.addAll(parties.resolve(others, s, c));
            }
        }
        objects.removeIf(o -> o.isIn(subjects));
        if (!objects.isEmpty() || subjects.size() > 1) {
            subjects.forEach(c::add);
            objects.forEach(c::add);
            maker.accept(c, s, c.from());
        }
    }

    /** "Merkel and Hollande pushed back over the phone": side by side, against a third. */
    private boolean coordinated(List<Party> parties) {
        Party last = parties.get(parties.size() - 1);
        Party before = parties.get(parties.size() - 2);
        return text.is(before.to(), "and") && last.from() - before.to() <= 6;
    }
}
