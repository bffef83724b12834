package org.readout.extraction.mention;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;

/** Reads lists of people: "A, B and C", whatever titles, states, articles and adjectives stand before each. */
public final class PeopleLists {

    private static final WordList NOUN_BEFORE = WordList.of("noun-before");
    private static final WordList SUBJECTS = WordList.glosses("he", "she", "they", "we");
    private static final WordList SELF = WordList.glosses("myself");
    private static final WordList TITLE_HEADS = WordList.of("title-heads");
    private static final WordList IN_TITLES = WordList.glosses("of", "the", "and", "for", "on", "in");
    private static final PhraseList OFFICES = PhraseList.of("office-plurals");
    private static final WordList LONG_FORMS = WordList.of("long-forms-of-states");
    private static final int LONGEST_LEAD = 5;
    private static final int LONGEST_TITLES = 28;
    private static final int LONGEST_APPOSITION = 9;
    private static final WordList CLOSED = WordList.of("function-words");
    private static final WordList HONORIFICS = WordList.of("honorifics");
    private static final WordList ARTICLES = WordList.of("articles");
    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList CONJUNCTIONS =
            WordList.glosses("and", "as", "well", "then", "later", "separately", "also", "plus");
    /** What comes last of a list, whoever it is: "A, B and others". */
    private static final WordList ENDING = WordList.glosses("and", "as", "plus");

    private static final WordList LIST_FILLERS = WordList.glosses(
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

    private static final WordList DEPUTIES = WordList.of("deputies");
    private static final int LONGEST_DEPUTY = 4;
    private static final int LONGEST_JOINT = 4;

    private final TokenizedText text;
    private final MentionIndex mentions;

    public PeopleLists(TokenizedText text, MentionIndex mentions) {
        this.text = text;
        this.mentions = mentions;
    }

    /** Reads "A, B and C" from word {@code at}; a comma alone joins nobody, but in headlines. Returns where the list ends. */
    public int read(int at, Sentence s, List<Mention> people, List<Mention> states) {
        int i = at;
        int end = at;
        int lead = 0;
        int firm = 0;
        int firmEnd = at;
        boolean conjoined = true;
        while (i < s.to() && people.size() < 40) {
            int name = lead < LONGEST_LEAD ? ofState(i, people.isEmpty()) : i;
            if (name > i) {
                i = name;
                lead++;
                continue;
            }
            Mention m = mentions.at(i);
            Mention related = m == null ? null : mentions.relatedTo(m);
            m = related == null ? m : related;
            if (m != null && !people.isEmpty() && opensClause(m, i)) {
                break;
            }
            if (m != null && m.from() >= i && m.possessive() && ownsDeputy(m, s)) {
                break;
            }
            if (m != null && m.from() >= i && listable(m)) {
                people.add(m);
                i = Math.max(m.to(), m.reach());
                end = i;
                lead = 0;
                if (conjoined) {
                    firm = people.size();
                    firmEnd = end;
                }
                if (m.possessive()) {
                    break;
                }
                int joint = behindJoint(i);
                boolean comma = i < s.to() && (text.gapHas(i - 1, ',') || text.gapHas(i - 1, ';'));
                int titled = joint == i && comma ? behindApposition(i, s) : i;
                if (titled > i) {
                    i = titled;
                    joint = behindJoint(i);
                }
                if (joint == i && !comma) {
                    break;
                }
                Mention next = joint == i && comma ? mentions.at(text.is(i, "the") ? i + 1 : i) : null;
                boolean groups = m.kind() == Mention.Kind.GROUP && next != null && next.kind() == Mention.Kind.GROUP;
                conjoined = joint > i || groups;
                if (joint > i && text.in(ENDING, i) && people.size() > 1) {
                    firm = people.size();
                    firmEnd = end;
                }
                i = joint;
            } else if (m != null && m.kind() == Mention.Kind.STATE) {
                if (people.isEmpty()) {
                    states.add(m);
                } else if (lead > 0 && !text.in(ARTICLES, i - 1)) {
                    break;
                }
                i = m.to();
                lead++;
            } else if (lead < LONGEST_LEAD && fills(i, m, people.isEmpty())) {
                i++;
                lead++;
            } else {
                break;
            }
        }
        if (people.isEmpty() && states.size() < 2) {
            Mention titled = behindTitles(text.in(ARTICLES, at) ? i : at, s);
            if (titled != null) {
                return read(titled.from(), s, people, states);
            }
        }
        if (people.size() > 2 && (end == s.to() || closes(end - 1) || text.in(PREPOSITIONS, end))) {
            return end;
        }
        boolean headline = end == s.to() || text.in(PREPOSITIONS, end) || text.ends(end, "ed");
        if (firm > 0 && firm < people.size() && headline && text.unstopped(s)) {
            return end;
        }
        people.subList(firm, people.size()).clear();
        return firm == 0 ? end : firmEnd;
    }

    /** Whether what stands behind a word ends a list of three or more that no "and" ends: "with A, B, C — on Friday". */
    private boolean closes(int last) {
        return text.gapHas(last, ',')
                || text.gapHas(last, '—')
                || text.gapHas(last, '–')
                || text.gap(last).contains(" -");
    }

    /** Behind "and", "as well as"; the word itself where nothing joins there, nor does "as" alone: "spoke to A as B called C". */
    private int behindJoint(int at) {
        int joint = at;
        while (text.in(CONJUNCTIONS, joint) && joint - at < LONGEST_JOINT) {
            joint++;
        }
        return joint == at + 1 && text.is(at, "as") ? at : joint;
    }

    /** "called Khan and both leaders discussed", "called Khan and he said": not another of the list, but who goes on. */
    private boolean opensClause(Mention m, int i) {
        return m.kind() == Mention.Kind.PLURAL || m.kind() == Mention.Kind.PRONOUN && text.in(SUBJECTS, i);
    }

    /** "Director of the Office of the Foreign Affairs Commission and Foreign Minister Wang Yi": a name behind all its titles. */
    private @Nullable Mention behindTitles(int at, Sentence s) {
        for (int i = at; i < Math.min(s.to(), at + LONGEST_TITLES); i++) {
            Mention m = mentions.at(i);
            if (m != null && m.kind() == Mention.Kind.PERSON) {
                return i > at && m.from() == i && !m.possessive() ? m : null;
            }
            boolean another = text.in(TITLE_HEADS, i);
            boolean titles = text.token(i).capital() || i > at && (another || text.in(IN_TITLES, i));
            if (!titles || i > at && text.gapHas(i - 1, ',') && !another || text.gapHas(i - 1, ';')) {
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
        for (int i = at; i < Math.min(s.to(), at + LONGEST_APPOSITION); i++) {
            Mention m = mentions.at(i);
            if (i > at && (text.gapHas(i - 1, ',') || text.gapHas(i - 1, ';'))) {
                return unknown ? i : at;
            }
            boolean next = text.is(i, "and") && mentions.at(i + 1) != null && listable(mentions.at(i + 1));
            if (i > at && next) {
                return unknown ? i : at;
            }
            boolean word = text.token(i).capital() || text.in(IN_TITLES, i);
            if (!word || m != null && m.kind() != Mention.Kind.STATE) {
                return at;
            }
            unknown |= m == null && text.token(i).capital() && !text.in(IN_TITLES, i);
        }
        return at;
    }

    /** "with Modi's foreign minister": somebody of theirs, not they. */
    private boolean ownsDeputy(Mention m, Sentence s) {
        for (int i = m.to(); i < Math.min(s.to(), m.to() + LONGEST_DEPUTY); i++) {
            if (text.in(DEPUTIES, i)) {
                return true;
            }
            if (mentions.at(i) != null || text.in(PREPOSITIONS, i) || text.gapHas(i - 1, ',')) {
                return false;
            }
        }
        return false;
    }

    private boolean listable(@Nullable Mention m) {
        if (m == null) {
            return false;
        }
        return switch (m.kind()) {
            case PERSON, OFFICE, COUNTERPART, GROUP, PLURAL -> true;
            case PRONOUN -> !m.possessive();
            case FIRST_PERSON -> text.in(SELF, m.from());
            default -> false;
        };
    }

    /** "presidents of France Macron", "the Republic of Finland": behind a state that a name follows; else the word. */
    private int ofState(int i, boolean first) {
        int head = text.in(ARTICLES, i) ? i + 1 : i;
        Optional<PhraseTrie.Found<String>> offices = first ? text.at(OFFICES, head) : Optional.empty();
        int of = offices.isPresent() ? head + offices.get().length() : text.in(LONG_FORMS, head) ? head + 1 : head;
        int at = text.in(ARTICLES, of + 1) ? of + 2 : of + 1;
        Mention state = of > head && text.is(of, "of") ? mentions.at(at) : null;
        return state != null && state.kind() == Mention.Kind.STATE && named(state.to()) ? state.to() : i;
    }

    /** Words that may stand before a name in a list: articles, adjectives, a possessive. */
    private boolean fills(int i, @Nullable Mention m, boolean first) {
        boolean filler = text.in(LIST_FILLERS, i)
                || text.token(i).capital() && text.in(HONORIFICS, i)
                || first && (isAdjective(i) || text.in(NOUN_BEFORE, i) || describes(i))
                || m != null && m.possessive();
        return filler && (text.gap(i).indexOf('.') < 0 || text.token(i).raw().endsWith("."));
    }

    /** "dictator Vladimir Putin", "opposition leader Viktor Orban": a noun or two right before a name. */
    private boolean describes(int i) {
        return noun(i) && (named(i + 1) || named(i + 2) && noun(i + 1));
    }

    private boolean named(int i) {
        Mention m = mentions.at(i);
        return m != null && m.from() == i && m.kind() == Mention.Kind.PERSON;
    }

    private boolean noun(int i) {
        return mentions.at(i) == null
                && !text.token(i).capital()
                && !text.token(i).digits()
                && !text.ends(i, "s")
                && !text.in(PREPOSITIONS, i)
                && !text.in(CLOSED, i)
                && text.gap(i).chars().allMatch(c -> " '\"‘’“”".indexOf(c) >= 0);
    }

    public boolean isAdjective(int i) {
        return !text.token(i).capital()
                && mentions.at(i) == null
                && !text.in(PREPOSITIONS, i)
                && (text.in(NOUN_BEFORE, i)
                        || text.ends(i, "ly")
                        || text.ends(i, "ed")
                        || text.ends(i, "ic")
                        || text.ends(i, "al")
                        || text.token(i).hyphenated()
                        || text.ends(i, "ous")
                        || text.ends(i, "ing")
                        || text.ends(i, "ive")
                        || text.ends(i, "ful"));
    }

    /** Whether a word joins another to a list: "and", "as well as". */
    public boolean joins(int i) {
        return text.in(CONJUNCTIONS, i);
    }

    /** Whether a word may stand before a name in a list: an article, a filler, an adjective. */
    public boolean leads(int i) {
        return isAdjective(i) || text.in(ARTICLES, i) || text.in(LIST_FILLERS, i);
    }
}
