package org.readout.extraction.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Medium;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText.Sentence;

/**
 * A call that only the headline calls one: "Secretary Blinken's Call with Prime Minister Abiy", above a text that says what
 * the two discussed.
 */
final class TitledCall extends ContactRules {

    private static final WordList RECIPROCAL = WordList.of("reciprocal-verbs");
    private static final WordList SPEECH = WordList.of("speech-verbs");
    private static final WordList MET = WordList.of("in-person-verbs");
    /** The first sentences, in which a text says what its headline announces. */
    private static final int LEAD = 8;

    private final Talks talks;
    private final @Nullable LocalDate day;

    TitledCall(ContactRules others, Talks talks, @Nullable LocalDate day) {
        super(others);
        this.day = day;
        this.talks = talks;
    }

    /** Takes what the two of the headline are first said to have talked of for their call, where no words tell of it. */
    void read() {
        List<Party> both = parties.titled(0);
        if (both.isEmpty() || found.stream().anyMatch(c -> c.parties().size() > 1 && isOf(c.parties(), both))) {
            return;
        }
        for (Sentence s :
                text.sentences().subList(0, Math.min(LEAD, text.sentences().size()))) {
            Talks.Talk talk = talks.talkIn(s);
            int verb = talk == null ? plural(s) : hasAll(talk.parties(), both) ? talk.verb() : -1;
            if (verb >= 0) {
                Contact c = new Contact(verb, verb + 1, s.index(), Medium.UNSPECIFIED, "contact-titled");
                (talk == null ? both : talk.parties()).forEach(c::add);
                maker.accept(c, s, verb);
                return;
            }
        }
    }

    /** "The leaders of the two countries discussed", "affirmed": the verb behind a plural that names nobody; -1 without one. */
    private int plural(Sentence s) {
        int from = mentions.within(s.from(), s.to()).stream()
                .filter(m -> m.kind() == Mention.Kind.PLURAL)
                .findFirst()
                .map(Mention::to)
                .orElse(s.to());
        for (int i = from; i < Math.min(s.to(), s.from() + Contact.REACH); i++) {
            if (text.in(RECIPROCAL, i) || text.in(SPEECH, i)) {
                return text.in(MET, i) ? -1 : i;
            }
        }
        return -1;
    }

    /** Whether a call is that of the headline, which may name states ("call between Israel and Qatar") for whoever spoke. */
    private boolean isOf(List<Party> told, List<Party> both) {
        return both.stream()
                .allMatch(b -> b.isIn(told)
                        || told.stream()
                                .anyMatch(t -> t.state(day) != null && Objects.equals(t.state(day), b.state(day))));
    }

    private static boolean hasAll(List<Party> some, List<Party> both) {
        return both.stream().allMatch(b -> b.isIn(some));
    }
}
