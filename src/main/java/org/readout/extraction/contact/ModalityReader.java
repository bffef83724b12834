package org.readout.extraction.contact;

import java.util.Optional;
import org.readout.claim.CallStatus;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;

/** Tells a call that happened from one planned, cancelled, denied, or only thought of, by the words around it. */
final class ModalityReader {

    private static final PhraseList BEFORE = PhraseList.of("modality-before");
    private static final PhraseList AFTER = PhraseList.of("modality-after");
    /** What may stand within those of them: "will either happen today", "is now planned". */
    private static final WordList ADVERBS = WordList.glosses(
            "also", "now", "still", "either", "probably", "likely", "soon", "only", "currently", "already");

    private static final WordList PAST_PHRASE = WordList.glosses(
            "in", "during", "after", "following", "on", "over", "since", "from", "of", "about", "despite");
    private static final WordList IN_PHRASE = WordList.glosses("in", "during", "after", "following");
    /** "urged Putin by phone": the verb says what was said over the phone, not that somebody should telephone. */
    private static final WordList SPEECH = WordList.of("speech-verbs");

    private static final WordList DETERMINERS = WordList.glosses("the", "this", "that");
    private static final WordList BASE_FORMS = WordList.of("base-contact-verbs");
    private static final WordList SUBJECT_MATTER = WordList.of("subject-matter");
    private static final WordList HOLDING = WordList.of("holding-verbs");
    private static final WordList CONJUNCTIONS = WordList.of("conjunctions");
    private static final WordList NOMINATIVES = WordList.glosses("he", "she");
    private static final WordList SUBORDINATORS = WordList.of("subordinators");
    private static final WordList ACHIEVED = WordList.of("achieving-verbs");
    /** "went on to talk with Putin": what somebody did next. */
    private static final WordList WENT = WordList.glosses("went", "goes", "gone");

    private static final WordList MONTHS = WordList.of("months");
    private static final WordList PLANNING = WordList.of("planning-words");
    private static final WordList HABITUAL = WordList.of("habit-subjects");
    private static final WordList ASKING = WordList.of("asking-nouns");
    private static final WordList AHEAD = WordList.glosses("upcoming", "forthcoming");
    private static final WordList ARRANGED = WordList.glosses("planned", "scheduled", "expected", "anticipated");
    private static final WordList HELD = WordList.glosses("took", "happened", "occurred", "lasted", "went", "ended");
    private static final WordList PAST = WordList.of("past-verbs");
    private static final WordList PAST_COPULAS = WordList.glosses("was", "were");
    private static final WordList ANNOUNCING = WordList.glosses("announced", "announces", "announcing");
    /** "did not join the call between A and B": somebody was not on it, and it was held. */
    private static final WordList JOIN = WordList.glosses("join", "attend", "participate");

    private static final WordList GLAD = WordList.of("glad-words");
    private static final WordList MODALS = WordList.of("modals");
    private static final WordList ANY = WordList.glosses("a", "any", "another");
    /** What goes on between two, rather than happens. */
    private static final WordList STANDING = WordList.glosses("dialogue", "communication", "contact", "contacts");

    private static final WordList LINKS = WordList.glosses("between", "with", "from", "to", "by", "and", "of", "the");
    private static final PhraseList HAPPENED = PhraseList.of("happened-clauses");
    private static final PhraseList UNREAL = PhraseList.of("unreal-predicates");
    private static final WordList NO = WordList.glosses("no");
    private static final WordList INVERTED = WordList.glosses("had", "should", "were");
    private static final int LONGEST_PHRASE = 4;
    private static final int NEAR = 9;
    private static final int FAR = 24;

    private ModalityReader() {}

    /**
     * How the contact is put.
     *
     * @param start the first word of the phrase that tells of it
     * @return empty when it is only hypothetical
     */
    static Optional<CallStatus> read(TokenizedText text, MentionIndex mentions, Sentence s, int start, Contact c) {
        boolean noun = c.rule().equals("contact-noun");
        int behind = noun ? behindPeople(text, mentions, s, c) : c.to();
        String after = after(text, s, c, behind, noun);
        boolean announced = announced(text, mentions, s, start);
        boolean unreal = unfulfilled(text, mentions, s, start, c) && !announced;
        if (after.equals("NONE")
                || unreal
                || Questions.leavesOpen(text, s, start, c)
                || supposed(text, mentions, s, c)) {
            return Optional.empty();
        }
        if (after.equals("POSTPONED")) {
            return Optional.of(CallStatus.POSTPONED);
        }
        if (announced) {
            return Optional.of(CallStatus.PLANNED);
        }
        if (after.equals("CANCELLED") || after.equals("DENIED")) {
            return Optional.of(CallStatus.valueOf(after));
        }
        if (noun && tookPlace(text, s, behind)) {
            return Optional.of(CallStatus.HAPPENED);
        }
        boolean none = noun && text.in(NO, start);
        if (none && (after.equals("PLANNED") || text.in(ARRANGED, c.to()))) {
            return Optional.empty();
        }
        if (none && (start == s.from() || text.is(start - 1, "that") || text.gapHas(start - 1, ','))) {
            return Optional.of(CallStatus.DENIED);
        }
        if (noun && !after.equals("PLANNED") && onlySpokenOf(text, s, start, c, behind)) {
            return Optional.empty();
        }
        if (noun && (thoughtOf(text, s, start) || described(text, start, c.from()))) {
            return Optional.empty();
        }
        if (noun && stillToCome(text, start, c, behind)) {
            return Optional.of(CallStatus.PLANNED);
        }
        if (noun && text.in(IN_PHRASE, start - 1)) {
            return Optional.of(CallStatus.HAPPENED);
        }
        if (noun && since(text, s, start)) {
            return Optional.empty();
        }
        String left = left(text, mentions, s, start, c.rule().equals("contact-by-means"));
        if (left.equals("DENIED")) {
            return after.equals("PLANNED") ? Optional.empty() : Optional.of(CallStatus.DENIED);
        }
        int before = text.in(DETERMINERS, start - 1) ? start - 2 : start - 1;
        if (noun && text.in(PAST_PHRASE, before) && !left.equals("PLANNED-PHRASE")) {
            return Optional.of(CallStatus.HAPPENED);
        }
        return switch (left) {
            case "PLANNED", "PLANNED-PHRASE" -> Optional.of(CallStatus.PLANNED);
            case "CANCELLED" -> Optional.of(CallStatus.CANCELLED);
            case "POSTPONED" -> Optional.of(CallStatus.POSTPONED);
            case "HYPOTHETICAL" -> Optional.empty();
            default -> Optional.of(after.equals("PLANNED") ? CallStatus.PLANNED : CallStatus.HAPPENED);
        };
    }

    /**
     * "asked Trump to call Putin", "when I speak to Putin": an infinitive tells of no call unless a verb says that it came
     * to it ("interrupted the meeting to call Putin"), nor does what somebody does time and again.
     */
    private static boolean unfulfilled(TokenizedText text, MentionIndex mentions, Sentence s, int start, Contact c) {
        if (!text.in(BASE_FORMS, c.from()) || c.rule().equals("contact-noun")) {
            return false;
        }
        if (text.is(start - 1, "to") && text.is(start - 2, "on") && text.in(WENT, start - 3)) {
            return false;
        }
        if (text.is(start - 1, "to") && glad(text, s, start - 2)) {
            return false;
        }
        if (text.is(start - 1, "to") || goesOn(text, mentions, s, start)) {
            for (int i = start - 2; i >= Math.max(s.from(), start - FAR / 2); i--) {
                if (text.in(ACHIEVED, i)) {
                    return false;
                }
                if (text.in(PLANNING, i)) {
                    return false;
                }
            }
            return true;
        }
        return text.in(HABITUAL, start - 1) && start - 1 >= s.from() && !text.is(start - 2, "did");
    }

    /** "Good to speak with Modi", "It was a pleasure to talk to Modi", not "It would be good to speak with him". */
    private static boolean glad(TokenizedText text, Sentence s, int at) {
        return text.in(GLAD, at) && !text.any(MODALS, Math.max(s.from(), at - NEAR / 2), at);
    }

    /** "asked him to stop the fighting and talk to Zelensky": a second infinitive, joined to the first. */
    private static boolean goesOn(TokenizedText text, MentionIndex mentions, Sentence s, int start) {
        if (!text.in(CONJUNCTIONS, start - 1) || mentions.before(start - 1) != null) {
            return false;
        }
        for (int i = start - 2; i >= Math.max(s.from(), start - NEAR); i--) {
            Mention m = mentions.at(i);
            if (text.is(i, "to")) {
                return true;
            }
            if (m != null && m.kind() != Mention.Kind.STATE || text.gapHas(i, ',') || text.gapHas(i, ';')) {
                return false;
            }
        }
        return false;
    }

    /** "Biden and Xi to hold a phone conversation": names, and no more, before an infinitive, as headlines announce. */
    private static boolean announced(TokenizedText text, MentionIndex mentions, Sentence s, int start) {
        int to = text.in(HOLDING, start - 1) ? start - 2 : start - 1;
        if (to <= s.from() || to - s.from() > FAR || !text.is(to, "to")) {
            return false;
        }
        int i = s.from();
        while (i < to) {
            Mention m = mentions.at(i);
            if (m == null && !text.in(CONJUNCTIONS, i)) {
                return false;
            }
            i = m == null ? i + 1 : Math.max(m.to(), m.reach());
        }
        return i == to;
    }

    /** "Had Scholz called Putin, the deal would stand": a condition that the order of the words makes. */
    private static boolean supposed(TokenizedText text, MentionIndex mentions, Sentence s, Contact c) {
        return text.in(INVERTED, s.from())
                && mentions.at(s.from() + 1) != null
                && !text.gapHas(s.to() - 1, '?')
                && !text.gapsHave(s.from(), c.from(), ',');
    }

    /** "A call between A and B would help", "is unlikely", "any call must be arranged": a call, any, of which the verb tells no more. */
    private static boolean onlySpokenOf(TokenizedText text, Sentence s, int start, Contact c, int behind) {
        boolean any = text.in(ANY, start) || text.in(STANDING, c.from());
        boolean subject = start - s.from() <= 1 || text.is(start - 1, "that") || text.gapHas(start - 1, ',');
        int first = text.is(start - 1, "any") ? start - 1 : start;
        if (text.is(first, "any") && (first == s.from() || text.is(first - 1, "that"))) {
            return true;
        }
        return any
                && subject
                && behind > c.to()
                && behind < s.to()
                && text.at(UNREAL, behind).isPresent();
    }

    /** "requested a call with A, which took place on Friday": whatever became of the asking, the clause says that it was held. */
    private static boolean tookPlace(TokenizedText text, Sentence s, int behind) {
        return behind < s.to()
                && text.gapHas(behind - 1, ',')
                && text.at(HAPPENED, behind).isPresent();
    }

    /** The first word behind the contact and those whom it names as its people. */
    private static int behindPeople(TokenizedText text, MentionIndex mentions, Sentence s, Contact c) {
        int at = c.to();
        while (at < Math.min(s.to(), c.to() + FAR / 2) && (mentions.at(at) != null || text.in(LINKS, at))) {
            Mention m = mentions.at(at);
            at = m == null ? at + 1 : Math.max(m.to(), m.reach());
        }
        return at;
    }

    /** "the possibility of a call", "time for a call": right before the phrase, what makes a thought of it. */
    private static boolean thoughtOf(TokenizedText text, Sentence s, int start) {
        for (int i = Math.max(s.from(), start - LONGEST_PHRASE); i < start; i++) {
            Optional<PhraseTrie.Found<String>> found = text.at(BEFORE, i);
            boolean adjacent = found.isPresent() && i + found.get().length() == start;
            if (adjacent && found.get().length() > 1 && found.get().values().contains("HYPOTHETICAL")) {
                return true;
            }
        }
        return text.is(start - 1, "for") && text.any(ASKING, Math.max(s.from(), start - 2 - NEAR / 2), start - 1);
    }

    /** "a possible call", "a requested phone call": what its own words make a thought of. */
    private static boolean described(TokenizedText text, int start, int noun) {
        for (int i = start; i < noun; i++) {
            Optional<PhraseTrie.Found<String>> found = text.at(BEFORE, i);
            if (found.isPresent()
                    && i + found.get().length() <= noun
                    && found.get().values().contains("HYPOTHETICAL")) {
                return true;
            }
        }
        return false;
    }

    /** "an upcoming call", "the planned call", "announced a call"; but "held a scheduled call", "a planned call took place". */
    private static boolean stillToCome(TokenizedText text, int start, Contact c, int behind) {
        boolean held = text.in(IN_PHRASE, start - 1) || text.in(HOLDING, start - 1) || held(text, behind);
        boolean announced = text.in(ANNOUNCING, start - 1) && !text.any(HOLDING, c.to(), c.to() + LONGEST_PHRASE);
        return text.any(AHEAD, start, c.from()) || !held && text.any(ARRANGED, start, c.from()) || announced;
    }

    /** "took place", "was held": what happened, right behind a call and its people. */
    private static boolean held(TokenizedText text, int behind) {
        return text.in(HELD, behind) || text.in(PAST_COPULAS, behind) && text.in(HOLDING, behind + 1);
    }

    /** "since their last call", "since they had a video call": what the contact told of is measured from. */
    private static boolean since(TokenizedText text, Sentence s, int start) {
        for (int i = start - 1; i >= Math.max(s.from(), start - 4); i--) {
            if (text.gapHas(i, ',') || text.gapHas(i, ';')) {
                return false;
            }
            if (text.is(i, "since")) {
                return true;
            }
        }
        return false;
    }

    /** The last word of modality before the phrase, in its clause; denials are looked for further away. */
    private static String left(TokenizedText text, MentionIndex mentions, Sentence s, int start, boolean means) {
        String last = "";
        int lastEnd = -1;
        int from = Math.max(s.from(), start - FAR);
        for (int i = from; i < start; i++) {
            Optional<PhraseTrie.Found<String>> found = text.at(BEFORE, i);
            Mention named = found.isEmpty() ? null : mentions.at(i);
            boolean name = named != null && named.kind() == Mention.Kind.PERSON;
            if (found.isEmpty() || name || month(text, i) || i + found.get().length() > start + 1) {
                continue;
            }
            int end = i + found.get().length();
            if (text.any(JOIN, i, start)) {
                continue;
            }
            if (means && text.in(SPEECH, i)) {
                continue;
            }
            String kind = found.get().values().get(0);
            boolean near = start - end <= NEAR - 2
                    && !commaBetween(text, end, start)
                    && !text.any(SUBORDINATORS, end, start)
                    && peopleBetween(mentions, end, start) <= (kind.equals("QUESTION") ? 2 : 1);
            if (kind.equals("QUESTION") && near) {
                return "HYPOTHETICAL";
            }
            boolean negated = i == lastEnd && last.equals("HYPOTHETICAL");
            boolean undone = negated
                    || kind.equals("HAPPENED") && last.equals("DENIED")
                    || kind.equals("PLANNED") && content(text, end, start);
            if (!undone && (kind.equals("DENIED") && start - end <= FAR || near)) {
                last = kind;
            }
            lastEnd = end;
            i = end - 1;
        }
        return last;
    }

    /** "I will just say that he called Putin": what somebody will say is past; not "will be the first time that they spoke". */
    private static boolean content(TokenizedText text, int from, int verb) {
        for (int i = from; i < verb; i++) {
            if (text.is(i, "that")) {
                return text.in(PAST, verb) && !text.is(i - 1, "time");
            }
        }
        return false;
    }

    /** "on May 6": a month, not what may be. */
    private static boolean month(TokenizedText text, int i) {
        boolean dated = i + 1 < text.size() && text.token(i + 1).digits()
                || i > 0 && text.token(i - 1).digits();
        return text.token(i).capital() && text.in(MONTHS, i) && dated;
    }

    private static boolean commaBetween(TokenizedText text, int from, int to) {
        return text.gapsHave(from - 1, to, ',') || text.gapsHave(from - 1, to, ';') || text.gapsHave(from - 1, to, '—');
    }

    private static int peopleBetween(MentionIndex mentions, int from, int to) {
        return (int) mentions.within(from, to).stream()
                .filter(m -> m.kind() == Mention.Kind.PERSON || m.kind() == Mention.Kind.OFFICE)
                .count();
    }

    /** ", and on Thursday he is due to speak": a clause about somebody, not about the call. */
    private static boolean another(TokenizedText text, int and, Sentence s) {
        return text.any(NOMINATIVES, and, Math.min(s.to(), and + LONGEST_PHRASE + 1));
    }

    private static String after(TokenizedText text, Sentence s, Contact c, int behind, boolean noun) {
        int at = c.to();
        boolean planned = false;
        for (int i = at; i < Math.min(s.to(), behind + 16); i++) {
            boolean clause = text.gapHas(i - 1, ',') && text.in(CONJUNCTIONS, i) && another(text, i, s);
            if (clause || text.gapHas(i - 1, ',') && i > behind + 6) {
                break;
            }
            boolean content = text.is(i, "that") && !text.is(i + 1, "it") && text.any(SPEECH, i - 2, i);
            if (content
                    || text.in(SUBJECT_MATTER, i)
                    || !noun && !text.clauses().together(i, at - 1)) {
                break;
            }
            Optional<PhraseTrie.Found<String>> found = text.at(AFTER, i);
            if (found.isEmpty() && text.in(ADVERBS, i + 1)) {
                found = text.atWithout(i + 1, AFTER, i);
            }
            if (found.isPresent() && !found.get().values().get(0).equals("PLANNED")) {
                return found.get().values().get(0);
            }
            planned |= found.isPresent();
        }
        return planned ? "PLANNED" : "";
    }
}
