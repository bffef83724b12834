package org.readout.extraction.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.readout.extraction.contact.ArgumentReader.Arguments;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.extraction.trace.Trace;

/** Calls of people whom one preposition puts together: "a call between A and B", "of the G7 leaders", "received by A from B". */
final class CallsTogether extends ContactRules {

    private static final WordList ENDS = WordList.glosses("from", "to", "with");
    private static final WordList INCLUDING = WordList.of("including-verbs");
    private static final WordList JOINTS = WordList.glosses("and", "as", "well", "also");
    private static final WordList TAKING_PART = WordList.of("taking-part");
    private static final Set<String> TOGETHER = Set.of("between", "among", "of", "by");

    private final JointCalls joint;
    private final Talks talks;

    CallsTogether(ContactRules others, JointCalls joint, Talks talks) {
        super(others);
        this.joint = joint;
        this.talks = talks;
    }

    /** "a call between A and B", "of the G7 leaders", "received by A from B". */
    boolean read(CallNoun n) {
        if (!TOGETHER.contains(n.args.preposition())) {
            return false;
        }
        boolean between = n.args.preposition().equals("between");
        if (n.definite && text.in(INCLUDING, n.to) && joint.joinCall(n.s, n.objects)) {
            return true;
        }
        if (n.several && between && n.objects.size() > 2 && n.c.parties().isEmpty()) {
            maker.pair(n.c, n.objects.subList(0, 1), n.objects.subList(1, n.objects.size()), n.s, n.start, n.to, null);
            return true;
        }
        boolean lone = between && n.objects.size() == 1 && n.c.parties().isEmpty();
        if (lone && (text.is(n.args.end(), "and") || !n.definite)) {
            maker.drop(n.c, Trace.Verdict.NO_PARTNER);
            return true;
        }
        n.objects.forEach(n.c::add);
        if (!between && n.objects.size() == 1) {
            otherEnd(n.c, n.objects.get(0), n.args, n.s);
        }
        if (n.c.parties().size() == 1 && n.args.states().size() == 1) {
            return true;
        }
        if (n.c.parties().size() < 2) {
            return false;
        }
        if (n.definite && nothingTold()) {
            n.c.talkedAt(talks.talked(n.c, n.s));
        }
        if (!between) {
            joiners(n);
        }
        if (between && n.definite && nothingTold()) {
            if (n.objects.size() > 2 && joint.joinHost(n.s, n.objects)) {
                return true;
            }
            talks.takingPart(n.s).forEach(n.c::add);
        }
        maker.together(n.c, n.s, n.start, n.to);
        maker.accept(n.c, n.s, n.start);
        if (between) {
            betweenOthers(n);
        }
        return true;
    }

    /** "calls between A and B as well as between C and D": each pair its own. */
    private void betweenOthers(CallNoun n) {
        int at = n.args.end();
        while (at < n.s.to()) {
            int word = at;
            while (word < n.s.to() && text.in(JOINTS, word)) {
                word++;
            }
            Arguments next = text.is(word, "between") ? arguments.read(word, n.s) : null;
            if (next == null || next.mentions().size() < 2) {
                return;
            }
            Contact c = new Contact(n.c.from(), n.c.to(), n.c.sentence(), n.c.medium(), n.c.rule());
            c.oneOfSeveral(true);
            next.mentions().forEach(m -> parties.resolve(m, n.s, c).forEach(c::add));
            maker.accept(c, n.s, n.start);
            at = next.end();
        }
    }

    /** Those who join a call of others: "X took part in a video call of the G7 leaders", "a call of G7 leaders with X". */
    private void joiners(CallNoun n) {
        Contact c = n.c;
        Arguments args = n.args;
        int start = n.start;
        Sentence s = n.s;
        if (text.is(args.end(), "with")) {
            List<Mention> more = new ArrayList<>();
            arguments.list(args.end() + 1, s, more, new ArrayList<>());
            more.forEach(m -> parties.resolve(m, s, c).forEach(c::add));
        }
        for (int i = Math.max(s.from(), start - 5); i < start; i++) {
            if (text.in(TAKING_PART, i)) {
                parties.subject(i, s, c, List.copyOf(c.parties()), false).forEach(c::add);
                return;
            }
        }
    }
    /** "a call received by the Emir from the King", "a call made by A to B": who is at the other end, and who called. */
    private void otherEnd(Contact c, Party near, Arguments args, Sentence s) {
        String preposition = text.word(args.end());
        if (!text.has(ENDS, preposition)) {
            return;
        }
        List<Mention> list = new ArrayList<>();
        int end = arguments.list(args.end() + 1, s, list, new ArrayList<>());
        List<Party> far = parties.resolve(list, s, c);
        far.forEach(c::add);
        if (text.same(preposition, "from") && far.size() == 1) {
            c.called(far.get(0), c.from(), end, "initiator-call-from");
        } else if (text.same(preposition, "to")) {
            c.called(near, c.from(), end, "initiator-call-to");
        }
    }
}
