package org.readout.extraction.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallStatus;
import org.readout.claim.Medium;
import org.readout.extraction.mention.Party;

/** One place where a text tells of leaders speaking: the words that say so, who, and how it is put. */
public final class Contact {

    /** How far a rule looks from its trigger, in words: time stays linear whatever the text. */
    public static final int REACH = 60;

    private final int from;
    private final int to;
    private final int sentence;
    private final String rule;
    private Medium medium;
    private CallStatus status = CallStatus.HAPPENED;
    private final List<Party> parties = new ArrayList<>();
    private @Nullable Party caller;

    private int callerFrom;
    private int callerTo;
    private String callerRule = "";
    private boolean anaphoric;
    private boolean another;
    private boolean again;
    private boolean earlier;
    private boolean dated;
    private boolean also;
    private boolean definite;
    private boolean perfect;
    private boolean gapped;
    private boolean plannedThen;

    private boolean single;

    private int ordinal;

    private int talkedAt = -1;

    private boolean oneOfSeveral;

    public Contact(int from, int to, int sentence, Medium medium, String rule) {
        this.from = from;
        this.to = to;
        this.sentence = sentence;
        this.medium = medium;
        this.rule = rule;
    }

    /** Whether it is one of two calls told of in one breath, rather than one that is only called the first. */
    public boolean oneOfTwo() {
        return ordinal > 0 && !anaphoric && !definite;
    }

    public String key() {
        TreeSet<String> keys = new TreeSet<>();
        parties.forEach(p -> keys.add(p.key()));
        return String.join("|", keys);
    }

    boolean has(Party party) {
        return party.isIn(parties);
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

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    public int sentence() {
        return sentence;
    }

    public String rule() {
        return rule;
    }

    public Medium medium() {
        return medium;
    }

    public void medium(Medium medium) {
        this.medium = medium;
    }

    public CallStatus status() {
        return status;
    }

    public void status(CallStatus status) {
        this.status = status;
    }

    public List<Party> parties() {
        return parties;
    }

    /** Who called, where the words say so, and the words. */
    @Nullable
    public Party caller() {
        return caller;
    }

    public int callerFrom() {
        return callerFrom;
    }

    public int callerTo() {
        return callerTo;
    }

    public String callerRule() {
        return callerRule;
    }

    /** Whether it points at a call told of before ("the call"). */
    public boolean anaphoric() {
        return anaphoric;
    }

    void anaphoric(boolean anaphoric) {
        this.anaphoric = anaphoric;
    }

    /** Whether it tells of one call among several: "another", "second", "again". */
    public boolean another() {
        return another;
    }

    void another(boolean another) {
        this.another = another;
    }

    /** Whether it tells of one more only by "again", which may count from calls the text does not tell of. */
    public boolean again() {
        return again;
    }

    void again(boolean again) {
        this.again = again;
    }

    /** Whether it tells of a contact before another one: "last spoke", "the previous call". */
    public boolean earlier() {
        return earlier;
    }

    void earlier(boolean earlier) {
        this.earlier = earlier;
    }

    /** Whether its own sentence dates it. */
    public boolean dated() {
        return dated;
    }

    public void dated(boolean dated) {
        this.dated = dated;
    }

    /** Whether it is told as one more of those just told of: "also spoke". */
    public boolean also() {
        return also;
    }

    void also(boolean also) {
        this.also = also;
    }

    /** Whether it points at something known: "the call", "his discussion". */
    public boolean definite() {
        return definite;
    }

    void definite(boolean definite) {
        this.definite = definite;
    }

    /** Whether it is told as done by now: "they have now spoken". */
    public boolean perfect() {
        return perfect;
    }

    void perfect(boolean perfect) {
        this.perfect = perfect;
    }

    /** Whether its verb was said of another before: "called A on Monday and B on Tuesday". */
    public boolean gapped() {
        return gapped;
    }

    void gapped(boolean gapped) {
        this.gapped = gapped;
    }

    /** Whether it is told as planned at a time now past: "were due to speak". */
    public boolean plannedThen() {
        return plannedThen;
    }

    void plannedThen(boolean plannedThen) {
        this.plannedThen = plannedThen;
    }

    /** Whether one call is spoken of, however many take part: "a call with A and B". */
    boolean single() {
        return single;
    }

    void single(boolean single) {
        this.single = single;
    }

    /** Which of several calls of the same people on one day it tells of, from 1; 0 where the words do not say. */
    public int ordinal() {
        return ordinal;
    }

    void ordinal(int ordinal) {
        this.ordinal = ordinal;
    }

    /** The verb of an earlier sentence that says that the two talked; -1 where its own words say it all. */
    public int talkedAt() {
        return talkedAt;
    }

    void talkedAt(int talkedAt) {
        this.talkedAt = talkedAt;
    }

    /** Whether "each" or a list makes it several two-sided calls told in one breath. */
    public boolean oneOfSeveral() {
        return oneOfSeveral;
    }

    void oneOfSeveral(boolean oneOfSeveral) {
        this.oneOfSeveral = oneOfSeveral;
    }
}
