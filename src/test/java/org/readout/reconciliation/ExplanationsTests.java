package org.readout.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.readout.claim.CallDate;
import org.readout.claim.CallDuration;
import org.readout.claim.CallStatus;
import org.readout.claim.Initiator;
import org.readout.claim.Medium;
import org.readout.claim.PreviousContact;
import org.readout.claim.Property;

/** The sentences that people read: one article and several, one wording and several, names as they are written. */
class ExplanationsTests {

    private static final CallDuration AN_HOUR = new CallDuration(50, 60, 70, false, false);
    private static final CallDuration NEARLY_AN_HOUR = new CallDuration(48, 55, 59, false, true);
    private static final CallDuration TWO_HOURS = new CallDuration(98, 120, 142, false, false);

    private static String explained(PropertyRule<?, ?> rule, Witnessed... reports) {
        List<HeardReport> all = new ArrayList<>();
        for (Witnessed w : reports) {
            all.add(w.testify());
        }
        return Reconciler.reconcile(all, List.of(), Profile.INFORMATIVE)
                .finding(rule)
                .explanation();
    }

    private static Witnessed report(String id) {
        return new Witnessed(id);
    }

    private static Witnessed lasting(String id, CallDuration d, String words) {
        return report(id).say(Property.DURATION, d, words);
    }

    @Test
    void nothingStated() {
        assertThat(explained(Rules.DURATION, report("x"))).isEqualTo("No report states a duration.");
        assertThat(explained(Rules.INITIATOR, report("x"))).isEqualTo("No report states who called.");
    }

    @Test
    void durationsThatFit() {
        assertThat(explained(Rules.DURATION, lasting("x", AN_HOUR, "an hour").relaying("DE")))
                .isEqualTo("One article relaying spokesperson of DE: “an hour” means 50 to 70 minutes.");
        assertThat(explained(Rules.DURATION, lasting("x", AN_HOUR, "an hour"), lasting("y", AN_HOUR, "an hour")))
                .isEqualTo("Two articles from two origins agree on “an hour”: 50 to 70 minutes.");
        assertThat(explained(
                        Rules.DURATION,
                        lasting("x", AN_HOUR, "an hour").relaying("DE"),
                        lasting("y", NEARLY_AN_HOUR, "nearly an hour").relaying("DE")))
                .isEqualTo(
                        "Two articles, both relaying spokesperson of DE: “an hour” and “nearly an hour” fit 50 to 59 minutes.");
        assertThat(explained(Rules.DURATION, report("x").say(Property.DURATION, null, "lengthy")))
                .isEqualTo("The reports call it “lengthy” and give no length of time.");
    }

    @Test
    void durationsThatDiffer() {
        assertThat(explained(Rules.DURATION, lasting("x", AN_HOUR, "an hour"), lasting("y", TWO_HOURS, "two hours")))
                .isEqualTo(
                        "One article says “an hour”: 50 to 70 minutes; one article says “two hours”, which does not fit; as many origins stand for one as for the other.");
        assertThat(explained(
                        Rules.DURATION,
                        lasting("x", AN_HOUR, "an hour").say(Property.DURATION, TWO_HOURS, "two hours")))
                .contains("the same article says “two hours”, which does not fit");
    }

    @Test
    void dates() {
        assertThat(explained(Rules.DATE, report("x").on("2024-11-15"))).isEqualTo("One article gives 2024-11-15.");
        assertThat(explained(
                        Rules.DATE, report("x").on("2024-11-15"), report("y").on("2024-11-15")))
                .isEqualTo("Two articles from two origins agree on 2024-11-15.");
        assertThat(explained(
                        Rules.DATE, report("x").on("2024-11-15"), report("y").on("2024-11-20")))
                .isEqualTo(
                        "Two articles from two origins give different dates: 2024-11-15, 2024-11-20; most origins stand for 2024-11-15.");
        assertThat(explained(
                        Rules.DATE, report("x").on("2024-11-15"), report("y").on("2024-11-16")))
                .contains("give days next to each other, as across time zones");
        assertThat(explained(
                        Rules.DATE,
                        report("x")
                                .say(Property.DATE, CallDate.inferred(java.time.LocalDate.parse("2024-11-15")), "x")))
                .isEqualTo("One article gives 2024-11-15, the day of its publication.");
    }

    @Test
    void whetherItTookPlace() {
        Witnessed denial = report("z").relaying("RU").status(CallStatus.DENIED).published("2024-11-16");
        assertThat(explained(Rules.STATUS, report("x").on("2024-11-15"), denial))
                .isEqualTo("One article tells of the call; one article relaying spokesperson of RU denies it.");
        assertThat(explained(Rules.STATUS, report("x"), report("y")))
                .isEqualTo("Two articles from two origins say that the call took place.");
        assertThat(explained(Rules.STATUS, report("x"), report("y").status(CallStatus.PLANNED)))
                .isEqualTo("One article says that the call took place; others tell of the plan.");
        assertThat(explained(Rules.STATUS, report("x"), report("y").status(CallStatus.CANCELLED)))
                .isEqualTo("One article has the call cancelled, one article has it take place.");
        assertThat(explained(Rules.STATUS, report("x").status(CallStatus.CANCELLED)))
                .isEqualTo("The call was planned and called off.");
        assertThat(explained(Rules.STATUS, report("x").status(CallStatus.PLANNED)))
                .isEqualTo("One article tells of a planned call.");
        assertThat(explained(Rules.STATUS, report("x").status(CallStatus.DENIED)))
                .isEqualTo("One article denies the call.");
        assertThat(explained(Rules.STATUS, report("x").status(CallStatus.PLANNED), denial))
                .isEqualTo("One article tells of a plan; one article relaying spokesperson of RU denies it.");
    }

    @Test
    void whoCalledHowAndWhoWasThere() {
        Initiator germany = new Initiator(null, "DE", false);
        Initiator russia = new Initiator(null, "RU", false);
        assertThat(explained(Rules.INITIATOR, report("x").say(Property.INITIATOR, germany, "Berlin called")))
                .isEqualTo("One article says who called: “Berlin called”.");
        assertThat(explained(
                        Rules.INITIATOR,
                        report("x").say(Property.INITIATOR, germany, "Berlin called"),
                        report("y").say(Property.INITIATOR, russia, "Moscow called")))
                .isEqualTo(
                        "Two articles from two origins name different callers: “Berlin called” and “Moscow called”.");
        assertThat(explained(Rules.MEDIUM, report("x").say(Property.MEDIUM, Medium.PHONE, "by phone")))
                .isEqualTo("One article says “by phone”.");
        assertThat(explained(
                        Rules.MEDIUM,
                        report("x").say(Property.MEDIUM, Medium.PHONE, "by phone"),
                        report("y").say(Property.MEDIUM, Medium.VIDEO, "by video")))
                .contains("name different media; most origins say ");
        assertThat(explained(Rules.PARTICIPANTS, report("x"))).isEqualTo("One article names A and B.");
    }

    @Test
    void theEarlierContact() {
        assertThat(explained(
                        Rules.PREVIOUS_CALL,
                        report("x").say(Property.PREVIOUS_CALL, new PreviousContact(null, false), "their second call")))
                .isEqualTo("The reports speak of an earlier contact (“their second call”) and give no date.");
    }

    @Test
    void aDecision() {
        assertThat(Explanations.decided("ana", "The log", true, true, "One article gives it."))
                .isEqualTo(
                        "ana decided it: The log. Reports that came later say otherwise. By the reports alone: One article gives it.");
        assertThat(Explanations.decided(null, null, true, false, "X."))
                .isEqualTo("A person decided it. The reports that say otherwise were known. By the reports alone: X.");
        assertThat(Explanations.decided(null, null, false, false, "X."))
                .isEqualTo("A person decided it. By the reports alone: X.");
    }

    @Test
    void weekdaysThatAgreeContradictOrStayOpen() {
        CallDate friday = CallDate.open(java.time.DayOfWeek.FRIDAY);
        CallDate monday = CallDate.open(java.time.DayOfWeek.MONDAY);
        assertThat(explained(Rules.DATE, report("x").say(Property.DATE, friday, "Friday")))
                .isEqualTo("“Friday” cannot be resolved to a day without more reports.");
        assertThat(explained(
                        Rules.DATE, report("x").on("2024-11-15"), report("y").say(Property.DATE, friday, "Friday")))
                .isEqualTo("One article gives 2024-11-15. “Friday” agrees with it.");
        assertThat(explained(
                        Rules.DATE,
                        report("x").on("2024-11-15"),
                        report("y").say(Property.DATE, friday, "Friday").say(Property.DATE, friday, "on Friday")))
                .isEqualTo("One article gives 2024-11-15. “Friday” and “on Friday” agree with it.");
        assertThat(explained(
                        Rules.DATE, report("x").on("2024-11-15"), report("y").say(Property.DATE, monday, "Monday")))
                .isEqualTo(
                        "The weekday that a report names is not that of 2024-11-15: “2024-11-15” and “Monday” contradict each other.");
    }

    @Test
    void aCallThatLiesBetween() {
        assertThat(Explanations.callBetween(
                        "One article gives 2022-12.",
                        "c1",
                        CallDate.parse("2023-06-01").orElseThrow()))
                .isEqualTo("One article gives 2022-12. But call c1 of 2023-06-01 lies between.");
    }

    @Test
    void aSourceThatAllRelayStandsBetweenCommas() {
        assertThat(explained(
                        Rules.STATUS, report("x").relaying("DE"), report("y").relaying("DE")))
                .isEqualTo("Two articles, both relaying spokesperson of DE, say that the call took place.");
        assertThat(explained(
                        Rules.STATUS,
                        report("x").relaying("DE"),
                        report("y").relaying("DE"),
                        report("z").relaying("DE")))
                .isEqualTo("Three articles, all relaying spokesperson of DE, say that the call took place.");
    }
}
