package org.readout.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Medium;
import org.readout.extraction.ArgumentReader.Arguments;
import org.readout.extraction.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;

/** Contacts told by a verb, or by a means beside any verb: "spoke with", "phoned", "agreed over the phone". */
final class VerbContacts {

    private static final PhraseTrie<String> MEANS = Lexicon.phrases("contact-means");
    private static final Set<String> NOUN_BEFORE = Lexicon.words("noun-before");
    private static final Set<String> SKIPPABLE = Lexicon.words("adverbial-words");
    private static final Set<String> IN_PERSON = Lexicon.words("in-person");
    private static final Set<String> AFTER_OBJECT = Lexicon.words("after-called-object");
    private static final Set<String> ANOTHER = Lexicon.words("another-call");
    private static final Set<String> RECIPROCAL = Lexicon.words("reciprocal-verbs");
    private static final Set<String> EARLIER = Lexicon.words("earlier-contact");

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final PartyFinder parties;
    private final ArgumentReader arguments;
    private final ContactMaker maker;
    private final List<Contact> found;

    VerbContacts(
            TokenizedText text,
            MentionIndex mentions,
            PartyFinder parties,
            ArgumentReader arguments,
            ContactMaker maker,
            List<Contact> found) {
        this.text = text;
        this.mentions = mentions;
        this.parties = parties;
        this.arguments = arguments;
        this.maker = maker;
        this.found = found;
    }

    /** "called", "phoned", "rang": the object follows, and the subject is who called. */
    void called(int from, int to, Sentence s) {
        int at = to;
        while (Set.of("up", "back", "on", "today", "yesterday", "again").contains(text.word(at))
                && !text.word(at).equals("on")
                && at - to < 2) {
            at++;
        }
        boolean certain = !text.word(from).startsWith("call")
                && !text.word(from).startsWith("rang")
                && !text.word(from).startsWith("ring");
        boolean passive = Set.of("was", "were", "been", "being", "is", "be").contains(text.word(from - 1));
        if (passive) {
            return;
        }
        boolean participle = text.word(from).endsWith("ed");
        if (!certain && !participle && NOUN_BEFORE.contains(text.word(from - 1)) && !mentionBefore(from)) {
            return;
        }
        Mention object = mentions.at(at);
        int skip = at;
        while (certain
                && object == null
                && skip < s.to()
                && skip - at < 4
                && (SKIPPABLE.contains(text.word(skip))
                        || text.word(skip).equals("the")
                        || text.token(skip).capital() && mentions.at(skip + 1) != null)) {
            object = mentions.at(++skip);
        }
        if (object == null
                || object.kind == Mention.Kind.STATE
                || object.kind == Mention.Kind.FIRST_PERSON
                || object.possessive && object.kind != Mention.Kind.PRONOUN) {
            calledMe(from, to, s);
            return;
        }
        int end = Math.max(object.to, object.reach);
        if (!certain
                && !(end >= s.to()
                        || AFTER_OBJECT.contains(text.word(end))
                        || text.gap(end - 1).indexOf(',') >= 0
                        || text.token(end).capital() && mentions.at(end) == null
                        || text.gap(end - 1).indexOf('—') >= 0)) {
            return;
        }
        if (!certain && object.kind == Mention.Kind.PRONOUN && end < s.to() && !AFTER_OBJECT.contains(text.word(end))) {
            return;
        }
        Contact c = new Contact(from, to, s.index(), Medium.PHONE, "contact-called");
        List<Mention> objectMentions = new ArrayList<>();
        arguments.list(object.from, s, objectMentions, new ArrayList<>());
        List<Party> objects = new ArrayList<>();
        objectMentions.forEach(m -> objects.addAll(parties.resolve(m, s, c)));
        if (objects.isEmpty()) {
            return;
        }
        List<Party> subjects = parties.subject(from, s, c, objects, false);
        if (subjects.isEmpty()) {
            return;
        }
        c.called(subjects.get(0), subjects.get(0).from(), end, "initiator-called");
        maker.pair(c, subjects, objects, s, from, end, null);
    }

    /** "The President of Taiwan CALLED ME": the other side is whoever speaks. */
    private void calledMe(int from, int to, Sentence s) {
        if (!text.word(to).equals("me")) {
            return;
        }
        Contact c = new Contact(from, to, s.index(), Medium.PHONE, "contact-called-me");
        List<Party> subjects = parties.subject(from, s, c, List.of(), false);
        Party speaker = parties.speaker(from, s);
        if (subjects.isEmpty() || speaker == null) {
            return;
        }
        c.called(subjects.get(0), subjects.get(0).from(), to + 1, "initiator-called");
        maker.pair(c, subjects, List.of(speaker), s, from, to, null);
    }

    /** "reached out to", "placed a call to". */
    void reached(int from, int to, Sentence s) {
        List<Mention> list = new ArrayList<>();
        int end = arguments.list(to, s, list, new ArrayList<>());
        Contact c = new Contact(from, to, s.index(), Medium.UNSPECIFIED, "contact-reached-out");
        List<Party> objects = new ArrayList<>();
        list.forEach(m -> objects.addAll(parties.resolve(m, s, c)));
        List<Party> subjects = objects.isEmpty() ? List.of() : parties.subject(from, s, c, objects, false);
        if (subjects.isEmpty()) {
            return;
        }
        c.called(subjects.get(0), subjects.get(0).from(), end, "initiator-reached-out");
        maker.pair(c, subjects, objects, s, from, end, null);
    }

    /** "spoke with", "talked to", "the two leaders spoke by phone". */
    void spoke(int from, int to, Sentence s) {
        Arguments args = arguments.read(to, s);
        Medium medium = meansNear(to, s, from);
        Contact c = new Contact(from, to, s.index(), medium == null ? Medium.UNSPECIFIED : medium, "contact-spoke");
        c.another = text.any(ANOTHER, to, to + 2);
        c.earlier = EARLIER.contains(text.word(from - 1));
        c.also = text.word(from - 1).equals("also") || text.word(to).equals("also");
        boolean with = args.preposition().equals("with") || args.preposition().equals("to");
        if (medium == null && text.any(IN_PERSON, s.from(), Math.min(s.to(), s.from() + 2 * ContactFinder.REACH))) {
            return;
        }
        List<Party> objects = new ArrayList<>();
        if (with) {
            args.mentions().forEach(m -> objects.addAll(parties.resolve(m, s, c)));
            if (objects.isEmpty()) {
                return;
            }
        } else if (medium == null && !plainlyTogether(to, s)) {
            return;
        }
        List<Party> subjects = parties.subject(from, s, c, objects, objects.isEmpty());
        if (subjects.isEmpty() && text.word(from).endsWith("ing")) {
            subjects = parties.subjectBehind(args.end(), s, c, false);
        }
        if (objects.isEmpty() && subjects.size() < 2) {
            return;
        }
        maker.pair(c, subjects, objects, s, from, Math.max(to, args.end()), args);
    }

    /** Whether "A and B spoke" stands by itself: "spoke on Friday", "last communicated in December". */
    private boolean plainlyTogether(int to, Sentence s) {
        return to >= s.to()
                || text.gap(to - 1).indexOf(',') >= 0
                || SKIPPABLE.contains(text.word(to))
                        && !Set.of("of", "about", "at").contains(text.word(to))
                || text.token(to).digits();
    }

    /** "agreed over the phone", "hashed out with Putin by phone". */
    void means(int from, int to, Medium medium, Sentence s) {
        for (int k = found.size() - 1; k >= 0 && found.get(k).sentence == s.index(); k--) {
            Contact near = found.get(k);
            if (from - near.to < 15) {
                near.medium = medium;
                return;
            }
        }
        Contact c = new Contact(from, to, s.index(), medium, "contact-by-means");
        if (withOthers(c, from, s)) {
            return;
        }
        List<Party> both = new ArrayList<>();
        List<Mention> left = mentions.within(Math.max(s.from(), from - ContactFinder.REACH), from);
        for (int k = left.size() - 1; k >= 0 && both.size() < 2; k--) {
            for (Party p : parties.resolve(left.get(k), s, c)) {
                if (both.stream().noneMatch(q -> q.key().equals(p.key()))) {
                    both.add(0, p);
                }
            }
        }
        if (both.size() >= 2
                && (!coordinated(both) || text.any(RECIPROCAL, Math.max(s.from(), from - ContactFinder.REACH), from))) {
            both.forEach(c::add);
            maker.accept(c, s, from);
        }
    }

    /** "held talks with Macron and Erdogan by phone": those behind the preposition, with the subject before it. */
    private boolean withOthers(Contact c, int from, Sentence s) {
        for (int i = from - 1; i >= Math.max(s.from(), from - ContactFinder.REACH / 2); i--) {
            if (!text.word(i).equals("with") && !text.word(i).equals("to")) {
                continue;
            }
            List<Mention> list = new ArrayList<>();
            arguments.list(i + 1, s, list, new ArrayList<>());
            List<Party> objects = new ArrayList<>();
            list.forEach(m -> objects.addAll(parties.resolve(m, s, c)));
            List<Party> subjects = objects.isEmpty() ? List.of() : parties.subject(i, s, c, objects, false);
            if (!subjects.isEmpty()) {
                maker.pair(c, subjects, objects, s, i, from, null);
                return true;
            }
        }
        return false;
    }

    /** "Merkel and Hollande pushed back over the phone": side by side, against a third. */
    private boolean coordinated(List<Party> parties) {
        return text.word(parties.get(0).to()).equals("and")
                && parties.get(1).from() - parties.get(0).to() <= 6;
    }

    private @Nullable Medium meansNear(int to, Sentence s, int from) {
        for (int i = Math.max(s.from(), from - 4); i < Math.min(s.to(), to + 25); i++) {
            Optional<PhraseTrie.Found<String>> means = MEANS.at(text.tokens, i);
            if (means.isPresent()) {
                return Medium.valueOf(means.get().values().get(0));
            }
        }
        return null;
    }

    private boolean mentionBefore(int i) {
        Mention m = mentions.before(i);
        return m != null && !m.possessive && m.kind != Mention.Kind.STATE;
    }
}
