package org.readout.extraction.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readout.extraction.contact.ArgumentReader.Arguments;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.NamedOfMany;
import org.readout.extraction.mention.PeopleLists;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;

/** Reads what follows a trigger: its preposition and the people behind it. */
final class ArgumentReader {

    private static final PhraseList MEANS = PhraseList.of("contact-means");
    private static final WordList NOUN_BEFORE = WordList.of("noun-before");
    private static final WordList SKIPPABLE = WordList.of("adverbial-words");
    /** "for an hour and a half with Putin": what an "and" goes on with behind them is no further person. */
    private static final WordList LENGTH_UNITS = WordList.of("length-units");

    private static final WordList INCLUDED = WordList.of("including-verbs");
    private static final WordList SIDES = WordList.glosses("with", "between");
    private static final WordList HONORIFICS = WordList.of("honorifics");
    private static final WordList ADJUNCTS = WordList.of("adjunct-openers");
    private static final WordList RELATIONS = WordList.of("relations");
    private static final WordList FINITE = WordList.of("finite-verbs");
    private static final int LONGEST_ADJUNCT = 9;

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final PeopleLists lists;
    private final NamedOfMany many;

    ArgumentReader(TokenizedText text, MentionIndex mentions) {
        this.text = text;
        this.mentions = mentions;
        this.lists = new PeopleLists(text, mentions);
        this.many = new NamedOfMany(text, mentions);
    }

    /** What follows a trigger: a preposition, by its English word, and the people behind it. */
    record Arguments(String preposition, List<Mention> mentions, List<Mention> states, int end, boolean none) {}

    Arguments read(int at, Sentence s) {
        int i = behindAside(at, s);
        int skipped = 0;
        while (i < s.to() && skipped < 18) {
            String word = text.word(i);
            boolean opens = text.sameAsOneOf(word, "with", "to", "from", "between", "by", "among", "involving")
                    || (text.same(word, "of") || text.has(INCLUDED, word)) && i == at;
            if (opens && !text.at(MEANS, i).isPresent()) {
                if (text.same(word, "to") && infinitive(i + 1, s) && many.behind(i + 1, s) < 0) {
                    break;
                }
                List<Mention> list = new ArrayList<>();
                List<Mention> states = new ArrayList<>();
                int end = list(i + 1, s, list, states);
                if (!list.isEmpty() && lists.joins(end)) {
                    end = others(end + 1, s, list);
                }
                if (!list.isEmpty() || !states.isEmpty()) {
                    String meant = text.same(word, "involving") || text.has(INCLUDED, word)
                            ? "between"
                            : text.language().glossOf(word);
                    return new Arguments(meant, list, states, end, false);
                }
                if (!text.same(word, "by") && !text.same(word, "of") && skipped == 0) {
                    return new Arguments(text.language().glossOf(word), list, states, i + 1, false);
                }
            }
            Optional<PhraseTrie.Found<String>> means = text.at(MEANS, i);
            if (means.isPresent()) {
                i += means.get().length();
                continue;
            }
            Mention m = mentions.at(i);
            boolean stops = m != null && m.kind() != Mention.Kind.STATE
                    || !(text.has(SKIPPABLE, word)
                            || text.token(i).digits()
                            || opens
                            || text.sameEnd(word, "ly")
                            || text.is(i, "and") && text.in(LENGTH_UNITS, i - 1))
                    || text.gapHas(i - 1, '.')
                            && i > at
                            && !text.token(i - 1).raw().endsWith(".")
                            && text.token(i - 1).raw().length() > 4
                    || text.gapHas(i - 1, ';');
            if (stops) {
                int with = behindAdjunct(i, at, s);
                return with < 0 ? new Arguments("", List.of(), List.of(), i, true) : read(with, s);
            }
            i++;
            skipped++;
        }
        return new Arguments("", List.of(), List.of(), i, true);
    }

    /** "a phone call, his third this year, with Putin": behind what is said of it between commas; the word itself where nothing is. */
    private int behindAside(int at, Sentence s) {
        if (at >= s.to() || !text.gapHas(at - 1, ',') || text.in(SIDES, at)) {
            return at;
        }
        for (int i = at + 1; i < Math.min(s.to(), at + LONGEST_ADJUNCT); i++) {
            Mention m = mentions.before(i);
            if (m != null && m.kind() != Mention.Kind.PRONOUN) {
                return at;
            }
            if (text.gapHas(i - 1, ',')) {
                return text.in(SIDES, i) ? i : at;
            }
        }
        return at;
    }

    /**
     * "since taking office with Biden", "from his residence with Biden": where the preposition stands behind what a phrase
     * says of when, where or what about; -1 where it belongs to a noun of the phrase ("about the deal with Biden").
     */
    private int behindAdjunct(int opener, int at, Sentence s) {
        boolean adjunct = text.any(ADJUNCTS, Math.max(at, opener - 2), opener + 1);
        for (int i = opener + 1; adjunct && i < Math.min(s.to() - 1, opener + LONGEST_ADJUNCT); i++) {
            Mention m = mentions.at(i);
            if (m != null && m.kind() != Mention.Kind.STATE
                    || text.in(FINITE, i)
                    || !text.gap(i - 1).isBlank()) {
                return -1;
            }
            if (text.is(i, "with")) {
                Mention named = mentions.at(i + 1);
                boolean whom = named != null && named.kind() != Mention.Kind.STATE && !named.possessive();
                return whom && !text.in(RELATIONS, i - 1) ? i : -1;
            }
        }
        return -1;
    }

    /** "with Zelensky and European leaders including A and B": adds those of the list, and answers where it ends. */
    private int others(int at, Sentence s, List<Mention> people) {
        int names = many.behind(at, s);
        List<Mention> more = new ArrayList<>();
        int end = names < 0 ? at - 1 : lists.read(names, s, more, new ArrayList<>());
        people.addAll(more);
        return more.isEmpty() ? at - 1 : end;
    }

    /** "a call to discuss the war": not whom it went to, but what for. */
    boolean infinitive(int at, Sentence s) {
        return at < s.to()
                && (!text.token(at).capital() || headlineVerb(at))
                && !text.token(at).digits()
                && mentions.at(at) == null
                && !lists.leads(at);
    }

    /** "Lula Urges Putin in Call to Meet Zelensky": a verb that a headline writes with a capital. */
    private boolean headlineVerb(int at) {
        return text.titleCase(text.sentence(text.sentenceOf(at)))
                && mentions.at(at) == null
                && !text.in(HONORIFICS, at)
                && !text.in(NOUN_BEFORE, at);
    }

    /**
     * Reads "A, B and C" from word {@code at}, or those named of "several leaders, including A and B"; a comma alone joins
     * nobody. Returns where the list ends.
     */
    int list(int at, Sentence s, List<Mention> people, List<Mention> states) {
        int names = many.behind(at, s);
        return lists.read(names < 0 ? at : names, s, people, states);
    }

    /** Whether many are told of there, some of them by name. */
    boolean ofMany(int at, Sentence s) {
        return many.behind(at, s) >= 0;
    }

    boolean isAdjective(int i) {
        return lists.isAdjective(i);
    }
}
