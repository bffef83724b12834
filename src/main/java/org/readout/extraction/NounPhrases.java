package org.readout.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.ArgumentReader.Arguments;
import org.readout.extraction.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;

/** The phrase around a noun for a call: whether the word is a noun at all, where its phrase begins, and whom it names. */
final class NounPhrases {

    private static final Set<String> NOUN_BEFORE = Lexicon.words("noun-before");
    private static final Set<String> SKIPPABLE = Lexicon.words("adverbial-words");
    private static final Set<String> PREPOSITIONS = Lexicon.words("prepositions");
    private static final Set<String> COPULAS = Set.of("was", "is", "marked", "marks", "became");
    private static final Set<String> BEING = Lexicon.words("copulas");
    private static final Set<String> ORDINALS = Lexicon.words("ordinals");
    private static final int LONGEST_ASIDE = 12;
    private static final Set<String> POINTERS = Set.of("it", "this", "that", "which");
    private static final Set<String> DETERMINERS = Lexicon.words("determiners");
    private static final Set<String> CLOSED = Lexicon.words("function-words");
    private static final Set<String> HOLDING = Lexicon.words("holding-verbs");
    private static final Set<String> RELATIVES = Set.of("that", "which");
    private static final Set<String> WITHIN = Lexicon.words("within-words");
    private static final int LONGEST_DESCRIPTION = 4;

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final ArgumentReader arguments;

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
        if (text.word(verb).equals("be") && text.word(verb - 1).equals("to")) {
            verb -= 3;
        }
        for (int i = verb; i >= Math.max(s.from(), verb - 1); i--) {
            if (COPULAS.contains(text.word(i))) {
                return i > s.from() && (told || POINTERS.contains(text.word(i - 1)));
            }
        }
        return false;
    }

    /** ", their first conversation since March": said of the call just told of, behind a comma or a dash. */
    boolean apposed(int start, int from) {
        String gap = text.gap(DETERMINERS.contains(text.word(start - 1)) ? start - 2 : start - 1);
        boolean parted = ",–—(".chars().anyMatch(mark -> gap.indexOf(mark) >= 0);
        return parted && text.any(ORDINALS, start, from);
    }

    /** Whether the word names a day, month or part of the year, so that "last" before it belongs to the date. */
    boolean isPeriod(int i) {
        return text.token(i).capital()
                || Set.of("week", "month", "year", "night").contains(text.word(i));
    }

    boolean isNoun(int i, PhraseTrie.Found<String> noun) {
        int to = i + noun.length();
        String next = to < text.size() && text.sentenceOf(to) == text.sentenceOf(i) ? text.word(to) : "";
        boolean bare = noun.length() == 1;
        if (bare
                && Set.of(
                                "for", "upon", "off", "into", "itself", "himself", "herself", "out", "center", "centre",
                                "it", "him", "them", "on")
                        .contains(next)) {
            boolean dated = (next.equals("on") || next.equals("for"))
                    && to + 1 < text.size()
                    && (text.token(to + 1).capital() && mentions.at(to + 1) == null
                            || text.token(to + 1).digits());
            return dated && precededAsNoun(i);
        }
        return !bare || precededAsNoun(i);
    }

    private boolean precededAsNoun(int i) {
        String before = text.word(i - 1);
        if (i == 0
                || NOUN_BEFORE.contains(before)
                || text.token(i - 1).hyphenated() && mentions.before(i) == null
                || text.token(i - 1).possessive()
                || text.token(i - 1).digits()) {
            return true;
        }
        Mention m = mentions.before(i);
        if (m == null) {
            return described(i);
        }
        return switch (m.kind) {
            case PERSON -> !text.word(i).endsWith("s") || text.token(i).hyphenated();
            case PRONOUN, PLURAL -> before.equals("his") || before.equals("her") || before.equals("their");
            case STATE -> !text.word(i).endsWith("s");
            default -> false;
        };
    }

    /** "a strongly worded call", "his hastily arranged call": described, behind an article or a pronoun that owns it. */
    private boolean described(int i) {
        int at = i - 1;
        while (at > 0
                && i - at <= LONGEST_DESCRIPTION
                && !DETERMINERS.contains(text.word(at))
                && (arguments.isAdjective(at) || describes(at))) {
            at--;
        }
        return at < i - 1 && DETERMINERS.contains(text.word(at));
    }

    /** "an excellent call": a word of which no more is known than that it stands right behind an article. */
    private boolean describes(int i) {
        return i > 0
                && DETERMINERS.contains(text.word(i - 1))
                && mentions.at(i) == null
                && !text.token(i).capital()
                && !text.token(i).digits()
                && !text.token(i - 1).possessive()
                && !text.word(i).endsWith("s")
                && !PREPOSITIONS.contains(text.word(i))
                && !CLOSED.contains(text.word(i));
    }

    /** Mentions that qualify the noun from the left: "Trump's", "his", "the Obama-Karzai", "the Zelensky". */
    List<Mention> modifiers(int from, Sentence s) {
        List<Mention> out = new ArrayList<>();
        int i = from - 1;
        int skipped = 0;
        while (i >= s.from() && skipped < 8) {
            Mention m = mentions.at(i);
            if (m != null && m.kind != Mention.Kind.STATE) {
                boolean adjacent = skipped == 0 && m.kind == Mention.Kind.PERSON;
                if (!(m.possessive || adjacent || hyphenJoined(out))) {
                    break;
                }
                if (isObjectOfVerb(m, out)) {
                    break;
                }
                out.add(0, m);
                i = m.from - 1;
                boolean joined = m.from > s.from()
                        && (text.token(m.from).hyphenated() || text.word(i).equals("and"));
                if (joined && text.word(i).equals("and")) {
                    i--;
                }
                if (!joined) {
                    break;
                }
                continue;
            }
            if (m == null
                    && (PREPOSITIONS.contains(text.word(i))
                            || text.gapHas(i, ',')
                            || !(SKIPPABLE.contains(text.word(i))
                                    || text.token(i).digits()
                                    || arguments.isAdjective(i)))) {
                break;
            }
            skipped++;
            i--;
        }
        return out;
    }

    private boolean hyphenJoined(List<Mention> out) {
        return !out.isEmpty()
                && (text.token(out.get(0).from).hyphenated()
                        || text.word(out.get(0).from - 1).equals("and"));
    }

    /** "told Putin phone calls…": a name right before the noun that a verb governs is no modifier; rare, and only without an article. */
    private boolean isObjectOfVerb(Mention m, List<Mention> out) {
        return !m.possessive
                && out.isEmpty()
                && m.from > 0
                && text.word(m.from - 1).endsWith("ed")
                && m.to - m.from == 1
                && !text.token(m.from).hyphenated();
    }

    int start(int from, Sentence s) {
        int i = from;
        while (i - 1 >= s.from() && from - i < 12) {
            Mention m = mentions.before(i);
            if (m != null
                    && m.kind != Mention.Kind.STATE
                    && !m.possessive
                    && i != from
                    && !text.token(i).hyphenated()) {
                break;
            }
            if (m != null
                    && (m.possessive || i == from && m.kind == Mention.Kind.PERSON || m.kind == Mention.Kind.STATE)) {
                i = m.from;
                if (m.possessive) {
                    break;
                }
                continue;
            }
            if (text.gapHas(i - 1, ',') || text.gapHas(i - 1, '“')) {
                break;
            }
            boolean article = Set.of("the", "a", "an", "that", "this", "another", "any", "no")
                    .contains(text.word(i - 1));
            if (!article
                    && !SKIPPABLE.contains(text.word(i - 1))
                    && !text.token(i - 1).digits()
                    && !arguments.isAdjective(i - 1)
                    && !describes(i - 1)) {
                break;
            }
            if (PREPOSITIONS.contains(text.word(i - 1)) || text.word(i - 1).equals("held")) {
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
        while (verb < Math.min(s.to(), to + LONGEST_ASIDE) && !BEING.contains(text.word(verb))) {
            Mention m = mentions.at(verb);
            boolean clause = text.clauses.opener(verb) >= 0 && !text.clauses.together(verb, to - 1);
            if (m != null && m.kind != Mention.Kind.OFFICE && !clause) {
                return null;
            }
            verb = clause ? text.clauses.end(verb) : verb + 1;
        }
        int at = text.word(verb).equals("had") && text.word(verb + 1).equals("been") ? verb + 2 : verb + 1;
        Mention owner = mentions.at(at);
        if (owner != null && owner.possessive && ORDINALS.contains(text.word(owner.to))) {
            at = owner.to + 1;
        } else {
            owner = null;
        }
        boolean with = text.word(at).equals("with") || text.word(at).equals("to");
        return with && at < s.to() ? new Held(owner, arguments.read(at, s)) : null;
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
        int at = RELATIVES.contains(text.word(to)) ? to + 1 : to;
        Mention m = at < s.to() && !text.gapHas(to - 1, ',') ? mentions.at(at) : null;
        m = m == null && DETERMINERS.contains(text.word(at)) ? mentions.at(at + 1) : m;
        if (m == null || m.possessive || m.kind == Mention.Kind.STATE) {
            return null;
        }
        int verb = Math.max(m.to, m.reach);
        verb += text.word(verb).equals("had") && HOLDING.contains(text.word(verb + 1)) ? 1 : 0;
        return HOLDING.contains(text.word(verb)) ? new Held(m, arguments.read(verb + 1, s)) : null;
    }

    /** ", in which Trump asked Zelensky": the words of the clause that says what happened in the call; empty without one. */
    int[] inWhich(int to, Sentence s) {
        for (int i = to; i < Math.min(s.to(), to + 6); i++) {
            if (text.word(i).equals("which") && WITHIN.contains(text.word(i - 1))) {
                int end = i + 1;
                while (end < s.to() && end - i < ContactFinder.REACH / 2 && !text.gapHas(end - 1, ',')) {
                    end++;
                }
                return new int[] {i + 1, end};
            }
        }
        return new int[0];
    }
}
