package org.readout.extraction.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;

/** What the sentences of a text say of two leaders who talked, without saying how: "A and B discussed the war", "A told B". */
final class Talks {

    private static final WordList TAKING_PART = WordList.of("taking-part");
    private static final WordList TRANSITIVE = WordList.of("transitive-talk");
    private static final WordList RECIPROCAL = WordList.of("reciprocal-verbs");
    private static final WordList MET = WordList.of("in-person-verbs");
    private static final int TALK_REACH = 8;
    private static final int MOST_ANSWERS = 2;
    /** Words of an answer with the name of who gives it before: "MR. HOLM: Yes, he has." */
    private static final int LONGEST_ANSWER = 6;

    private final Map<Integer, Exchange> exchanges = new HashMap<>();
    private final TokenizedText text;
    private final MentionIndex mentions;
    private final @Nullable LocalDate day;
    private final InPerson inPerson;

    Talks(TokenizedText text, MentionIndex mentions, @Nullable LocalDate day) {
        this.text = text;
        this.mentions = mentions;
        this.day = day;
        this.inPerson = new InPerson(text, mentions);
    }

    /**
     * The two leaders whom the sentence before puts together, an answer of a few words ("He has.") apart; none where it
     * names one, or more.
     */
    List<Party> twoBefore(Sentence s) {
        int k = s.index() - 1;
        while (k > 0 && s.index() - k <= MOST_ANSWERS && answers(text.sentence(k))) {
            k--;
        }
        if (k < 0) {
            return List.of();
        }
        Sentence before = text.sentence(k);
        if (text.any(MET, before.from(), before.to())) {
            return List.of();
        }
        List<Party> out = named(before.from(), Math.min(before.to(), before.from() + Contact.REACH));
        return out.size() == 2 ? out : List.of();
    }

    private boolean answers(Sentence s) {
        return s.to() - s.from() <= LONGEST_ANSWER
                && named(s.from(), s.to()).isEmpty()
                && text.gapHas(text.sentence(s.index() - 1).to() - 1, '?');
    }

    /** "Stoltenberg took part in a call organised by Biden. The call included …": those whom the sentence before puts on it. */
    List<Party> takingPart(Sentence s) {
        Sentence before = s.index() == 0 ? s : text.sentence(s.index() - 1);
        boolean took = !before.equals(s) && text.any(TAKING_PART, before.from(), before.to());
        return took ? named(before.from(), Math.min(before.to(), before.from() + Contact.REACH)) : List.of();
    }

    /** A sentence that says that two leaders talked, without saying how: its verb, and the two. */
    record Talk(int sentence, int verb, List<Party> parties) {}

    /** The nearest sentence before which says that two leaders talked ("A and B discussed the war"), not where they met. */
    @Nullable
    Talk talkBefore(Sentence s) {
        for (int k = s.index() - 1; k >= Math.max(0, s.index() - TALK_REACH); k--) {
            Talk talk = talkIn(text.sentence(k));
            if (talk != null) {
                return talk;
            }
        }
        return null;
    }

    /** What a sentence says of two leaders who talked ("A and B discussed the war", "A told B"); null where they met. */
    @Nullable
    Talk talkIn(Sentence at) {
        int until = Math.min(at.to(), at.from() + Contact.REACH);
        int verb = at.from();
        while (verb < until && !text.in(RECIPROCAL, verb)) {
            verb++;
        }
        Exchange told = exchanges.computeIfAbsent(at.index(), x -> firstExchange(at));
        if (verb >= until && told.parties().size() == 2 && !inPerson.tells(told.at(), told.at() + 1, at)) {
            return new Talk(at.index(), told.at(), told.parties());
        }
        List<Party> both = verb < until ? named(at.from(), until) : List.of();
        boolean apart = both.size() == 2 && !text.in(MET, verb) && !inPerson.tells(verb, verb + 1, at);
        return apart ? new Talk(at.index(), verb, both) : null;
    }

    /** "It was raised in the phone call. Putin assured Bush that": whom the next sentence has speak with each other; none where they met. */
    List<Party> addressedAfter(Sentence s) {
        if (s.index() + 1 >= text.sentences().size()) {
            return List.of();
        }
        Sentence next = text.sentence(s.index() + 1);
        Exchange told = exchanges.computeIfAbsent(next.index(), k -> firstExchange(next));
        boolean met = told.parties().size() == 2 && inPerson.tells(told.at(), told.at() + 1, next);
        return met ? List.of() : told.parties();
    }

    /** The verb of a sentence before which says that those of a contact talked; -1 where none does. */
    int talked(Contact c, Sentence s) {
        Talk talk = talkBefore(s);
        return talk != null && talk.parties().stream().allMatch(c::has) ? talk.verb() : -1;
    }

    /** The leaders named between two words, each once. */
    List<Party> named(int from, int to) {
        List<Party> out = new ArrayList<>();
        for (Mention other : mentions.within(from, to)) {
            boolean person = other.kind() == Mention.Kind.PERSON || other.kind() == Mention.Kind.OFFICE;
            if (person && !other.possessive() && mentions.isParty(other, day) && mentions.inOffice(other, day)) {
                Party p = Party.of(other);
                if (!p.isIn(out)) {
                    out.add(p);
                }
            }
        }
        return out;
    }

    /** "Kerry told Lavrov about Assad when the two spoke": the one who said it and the one to whom. */
    List<Party> speakerAndAddressee(Sentence s, int until) {
        Exchange first = exchanges.computeIfAbsent(s.index(), k -> firstExchange(s));
        return first.at() < until ? first.parties() : List.of();
    }

    /** The first verb of a sentence with which one leader addresses another; none for one who addresses himself. */
    private record Exchange(int at, List<Party> parties) {}

    private Exchange firstExchange(Sentence s) {
        for (int i = s.from() + 1; i < s.to(); i++) {
            Mention to = text.in(TRANSITIVE, i) ? mentions.at(i + 1) : null;
            if (to == null || to.kind() != Mention.Kind.PERSON && to.kind() != Mention.Kind.OFFICE) {
                continue;
            }
            List<Party> before = named(Math.max(s.from(), i - Contact.REACH), i);
            if (!before.isEmpty() && mentions.isParty(to, day)) {
                Party speaker = before.get(before.size() - 1);
                Party addressee = Party.of(to);
                return new Exchange(i, speaker.key().equals(addressee.key()) ? List.of() : List.of(speaker, addressee));
            }
        }
        return new Exchange(s.to(), List.of());
    }
}
