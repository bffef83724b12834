package org.readout.extraction.contact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.readout.extraction.language.Numbers;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.Party;
import org.readout.extraction.source.Titled;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;

/** Says whether words that name several tell of one call of them all or of one with each. */
final class OneOrSeveral {

    private static final PhraseList CALLS = PhraseList.of("contact-nouns");
    private static final WordList WITHIN = WordList.glosses("on", "in", "during", "via");
    private static final WordList ARTICLES = WordList.glosses("a", "an");
    private static final int CALL_REACH = 5;
    private static final WordList TOGETHER = WordList.of("joint-call");
    private static final int MOST_COUNTED = 7;
    private static final int COUNT_REACH = 12;
    private static final WordList NUMBERED = WordList.glosses("three", "four");
    private static final WordList SEPARATELY = WordList.of("separate-calls");
    private static final WordList AMONG = WordList.glosses("among");
    private static final int SOME_REACH = 8;

    /** "A and B both called C": each of them did. */
    private static final WordList BOTH = WordList.of("both");

    private static final WordList UNNAMED = WordList.of("unnamed-leaders");

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final Titled headline;
    /** Those told of by one verb that may be one call of all. */
    private final List<List<Contact>> undecided = new ArrayList<>();

    OneOrSeveral(TokenizedText text, MentionIndex mentions, Titled headline) {
        this.text = text;
        this.mentions = mentions;
        this.headline = headline;
    }

    /** Whether each of several did what the words tell. */
    boolean ofEach(Sentence s, int start) {
        return text.in(BOTH, start - 1) || someOfMany(s, start);
    }

    /** "A and B were among the leaders who called C". */
    private boolean someOfMany(Sentence s, int start) {
        int reach = Math.max(s.from(), start - SOME_REACH);
        return text.any(AMONG, reach, start) && text.any(UNNAMED, reach, start);
    }

    /** "a joint call with", "the three spoke with"; but "called three leaders", "three calls with", each of them. */
    boolean joint(Sentence s, int start, int contact, int end) {
        return onOneCall(s, end)
                || text.any(TOGETHER, Math.max(s.from(), start - 6), Math.min(s.to(), end))
                || text.any(NUMBERED, Math.max(s.from(), start - 6), contact);
    }

    /** "spoke with A and B. The three leaders discussed": whether the sentence behind speaks of all of them as those on it. */
    boolean countedBehind(Sentence s, int people) {
        if (people > MOST_COUNTED || s.index() + 1 >= text.sentences().size()) {
            return false;
        }
        Sentence next = text.sentence(s.index() + 1);
        for (int i = next.from(); i < Math.min(next.to(), next.from() + COUNT_REACH); i++) {
            boolean counted = !text.token(i).digits()
                    && text.in(UNNAMED, i + 1)
                    && Numbers.at(text.language(), text.tokens(), i)
                            .filter(n -> n.value() == people)
                            .isPresent();
            if (counted) {
                return true;
            }
        }
        return false;
    }

    /** "spoke with A, B and C on a secure call", "… on Friday, in a joint call". */
    private boolean onOneCall(Sentence s, int end) {
        int within = end;
        while (within < Math.min(s.to(), end + CALL_REACH)
                && !(text.in(WITHIN, within) && text.in(ARTICLES, within + 1))
                && text.in(ContactRules.SKIPPABLE, within)) {
            within++;
        }
        boolean opens = text.in(WITHIN, within) && text.in(ARTICLES, within + 1);
        for (int k = within + 2; opens && k < Math.min(s.to(), within + CALL_REACH); k++) {
            if (text.at(CALLS, k).isPresent() && mentions.at(k) == null) {
                return true;
            }
        }
        return false;
    }

    /** "separately", "each", "in turn" around the words. */
    boolean separate(Sentence s, int start, int end) {
        return text.any(SEPARATELY, Math.max(s.from(), start - 3), Math.min(s.to(), end + 3));
    }

    /** Whether the headline tells of one call of all of them, or of two at least: it may leave out some of many. */
    boolean titled(List<Party> objects) {
        return headline.withMany()
                || objects.stream()
                                .filter(o -> o.person() != null
                                        && headline.inOneCall()
                                                .contains(o.person().id()))
                                .count()
                        > 1;
    }

    /** Keeps contacts of one verb with several, until the whole text is read. */
    void leaveOpen(List<Contact> several) {
        undecided.add(several);
    }

    /**
     * "spoke with A and B … the call between the three": makes one contact of those that a verb tells of with several, where
     * a noun tells of a call of all of them.
     */
    void join(List<Contact> found) {
        Set<Set<String>> together = found.stream()
                .filter(c -> c.parties().size() > 2 && c.rule().equals("contact-noun") && !c.earlier())
                .map(c -> keys(c.parties().stream()))
                .collect(Collectors.toSet());
        if (together.isEmpty()) {
            return;
        }
        Set<Contact> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(found);
        for (List<Contact> several : undecided) {
            Contact first = several.get(0);
            if (kept.containsAll(several)
                    && together.contains(keys(several.stream().flatMap(c -> c.parties().stream())))) {
                several.forEach(c -> c.parties().forEach(first::add));
                first.oneOfSeveral(false);
                several.subList(1, several.size()).forEach(kept::remove);
            }
        }
        found.removeIf(c -> !kept.contains(c));
    }

    private static Set<String> keys(Stream<Party> parties) {
        return parties.map(Party::key).collect(Collectors.toSet());
    }
}
