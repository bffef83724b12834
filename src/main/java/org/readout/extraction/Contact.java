package org.readout.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallStatus;
import org.readout.claim.Medium;

/** One place where a text tells of leaders speaking: the words that say so, who, and how it is put. */
final class Contact {

    final int from;
    final int to;
    final int sentence;
    final String rule;
    Medium medium;
    CallStatus status = CallStatus.HAPPENED;
    final List<Party> parties = new ArrayList<>();
    /** Who called, where the words say so, and the words. */
    @Nullable
    Party caller;

    int callerFrom;
    int callerTo;
    String callerRule = "";
    /** Whether it points at a call told of before ("the call"). */
    boolean anaphoric;
    /** Whether it tells of one call among several: "another", "second", "again". */
    boolean another;
    /** Whether it tells of one more only by "again", which may count from calls the text does not tell of. */
    boolean again;
    /** Whether it tells of a contact before another one: "last spoke", "the previous call". */
    boolean earlier;
    /** Whether its own sentence dates it. */
    boolean dated;
    /** Whether it is told as one more of those just told of: "also spoke". */
    boolean also;
    /** Whether it points at something known: "the call", "his discussion". */
    boolean definite;
    /** Whether it is told as done by now: "they have now spoken". */
    boolean perfect;
    /** Whether its verb was said of another before: "called A on Monday and B on Tuesday". */
    boolean gapped;
    /** Whether it is told as planned at a time now past: "were due to speak". */
    boolean plannedThen;

    /** Whether one call is spoken of, however many take part: "a call with A and B". */
    boolean single;

    /** Which of several calls of the same people on one day it tells of, from 1; 0 where the words do not say. */
    int ordinal;

    /** The verb of an earlier sentence that says that the two talked; -1 where its own words say it all. */
    int talkedAt = -1;

    /** Whether "each" or a list makes it several two-sided calls told in one breath. */
    boolean oneOfSeveral;

    Contact(int from, int to, int sentence, Medium medium, String rule) {
        this.from = from;
        this.to = to;
        this.sentence = sentence;
        this.medium = medium;
        this.rule = rule;
    }

    /** Whether it is one of two calls told of in one breath, rather than one that is only called the first. */
    boolean oneOfTwo() {
        return ordinal > 0 && !anaphoric && !definite;
    }

    String key() {
        TreeSet<String> keys = new TreeSet<>();
        parties.forEach(p -> keys.add(p.key()));
        return String.join("|", keys);
    }

    boolean has(Party party) {
        return parties.stream().anyMatch(p -> p.key().equals(party.key()));
    }

    void add(Party party) {
        if (!has(party)) {
            parties.add(party);
        }
    }

    void called(Party who, int from, int to, String rule) {
        caller = who;
        callerFrom = from;
        callerTo = to;
        callerRule = rule;
    }
}
