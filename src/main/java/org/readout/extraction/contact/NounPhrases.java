package org.readout.extraction.contact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.contact.ArgumentReader.Arguments;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;

/** The phrase around a noun for a call: whether the word is a noun at all, where its phrase begins, and whom it names. */
final class NounPhrases {

    private static final WordList NOUN_BEFORE = WordList.of("noun-before");
    /** "a round of calls". */
    private static final int COLON_REACH = 5;

    private static final WordList QUANTITIES = WordList.of("quantities");

    private static final WordList SKIPPABLE = WordList.of("adverbial-words");
    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList COPULAS = WordList.glosses("was", "is", "marked", "marks", "became");
    private static final WordList BEING = WordList.of("copulas");
    private static final WordList ORDINALS = WordList.of("ordinals");
    private static final int LONGEST_ASIDE = 12;
    private static final WordList POINTERS = WordList.glosses("it", "this", "that", "which");
    private static final WordList DETERMINERS = WordList.of("determiners");
    private static final WordList CLOSED = WordList.of("function-words");
    private static final WordList HOLDING = WordList.of("holding-verbs");
    private static final WordList RELATIVES = WordList.glosses("that", "which");
    private static final WordList WITHIN = WordList.of("within-words");
    private static final int LONGEST_DESCRIPTION = 4;
    private static final WordList POINTING = WordList.glosses("this", "that", "such");
    private static final WordList APPEALING = WordList.glosses("for", "upon");
    /** What is done to an appeal, not to a talk. */
    private static final WordList SUPPORTING = WordList.of("supporting-verbs");

    final TokenizedText text;
    final MentionIndex mentions;
    final ArgumentReader arguments;

    NounPhrases(TokenizedText text, MentionIndex mentions, ArgumentReader arguments) {
        this.text = text;
        this.mentions = mentions;
        this.arguments = arguments;
    }

    /**
     * "It was their second call", "This is said to be the second", "his call to Xi was their fifth": the call told of is
     * meant.
     *
     * @param told whether the sentence has told of a call before the phrase
     */
    boolean identifies(int start, Sentence s, boolean told) {
        int verb = start - 1;
        if (text.is(verb, "be") && text.is(verb - 1, "to")) {
            verb -= 3;
        }
        for (int i = verb; i >= Math.max(s.from(), verb - 1); i--) {
            if (text.in(COPULAS, i)) {
                return i > s.from() && (told || text.in(POINTERS, i - 1));
            }
        }
        return false;
    }

    /** ", their first conversation since March": said of the call just told of, behind a comma or a dash. */
    boolean apposed(int start, int from) {
        String gap = text.gap(text.in(DETERMINERS, start - 1) ? start - 2 : start - 1);
        boolean parted = ",–—(".chars().anyMatch(mark -> gap.indexOf(mark) >= 0);
        return parted && text.any(ORDINALS, start, from);
    }

    /** Whether the word names a day, month or part of the year, so that "last" before it belongs to the date. */
    boolean isPeriod(int i) {
        return text.token(i).capital() || text.isOneOf(i, "week", "month", "year", "night");
    }

    boolean isNoun(int i, PhraseTrie.Found<String> noun) {
        int to = i + noun.length();
        String next = to < text.size() && text.sentenceOf(to) == text.sentenceOf(i) ? text.word(to) : "";
        boolean bare = noun.length() == 1;
        if (bare
                && text.sameAsOneOf(
                        next, "for", "upon", "off", "into", "itself", "himself", "herself", "out", "center", "centre",
                        "it", "him", "them", "on")) {
            boolean dated = (text.same(next, "on") || text.same(next, "for"))
                    && to + 1 < text.size()
                    && (text.token(to + 1).capital() && mentions.at(to + 1) == null
                            || text.token(to + 1).digits());
            return dated && precededAsNoun(i) || text.same(next, "on") && isHeld(i);
        }
        return !bare || precededAsNoun(i) && !appeals(i);
    }

    /** "held a call on Ukraine", "hold call on". */
    private boolean isHeld(int i) {
        return text.in(HOLDING, text.in(DETERMINERS, i - 1) ? i - 2 : i - 1);
    }

    /** "his clear call for a ceasefire … this call was supported by others": what was called for, not by telephone. */
    private boolean appeals(int i) {
        if (text.in(POINTING, i - 1)) {
            for (int k = i - 2; k > i - Contact.REACH && k >= 0; k--) {
                if (text.sameAsOneOf(text.word(k), "call", "calls", "called", "calling")) {
                    return text.in(APPEALING, k + 1);
                }
            }
        }
        int verb = text.in(BEING, i + 1) ? i + 2 : i + 1;
        verb += text.ends(verb, "ly") || text.in(SKIPPABLE, verb) ? 1 : 0;
        return text.in(SUPPORTING, verb) && text.in(BEING, i + 1);
    }

    private boolean precededAsNoun(int i) {
        String before = text.word(i - 1);
        if (i == 0
                || text.has(NOUN_BEFORE, before)
                || text.is(i - 1, "of") && text.in(QUANTITIES, i - 2)
                || text.in(BEING, i - 1) && text.ends(i, "s")
                || text.token(i - 1).hyphenated() && mentions.before(i) == null
                || text.token(i - 1).possessive()
                || text.token(i - 1).digits()) {
            return true;
        }
        Mention m = mentions.before(i);
        if (m == null) {
            return described(i);
        }
        return switch (m.kind()) {
            case PERSON -> !text.ends(i, "s") || text.token(i).hyphenated();
            case PRONOUN, PLURAL -> text.same(before, "his") || text.same(before, "her") || text.same(before, "their");
            case STATE -> !text.ends(i, "s");
            default -> false;
        };
    }

    /** "a strongly worded call", "his hastily arranged call": described, behind an article or a pronoun that owns it. */
    private boolean described(int i) {
        int at = i - 1;
        while (at > 0
                && i - at <= LONGEST_DESCRIPTION
                && !text.in(DETERMINERS, at)
                && (arguments.isAdjective(at)
                        || describes(at)
                        || text.is(at, "and") && arguments.isAdjective(at + 1))) {
            at--;
        }
        return at < i - 1 && text.in(DETERMINERS, at);
    }

    /** "an excellent call": a word of which no more is known than that it stands right behind an article. */
    private boolean describes(int i) {
        return i > 0
                && text.in(DETERMINERS, i - 1)
                && mentions.at(i) == null
                && !text.token(i).capital()
                && !text.token(i).digits()
                && !text.token(i - 1).possessive()
                && !text.ends(i, "s")
                && !text.in(PREPOSITIONS, i)
                && !text.in(CLOSED, i);
    }

    /** Mentions that qualify the noun from the left: "Trump's", "his", "the Obama-Karzai", "the Zelensky". */
    List<Mention> modifiers(int from, Sentence s) {
        List<Mention> out = new ArrayList<>();
        int i = from - 1;
        int skipped = 0;
        while (i >= s.from() && skipped < 8) {
            Mention m = mentions.at(i);
            if (m != null && m.kind() != Mention.Kind.STATE) {
                boolean adjacent = skipped == 0 && m.kind() == Mention.Kind.PERSON;
                if (!(m.possessive() || adjacent || hyphenJoined(out))) {
                    break;
                }
                if (isObjectOfVerb(m, out)) {
                    break;
                }
                out.add(0, m);
                i = m.from() - 1;
                boolean joined = m.from() > s.from() && (text.token(m.from()).hyphenated() || text.is(i, "and"));
                if (joined && text.is(i, "and")) {
                    i--;
                }
                if (!joined) {
                    break;
                }
                continue;
            }
            if (m == null
                    && (text.in(PREPOSITIONS, i)
                            || text.gapHas(i, ',')
                            || !(text.in(SKIPPABLE, i) || text.token(i).digits() || arguments.isAdjective(i)))) {
                break;
            }
            skipped++;
            i--;
        }
        return out;
    }

    private boolean hyphenJoined(List<Mention> out) {
        return !out.isEmpty()
                && (text.token(out.get(0).from()).hyphenated()
                        || text.is(out.get(0).from() - 1, "and"));
    }

    /** "told Putin phone calls…": a name right before the noun that a verb governs is no modifier; rare, and only without an article. */
    private boolean isObjectOfVerb(Mention m, List<Mention> out) {
        return !m.possessive()
                && out.isEmpty()
                && m.from() > 0
                && text.ends(m.from() - 1, "ed")
                && m.to() - m.from() == 1
                && !text.token(m.from()).hyphenated();
    }

    int start(int from, Sentence s) {
        int i = from;
        while (i - 1 >= s.from() && from - i < 12) {
            Mention m = mentions.before(i);
            if (m != null
                    && m.kind() != Mention.Kind.STATE
                    && !m.possessive()
                    && i != from
                    && !text.token(i).hyphenated()) {
                break;
            }
            if (m != null
                    && (m.possessive()
                            || i == from && m.kind() == Mention.Kind.PERSON
                            || m.kind() == Mention.Kind.STATE)) {
                i = m.from();
                if (m.possessive()) {
                    break;
                }
                continue;
            }
            if (text.gapHas(i - 1, ',') || text.gapHas(i - 1, '“')) {
                break;
            }
            boolean article = text.isOneOf(i - 1, "the", "a", "an", "that", "this", "another", "any", "no");
            if (!article
                    && !text.in(SKIPPABLE, i - 1)
                    && !text.token(i - 1).digits()
                    && !arguments.isAdjective(i - 1)
                    && !describes(i - 1)) {
                break;
            }
            boolean doing = text.ends(i - 1, "ing") && text.in(BEING, i - 2);
            if (doing || text.in(PREPOSITIONS, i - 1) || text.is(i - 1, "held")) {
                break;
            }
            i--;
            if (article) {
                break;
            }
        }
        return i;
    }

    /** "his first call was to Trudeau", "the call was Scholz's first with Putin": whom a verb of being puts behind the noun. */
    @Nullable
    Held predicate(int to, Sentence s) {
        int verb = to;
        while (verb < Math.min(s.to(), to + LONGEST_ASIDE) && !text.in(BEING, verb)) {
            Mention m = mentions.at(verb);
            boolean clause = text.clauses().opener(verb) >= 0 && !text.clauses().together(verb, to - 1);
            if (m != null && m.kind() != Mention.Kind.OFFICE && !clause) {
                return involving(to, s);
            }
            verb = clause ? text.clauses().end(verb) : verb + 1;
        }
        int at = text.is(verb, "had") && text.is(verb + 1, "been") ? verb + 2 : verb + 1;
        Mention owner = mentions.at(at);
        if (owner != null && owner.possessive() && text.in(ORDINALS, owner.to())) {
            at = owner.to() + 1;
        } else {
            owner = null;
        }
        boolean with = text.is(at, "with") || text.is(at, "to");
        return with && at < s.to() ? new Held(owner, arguments.read(at, s)) : involving(to, s);
    }

    /** "The call took place on Friday, involving A, B and C": all of them; null where nothing says so. */
    private @Nullable Held involving(int to, Sentence s) {
        for (int i = to; i < Math.min(s.to(), to + LONGEST_ASIDE) && mentions.at(i) == null; i++) {
            if (text.is(i, "involving")) {
                List<Mention> list = new ArrayList<>();
                int end = arguments.list(i + 1, s, list, new ArrayList<>());
                return list.size() > 1 ? new Held(null, new Arguments("between", list, List.of(), end, false)) : null;
            }
        }
        return null;
    }

    /**
     * "a conversation he had with Rouhani", "the call that the two leaders held on Friday": the clause without a relative
     * pronoun, or with one, that says who had it.
     *
     * @param holder who had it, where the words say
     * @param with what follows the verb
     */
    record Held(@Nullable Mention holder, Arguments with) {}

    /** The clause behind the noun that says who had the call; null where none follows. */
    @Nullable
    Held heldBy(int to, Sentence s) {
        Held both = heldByBoth(text.in(RELATIVES, to) ? to + 1 : to, s);
        return both == null ? heldByOne(to, s) : both;
    }

    /** "Three conversations today: with A, B and C": where the words go on behind a colon; right behind the noun without one. */
    int behindColon(int to, Sentence s) {
        for (int i = to; i < Math.min(s.to(), to + COLON_REACH) && mentions.at(i) == null; i++) {
            if (text.gapHas(i - 1, ':')) {
                return i;
            }
        }
        return to;
    }

    /** "the call that A and B had": both of them; null where no two stand before the verb. */
    private @Nullable Held heldByBoth(int at, Sentence s) {
        Mention first = at < s.to() && !text.gapHas(at - 1, ',') ? mentions.at(at) : null;
        if (first == null || first.kind() != Mention.Kind.PERSON || first.possessive()) {
            return null;
        }
        List<Mention> list = new ArrayList<>();
        int verb = arguments.list(at, s, list, new ArrayList<>());
        verb += text.is(verb, "had") && text.in(HOLDING, verb + 1) ? 1 : 0;
        return list.size() > 1 && text.in(HOLDING, verb)
                ? new Held(null, new Arguments("between", list, List.of(), verb + 1, false))
                : null;
    }

    private @Nullable Held heldByOne(int to, Sentence s) {
        int at = text.in(RELATIVES, to) ? to + 1 : to;
        Mention m = at < s.to() && !text.gapHas(to - 1, ',') ? mentions.at(at) : null;
        m = m == null && text.in(DETERMINERS, at) ? mentions.at(at + 1) : m;
        if (m == null || m.possessive() || m.kind() == Mention.Kind.STATE) {
            return null;
        }
        int verb = Math.max(m.to(), m.reach());
        verb += text.is(verb, "had") && text.in(HOLDING, verb + 1) ? 1 : 0;
        return text.in(HOLDING, verb) ? new Held(m, arguments.read(verb + 1, s)) : null;
    }

    /** ", in which Trump asked Zelensky": the words of the clause that says what happened in the call; empty without one. */
    int[] inWhich(int to, Sentence s) {
        for (int i = to; i < Math.min(s.to(), to + 6); i++) {
            if (text.is(i, "which") && text.in(WITHIN, i - 1)) {
                int end = i + 1;
                while (end < s.to() && end - i < Contact.REACH / 2 && !text.gapHas(end - 1, ',')) {
                    end++;
                }
                return new int[] {i + 1, end};
            }
        }
        return new int[0];
    }
}
