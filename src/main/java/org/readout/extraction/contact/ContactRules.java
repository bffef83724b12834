package org.readout.extraction.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.extraction.trace.Trace;

/** What every rule that reads contacts works on: a text, who is mentioned in it, and the contacts found so far. */
abstract class ContactRules {

    /** Words that may stand between a verb and what belongs to it. */
    static final WordList SKIPPABLE = WordList.of("adverbial-words");

    private static final WordList DAYS = WordList.of("days");
    private static final WordList WITH = WordList.glosses("with", "to");
    private static final WordList ANOTHER = WordList.glosses("another", "one", "then", "subsequently", "finally");
    static final int GAP = 6;
    static final int MOST_GAPPED = 6;

    final TokenizedText text;
    final MentionIndex mentions;
    final PartyFinder parties;
    final ArgumentReader arguments;
    final ContactMaker maker;
    final List<Contact> found;

    ContactRules(
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

    /** Rules that read the same text beside others. */
    ContactRules(ContactRules others) {
        this(others.text, others.mentions, others.parties, others.arguments, others.maker, others.found);
    }

    /** "Biden spoke with allies on Monday": notes a contact of those before it with nobody who is named. */
    final void withNobodyNamed(Contact c, int before, Sentence s) {
        parties.subject(before, s, c, List.of(), false).forEach(c::add);
        maker.drop(c, Trace.Verdict.NO_PARTNER);
    }

    /**
     * "Putin called Trump on Monday and Modi on Tuesday", "after talks with A on Monday and B on Tuesday": the verb or the
     * noun is said once, of several calls.
     *
     * @param end behind the first of the objects
     * @param callerRule what says that the subject called; null where nothing does
     */
    final void gapped(Contact first, List<Party> subjects, int end, Sentence s, @Nullable String callerRule) {
        int at = end;
        for (int more = 0; more < MOST_GAPPED; more++) {
            Mention m = gappedObject(at, s);
            if (m == null) {
                return;
            }
            at = Math.max(m.to(), m.reach());
            Contact c = new Contact(m.from(), at, s.index(), first.medium(), first.rule());
            c.gapped(true);
            List<Party> objects = parties.resolve(m, s, c);
            if (callerRule != null) {
                c.called(subjects.get(0), m.from(), at, callerRule);
            }
            maker.pair(c, subjects, objects, s, first.from(), at, null);
        }
    }

    /** The next object behind a day and a comma or "and", with a day of its own. */
    private @Nullable Mention gappedObject(int from, Sentence s) {
        for (int i = from; i < Math.min(s.to(), from + GAP); i++) {
            if (text.is(i, "followed") && text.is(i + 1, "by")) {
                Mention next = mentions.at(i + 2);
                return next != null && next.kind() == Mention.Kind.PERSON && !next.possessive() ? next : null;
            }
            boolean and = text.is(i, "and") && i > from;
            Mention m = and ? mentions.at(i + 1) : i > from && text.gapHas(i - 1, ',') ? mentions.at(i) : null;
            if (m != null) {
                int behind = Math.max(m.to(), m.reach());
                boolean person = m.kind() == Mention.Kind.PERSON && !m.possessive();
                return person && (text.is(behind, "on") || text.in(DAYS, behind)) ? m : null;
            }
            if (and || !text.in(SKIPPABLE, i) && !text.token(i).digits()) {
                return null;
            }
        }
        return null;
    }

    /** "spoke with Trudeau on Monday and with Johnson on Tuesday", "a call with A, and one with B": said once, of several. */
    final void andWith(Contact first, List<Party> subjects, int end, Sentence s) {
        int at = behindAnd(end, s);
        for (int more = 0; at >= 0 && more < MOST_GAPPED; more++) {
            ArgumentReader.Arguments args = arguments.read(with(at), s);
            Contact c = new Contact(at, args.end(), s.index(), first.medium(), first.rule());
            c.gapped(true);
            List<Party> objects = parties.resolve(args.mentions(), s, c);
            if (objects.isEmpty()) {
                return;
            }
            maker.pair(c, subjects, objects, s, first.from(), args.end(), args);
            at = behindAnd(args.end(), s);
        }
    }

    /** Where "and with", "and on Sunday with" goes on, no names between; -1 where it does not. */
    private int behindAnd(int end, Sentence s) {
        for (int i = end; i < Math.min(s.to(), end + GAP) && mentions.at(i) == null; i++) {
            int joint = text.is(i, "as") && text.is(i + 1, "well") && text.is(i + 2, "as") ? i + 3 : i + 1;
            boolean and = joint > i + 1 || text.is(i, "and");
            int with = and ? with(joint) : s.to();
            if (with < s.to() && text.in(WITH, with)) {
                return joint;
            }
        }
        return -1;
    }

    /** The first word behind those that say when, or that it was another call. */
    private int with(int from) {
        int i = from;
        while (i < text.size() && (text.in(SKIPPABLE, i) || text.in(ANOTHER, i)) && !text.in(WITH, i)) {
            i++;
        }
        return i;
    }

    /** Whether no call has been told of yet. */
    final boolean nothingTold() {
        return !maker.hasTold();
    }
}
