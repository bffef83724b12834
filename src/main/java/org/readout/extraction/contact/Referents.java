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

/** Says whom a mention stands for where it stands: a pronoun, "the two leaders", "the G7", whoever says "I". */
final class Referents {

    private static final WordList BETWEEN = WordList.glosses("between");

    private static final WordList IMPERSONATING = WordList.glosses("impersonating", "impersonated", "impersonates");
    private static final WordList IMPOSTORS = WordList.of("impostor-words");
    private static final int LONGEST_PRETENCE = 3;
    private static final int LATELY = 3;
    private static final int FEW = 5;

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final @Nullable LocalDate day;
    private final @Nullable Person issuer;
    private final List<List<Person>> titled;
    private final Quotations quotations;
    private final Talks talks;
    private final List<Contact> found;
    private final Pronouns pronouns;

    Referents(Scene scene, Talks talks, List<Contact> found) {
        this.text = scene.text();
        this.mentions = scene.mentions();
        this.day = scene.day();
        this.issuer = scene.issuer();
        this.titled = scene.titled().calls();
        this.quotations = scene.quotations();
        this.talks = talks;
        this.found = found;
        this.pronouns = new Pronouns(scene, talks);
    }

    /** The sides that a mention stands for here. */
    List<Party> resolve(Mention m, Sentence s, Contact c) {
        switch (m.kind()) {
            case PERSON, OFFICE, COUNTERPART -> {
                return mentions.isParty(m, day) && !feigned(m) ? List.of(Party.of(m)) : List.of();
            }
            case GROUP -> {
                return m.members().stream().map(p -> Party.of(p, m)).toList();
            }
            case FIRST_PERSON -> {
                Party speaker = speaker(m.from(), s);
                return speaker == null ? List.of() : List.of(speaker);
            }
            case PLURAL -> {
                return plural(m, s, c);
            }
            case PRONOUN -> {
                Party p = pronouns.resolve(m, s, c);
                return p == null ? List.of() : List.of(p);
            }
            default -> {
                return List.of();
            }
        }
    }

    /** "a prankster posing as Modi": not the one named. */
    private boolean feigned(Mention m) {
        int head = mentions.head(m);
        boolean as = text.is(head - 1, "as") || text.is(head - 1, "be") && text.is(head - 2, "to");
        return text.in(IMPERSONATING, head - 1) || as && text.any(IMPOSTORS, head - LONGEST_PRETENCE, head);
    }

    private List<Party> plural(Mention m, Sentence s, Contact c) {
        if (text.is(m.from(), "we")) {
            return List.of();
        }
        List<Party> before = talks.named(Math.max(s.from(), m.from() - Contact.REACH), m.from());
        if (before.size() == 2) {
            return before;
        }
        List<Party> owners = before.size() == 1 ? withOwners(before, s, m.from()) : before;
        if (owners.size() == 2) {
            return owners;
        }
        Talks.Talk theirs = before.size() == 1 && !spokeLately(s) ? talks.talkBefore(s) : null;
        if (theirs != null && before.get(0).isIn(theirs.parties())) {
            return theirs.parties();
        }
        List<Party> told = talks.speakerAndAddressee(s, m.from());
        if (!told.isEmpty()) {
            return told;
        }
        if (before.isEmpty()) {
            List<Party> behind = talks.named(m.from(), Math.min(s.to(), m.to() + Contact.REACH));
            boolean apposed = !behind.isEmpty() && behind.get(0).from() - m.to() <= 3;
            if (behind.size() == 2 && (apposed || nobodySpoke())) {
                return behind;
            }
        } else {
            List<Party> all =
                    talks.named(Math.max(s.from(), m.from() - Contact.REACH), Math.min(s.to(), m.to() + Contact.REACH));
            if (all.size() == 2) {
                return all;
            }
        }
        boolean here = s.index() > 0 && text.sentence(s.index() - 1).paragraph() == s.paragraph();
        List<Party> just = here || !spokeLately(s) ? talks.twoBefore(s) : List.of();
        if (!just.isEmpty()) {
            Talks.Talk talk = talks.talkBefore(s);
            c.talkedAt(nobodySpoke() && talk != null && talk.sentence() == s.index() - 1 ? talk.verb() : -1);
            return just;
        }
        for (int k = found.size() - 1; k >= 0; k--) {
            Contact last = found.get(k);
            if (last.parties().size() >= 2) {
                return List.copyOf(last.parties());
            }
        }
        Talks.Talk talk = talks.talkBefore(s);
        c.talkedAt(talk == null ? -1 : talk.verb());
        if (talk != null) {
            return talk.parties();
        }
        List<Party> two = onlyTwo(m, s);
        return two.isEmpty() ? titled(m.from()) : two;
    }

    /** "a call between the leaders": the only two whom the paragraphs before name, where a call of theirs is told of. */
    private List<Party> onlyTwo(Mention m, Sentence s) {
        boolean between = text.in(BETWEEN, m.from() - 1) || text.in(BETWEEN, m.from() - 2);
        if (!between) {
            return List.of();
        }
        List<Party> named =
                talks.named(text.sentence(Math.max(0, s.index() - FEW)).from(), s.from());
        return named.size() == 2 ? named : List.of();
    }

    /** "Trump called Turnbull's plans bad during a call between the pair": those whose something is spoken of as well. */
    private List<Party> withOwners(List<Party> named, Sentence s, int until) {
        List<Party> out = new ArrayList<>(named);
        for (Mention m : mentions.within(Math.max(s.from(), until - Contact.REACH), until)) {
            boolean owner = m.possessive() && m.kind() == Mention.Kind.PERSON && mentions.isParty(m, day);
            if (owner && mentions.inOffice(m, day)) {
                Party p = Party.of(m);
                if (!p.isIn(out)) {
                    out.add(p);
                }
            }
        }
        return out;
    }

    /** Whether a call of two was told of so few sentences before that "the two leaders" can be those on it. */
    private boolean spokeLately(Sentence s) {
        for (int k = found.size() - 1; k >= 0 && s.index() - found.get(k).sentence() <= LATELY; k--) {
            if (found.get(k).parties().size() >= 2) {
                return true;
            }
        }
        return false;
    }

    private boolean nobodySpoke() {
        return found.stream().noneMatch(c -> c.parties().size() >= 2);
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
            for (Mention m :
                    mentions.within(Math.max(0, at - Contact.REACH), Math.min(text.size(), at + Contact.REACH))) {
                if (quotations.signs(m) && mentions.isParty(m, day)) {
                    return Party.of(m);
                }
            }
            return null;
        }
        return issuer(at);
    }

    /** Whose office issued the text; null where nobody's did. */
    @Nullable
    Party issuer(int at) {
        return issuer == null ? null : Party.of(issuer, at);
    }

    /** Those on the call that the headline tells of; none where it tells of none, or of several. */
    List<Party> titled(int at) {
        return titled.size() != 1
                ? List.of()
                : titled.get(0).stream().map(p -> Party.of(p, at)).toList();
    }

    /** The only other whom the headline puts on a call with somebody; null where it puts nobody there, or several. */
    @Nullable
    Party titledWith(Party one, int at) {
        List<Person> others = titled.stream()
                .filter(call -> call.size() == 2 && call.stream().anyMatch(p -> p.id().equals(one.key())))
                .flatMap(List::stream)
                .filter(p -> !p.id().equals(one.key()))
                .distinct()
                .toList();
        return others.size() == 1 ? Party.of(others.get(0), at) : null;
    }
}
