package org.readout.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.ArgumentReader.Arguments;
import org.readout.extraction.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;

/** Reads what follows a trigger: its preposition and the people behind it. */
final class ArgumentReader {

    private static final PhraseTrie<String> MEANS = Lexicon.phrases("contact-means");
    private static final Set<String> NOUN_BEFORE = Lexicon.words("noun-before");
    private static final Set<String> SKIPPABLE = Lexicon.words("adverbial-words");
    private static final Set<String> IN_TITLES = Set.of("of", "the", "and", "for", "on", "in");
    private static final Set<String> INCLUDED = Lexicon.words("including-verbs");
    private static final int LONGEST_TITLES = 18;
    private static final Set<String> CLOSED = Lexicon.words("function-words");
    private static final Set<String> HONORIFICS = Lexicon.words("honorifics");
    private static final Set<String> ARTICLES = Lexicon.words("articles");
    private static final Set<String> PREPOSITIONS = Lexicon.words("prepositions");
    private static final Set<String> CONJUNCTIONS =
            Set.of("and", "as", "well", "then", "later", "separately", "also", "plus");
    private static final Set<String> LIST_FILLERS = Set.of(
            "the",
            "a",
            "his",
            "her",
            "its",
            "their",
            "both",
            "s",
            "new",
            "newly",
            "then",
            "fellow",
            "another",
            "respectively",
            "with");

    private final TokenizedText text;
    private final MentionIndex mentions;

    ArgumentReader(TokenizedText text, MentionIndex mentions) {
        this.text = text;
        this.mentions = mentions;
    }

    /** What follows a trigger: a preposition and the people behind it. */
    record Arguments(String preposition, List<Mention> mentions, List<Mention> states, int end, boolean none) {}

    Arguments read(int at, Sentence s) {
        int i = at;
        int skipped = 0;
        String preposition = "";
        while (i < s.to() && skipped < 18) {
            String word = text.word(i);
            boolean opens = Set.of("with", "to", "from", "between", "by", "among", "involving")
                            .contains(word)
                    || word.equals("including") && !preposition.isEmpty()
                    || (word.equals("of") || INCLUDED.contains(word)) && i == at;
            if (opens && !MEANS.at(text.tokens, i).isPresent()) {
                if (word.equals("to") && infinitive(i + 1, s)) {
                    break;
                }
                List<Mention> list = new ArrayList<>();
                List<Mention> states = new ArrayList<>();
                int end = list(i + 1, s, list, states);
                if (!list.isEmpty() || !states.isEmpty()) {
                    String meant = word.equals("involving") || INCLUDED.contains(word)
                            ? "between"
                            : word.equals("including") ? preposition : word;
                    return new Arguments(meant, list, states, end, false);
                }
                boolean several = includes(i + 1, s);
                if (!several && !word.equals("by") && !word.equals("of") && skipped == 0) {
                    return new Arguments(word, list, states, i + 1, false);
                }
                if (several) {
                    preposition = word;
                }
            }
            Optional<PhraseTrie.Found<String>> means = MEANS.at(text.tokens, i);
            if (means.isPresent()) {
                i += means.get().length();
                continue;
            }
            Mention m = mentions.at(i);
            boolean stops = m != null && m.kind != Mention.Kind.STATE
                    || preposition.isEmpty()
                            && !(SKIPPABLE.contains(word) || text.token(i).digits() || opens || word.endsWith("ly"))
                    || text.gapHas(i - 1, '.')
                            && i > at
                            && !text.token(i - 1).raw().endsWith(".")
                            && text.token(i - 1).raw().length() > 4
                    || text.gapHas(i - 1, ';');
            if (stops) {
                break;
            }
            i++;
            skipped++;
        }
        return new Arguments("", List.of(), List.of(), i, true);
    }

    /** "a call to discuss the war": not whom it went to, but what for. */
    private boolean infinitive(int at, Sentence s) {
        return at < s.to()
                && !text.token(at).capital()
                && !text.token(at).digits()
                && mentions.at(at) == null
                && !isAdjective(at)
                && !ARTICLES.contains(text.word(at))
                && !LIST_FILLERS.contains(text.word(at));
    }

    /** "with other world leaders on Friday, including A and B": the list stands further on. */
    private boolean includes(int at, Sentence s) {
        boolean leaders = false;
        for (int i = at; i < Math.min(s.to(), at + 12); i++) {
            leaders |= text.word(i).equals("leaders") || text.word(i).equals("counterparts");
            if (text.word(i).equals("including")) {
                return leaders;
            }
        }
        return false;
    }

    /** Reads "A, B and C" from word {@code at}; a comma alone joins nobody. Returns where the list ends. */
    int list(int at, Sentence s, List<Mention> people, List<Mention> states) {
        int i = at;
        int end = at;
        int lead = 0;
        int firm = 0;
        int firmEnd = at;
        boolean conjoined = true;
        while (i < s.to() && people.size() < 40) {
            Mention m = mentions.at(i);
            if (m != null && m.from >= i && listable(m)) {
                people.add(m);
                i = Math.max(m.to, m.reach);
                end = i;
                lead = 0;
                if (conjoined) {
                    firm = people.size();
                    firmEnd = end;
                }
                if (m.possessive) {
                    break;
                }
                int joint = i;
                while (CONJUNCTIONS.contains(text.word(joint)) && joint - i < 4) {
                    joint++;
                }
                boolean comma = i < s.to() && (text.gapHas(i - 1, ',') || text.gapHas(i - 1, ';'));
                int titled = joint == i && comma ? behindApposition(i, s) : i;
                if (titled > i) {
                    i = titled;
                    joint = i;
                    while (CONJUNCTIONS.contains(text.word(joint)) && joint - i < 4) {
                        joint++;
                    }
                }
                if (joint == i && !comma) {
                    break;
                }
                conjoined = joint > i;
                i = joint;
            } else if (m != null && m.kind == Mention.Kind.STATE) {
                if (people.isEmpty()) {
                    states.add(m);
                } else if (lead > 0) {
                    break;
                }
                i = m.to;
                lead++;
            } else if (lead < 5 && fills(i, m, people.isEmpty())) {
                i++;
                lead++;
            } else {
                break;
            }
        }
        if (people.isEmpty() && states.size() < 2) {
            Mention titled = behindTitles(at, s);
            if (titled != null) {
                return list(titled.from, s, people, states);
            }
        }
        if (people.size() > 2 && end < s.to() && text.gapHas(end - 1, ',')) {
            return end;
        }
        people.subList(firm, people.size()).clear();
        return firm == 0 ? end : firmEnd;
    }

    /** "Director of the Office of the Foreign Affairs Commission and Foreign Minister Wang Yi": a name behind all its titles. */
    private @Nullable Mention behindTitles(int at, Sentence s) {
        for (int i = at; i < Math.min(s.to(), at + LONGEST_TITLES); i++) {
            Mention m = mentions.at(i);
            if (m != null && m.kind == Mention.Kind.PERSON) {
                return i > at && m.from == i && !m.possessive ? m : null;
            }
            boolean titles = text.token(i).capital() || i > at && IN_TITLES.contains(text.word(i));
            if (!titles || i > at && text.gapHas(i - 1, ',') || text.gapHas(i - 1, ';')) {
                return null;
            }
        }
        return null;
    }

    /**
     * "Jigme Wangchuck, the Druk Gyalpo of Bhutan and Mr Tshering": where a title nobody knows ends that stands behind a
     * name, at a comma or before the next name; the word itself where none does.
     */
    private int behindApposition(int at, Sentence s) {
        boolean unknown = false;
        for (int i = at; i < Math.min(s.to(), at + LONGEST_TITLES / 2); i++) {
            Mention m = mentions.at(i);
            if (i > at && text.gapHas(i - 1, ',')) {
                return unknown ? i : at;
            }
            boolean next = text.word(i).equals("and") && mentions.at(i + 1) != null && listable(mentions.at(i + 1));
            if (i > at && next) {
                return unknown ? i : at;
            }
            boolean word = text.token(i).capital() || IN_TITLES.contains(text.word(i));
            if (!word || m != null && m.kind != Mention.Kind.STATE || text.gapHas(i - 1, ';')) {
                return at;
            }
            unknown |= m == null && text.token(i).capital() && !IN_TITLES.contains(text.word(i));
        }
        return at;
    }

    private static boolean listable(@Nullable Mention m) {
        if (m == null) {
            return false;
        }
        return switch (m.kind) {
            case PERSON, OFFICE, COUNTERPART, GROUP, PLURAL -> true;
            case PRONOUN -> !m.possessive;
            default -> false;
        };
    }

    /** Words that may stand before a name in a list: articles, adjectives, a possessive. */
    private boolean fills(int i, @Nullable Mention m, boolean first) {
        boolean filler = LIST_FILLERS.contains(text.word(i))
                || text.token(i).capital() && HONORIFICS.contains(text.word(i))
                || first && (isAdjective(i) || NOUN_BEFORE.contains(text.word(i)) || describes(i))
                || m != null && m.possessive;
        return filler && (text.gap(i).indexOf('.') < 0 || text.token(i).raw().endsWith("."));
    }

    /** "dictator Vladimir Putin", "ally Viktor Orban": a noun right before a name. */
    private boolean describes(int i) {
        Mention next = mentions.at(i + 1);
        return next != null
                && next.from == i + 1
                && next.kind == Mention.Kind.PERSON
                && mentions.at(i) == null
                && !text.token(i).capital()
                && !text.token(i).digits()
                && !text.word(i).endsWith("s")
                && !PREPOSITIONS.contains(text.word(i))
                && !CLOSED.contains(text.word(i))
                && text.gap(i).isBlank();
    }

    boolean isAdjective(int i) {
        return !text.token(i).capital()
                && mentions.at(i) == null
                && !PREPOSITIONS.contains(text.word(i))
                && (NOUN_BEFORE.contains(text.word(i))
                        || text.word(i).endsWith("ly")
                        || text.word(i).endsWith("ed")
                        || text.word(i).endsWith("ic")
                        || text.word(i).endsWith("al")
                        || text.token(i).hyphenated()
                        || text.word(i).endsWith("ous")
                        || text.word(i).endsWith("ing")
                        || text.word(i).endsWith("ive")
                        || text.word(i).endsWith("ful"));
    }
}
