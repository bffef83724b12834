package org.readout.extraction.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallStatus;
import org.readout.extraction.contact.ArgumentReader.Arguments;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.extraction.trace.Trace;

/** Puts subjects and objects together: one contact of all, or one with each; and drops what is only thought of. */
final class ContactMaker {

    private static final WordList UNNAMED = WordList.of("unnamed-leaders");
    private static final int UNNAMED_REACH = 7;
    private static final int MANY_REACH = 2;
    private static final WordList TWICE = WordList.glosses("twice");
    private static final WordList TWO = WordList.glosses("two");
    private static final WordList DAYS = WordList.of("days");
    private static final WordList PAST = WordList.glosses("was", "were", "had");
    private static final int TWICE_REACH = 8;
    private static final int PLAN_REACH = 6;
    private static final int REFUSED_REACH = 8;

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final @Nullable LocalDate day;
    private final OneOrSeveral calls;
    private final PartyFinder parties;
    private final Trace trace;
    private final List<Contact> found;
    private int seen;
    private boolean told;
    private @Nullable Contact lone;
    private @Nullable Contact refused;

    ContactMaker(
            TokenizedText text,
            MentionIndex mentions,
            @Nullable LocalDate day,
            OneOrSeveral calls,
            PartyFinder parties,
            Trace trace,
            List<Contact> found) {
        this.text = text;
        this.mentions = mentions;
        this.day = day;
        this.calls = calls;
        this.parties = parties;
        this.trace = trace;
        this.found = found;
    }

    /** The last contact of which only one leader was named; null where there was none. */
    @Nullable
    Contact lone() {
        return lone;
    }

    void add(Contact c) {
        note(c, Trace.Verdict.POINTS_BACK);
        found.add(c);
    }

    /** Whether a call of two has been told of; those looked through once are not looked through again. */
    boolean hasTold() {
        while (!told && seen < found.size()) {
            told = found.get(seen++).parties().size() >= 2;
        }
        return told;
    }

    private void note(Contact c, Trace.Verdict verdict) {
        trace.note(text.span(c.from(), c.to()), c.rule(), verdict);
    }

    /** Whether words right before were taken for none that came about: "advised Modi to speak to Putin | by phone". */
    boolean refused(int sentence, int from) {
        Contact last = refused;
        return last != null && last.sentence() == sentence && last.to() <= from && from - last.to() <= REFUSED_REACH;
    }

    /** Notes why words tell of no contact. */
    void drop(Contact c, Trace.Verdict why) {
        refused = why == Trace.Verdict.NOT_REAL || why == Trace.Verdict.HABIT ? c : refused;
        lone = c.parties().size() == 1 ? c : lone;
        note(c, why);
    }

    void pair(
            Contact base,
            List<Party> subjects,
            List<Party> objects,
            Sentence s,
            int start,
            int end,
            @Nullable Arguments args) {
        String preposition = args == null ? "" : args.preposition();
        Party other = subjects.isEmpty() && objects.size() == 1 ? parties.titledWith(objects.get(0), start) : null;
        if (other != null) {
            pair(base, List.of(other), objects, s, start, end, args);
            return;
        }
        if (subjects.isEmpty() && (objects.size() < 2 || preposition.equals("from"))) {
            objects.forEach(base::add);
            drop(base, Trace.Verdict.NO_SUBJECT);
            return;
        }
        boolean apart = calls.separate(s, start, end);
        boolean each = (apart || calls.ofEach(s, start)) && objects.size() == 1 && subjects.size() > 1;
        int counted = base.rule().equals("contact-noun") ? base.from() - 1 : base.from();
        boolean joint = !each
                && (objects.size() < 2
                        || preposition.equals("between")
                        || calls.joint(s, start, counted, end)
                        || subjects.isEmpty()
                        || !apart
                                && (base.single()
                                        || calls.titled(objects)
                                        || calls.countedBehind(s, subjects.size() + objects.size())));
        if (joint) {
            subjects.forEach(base::add);
            objects.forEach(base::add);
            direction(base, subjects, objects, preposition, start, end);
            accept(base, s, start);
            return;
        }
        List<Contact> apiece = new ArrayList<>();
        for (Party one : each ? subjects : objects) {
            Contact c = oneOf(base, each ? one : base.caller());
            List<Party> from = each ? List.of(one) : subjects;
            List<Party> to = each ? objects : List.of(one);
            from.forEach(c::add);
            to.forEach(c::add);
            direction(c, from, to, preposition, start, end);
            accept(c, s, start);
            apiece.add(c);
        }
        if (!each && !apart && !base.rule().equals("contact-noun")) {
            calls.leaveOpen(apiece);
        }
    }

    /** One of the several contacts that the words tell of, with nobody on it yet; called by somebody where the words say so. */
    private static Contact oneOf(Contact several, @Nullable Party caller) {
        Contact c = new Contact(several.from(), several.to(), several.sentence(), several.medium(), several.rule());
        c.another(several.another());
        c.again(several.again());
        c.earlier(several.earlier());
        c.definite(several.definite());
        c.also(several.also());
        c.gapped(several.gapped());
        c.oneOfSeveral(true);
        if (several.caller() != null && caller != null) {
            c.called(caller, several.callerFrom(), several.callerTo(), several.callerRule());
        }
        return c;
    }

    /** Who called, from the preposition of a noun: "a call from Putin", "his call to Xi". Never from word order alone. */
    private void direction(
            Contact c, List<Party> subjects, List<Party> objects, String preposition, int start, int end) {
        if (c.caller() != null || objects.isEmpty()) {
            return;
        }
        if (preposition.equals("from") && objects.size() == 1) {
            c.called(objects.get(0), start, end, "initiator-call-from");
        } else if (preposition.equals("to") && c.rule().equals("contact-noun") && !subjects.isEmpty()) {
            c.called(subjects.get(0), start, end, "initiator-call-to");
        }
    }

    void together(Contact c, Sentence s, int start, int end) {
        List<Party> both = List.copyOf(c.parties());
        if (both.size() == 2) {
            direction(c, List.of(both.get(0)), List.of(both.get(1)), "", start, end);
        }
    }

    void accept(Contact c, Sentence s, int start) {
        if (c.parties().size() < 2) {
            drop(c, Trace.Verdict.ONE_PERSON);
            return;
        }
        Set<String> states = new java.util.HashSet<>();
        c.parties().forEach(p -> states.add(String.valueOf(p.state(day))));
        if (states.size() < 2 && !states.contains("null")) {
            drop(c, Trace.Verdict.ONE_STATE);
        } else if (c.parties().stream().noneMatch(p -> p.person() != null)) {
            drop(c, Trace.Verdict.NOBODY_KNOWN);
        } else if (!status(c, s, start)) {
            drop(c, Trace.Verdict.NOT_REAL);
        } else {
            note(c, Trace.Verdict.TAKEN);
            c.talkedAt(c.talkedAt() < 0 ? toldOfMany(c) : c.talkedAt());
            found.add(c);
            if (c.parties().size() == 2 && twice(c, s)) {
                c.ordinal(1);
                found.add(second(c));
            }
        }
    }

    /** "Biden spoke with allies on Monday. He called A and B": the verb that told of these calls before; -1 where none did. */
    private int toldOfMany(Contact c) {
        Contact many = lone;
        if (many == null || c.sentence() <= many.sentence() || c.sentence() - many.sentence() > MANY_REACH) {
            return -1;
        }
        int end = Math.min(text.sentence(many.sentence()).to(), many.to() + UNNAMED_REACH);
        return c.has(many.parties().get(0)) && text.any(UNNAMED, many.to(), end) ? many.from() : -1;
    }

    /** "called Putin twice on Sunday", "held two telephone conversations", but not "spoke twice since". */
    private boolean twice(Contact c, Sentence s) {
        boolean noun = c.rule().equals("contact-noun");
        int from = noun ? Math.max(s.from(), c.from() - 3) : c.to();
        int to = noun ? c.from() : Math.min(s.to(), c.to() + TWICE_REACH);
        return c.status() == CallStatus.HAPPENED
                && !c.oneOfSeveral()
                && text.any(noun ? TWO : TWICE, from, to)
                && (!noun || text.ends(c.to() - 1, "s"))
                && text.any(DAYS, c.to(), Math.min(s.to(), c.to() + 2 * TWICE_REACH));
    }

    private static Contact second(Contact first) {
        Contact c = new Contact(first.from(), first.to(), first.sentence(), first.medium(), first.rule());
        first.parties().forEach(c::add);
        c.status(first.status());
        c.another(true);
        c.ordinal(2);
        if (first.caller() != null) {
            c.called(first.caller(), first.callerFrom(), first.callerTo(), first.callerRule());
        }
        return c;
    }

    /** Sets how the contact is put; false when it is only hypothetical. */
    boolean status(Contact c, Sentence s, int start) {
        Optional<CallStatus> status = ModalityReader.read(text, mentions, s, start, c);
        status.ifPresent(v -> c.status(v == CallStatus.HAPPENED && followsPlan(c, start) ? CallStatus.PLANNED : v));
        c.plannedThen(
                c.status() == CallStatus.PLANNED && text.any(PAST, Math.max(s.from(), start - PLAN_REACH), start));
        return status.isPresent();
    }

    /** "will speak with Putin, followed by a conversation with Zelensky": what comes after a plan is one. */
    private boolean followsPlan(Contact c, int start) {
        Contact last = found.isEmpty() ? null : found.get(found.size() - 1);
        return text.is(start - 1, "by")
                && text.is(start - 2, "followed")
                && last != null
                && last.sentence() == c.sentence()
                && last.status() == CallStatus.PLANNED;
    }
}
