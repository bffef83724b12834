package org.readout.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readout.claim.CallDate;
import org.readout.claim.CallDuration;
import org.readout.claim.CallStatus;
import org.readout.claim.Initiation;
import org.readout.claim.Initiator;
import org.readout.claim.Medium;
import org.readout.claim.Outcome;
import org.readout.claim.PreviousContact;
import org.readout.claim.Property;
import org.readout.claim.QuoteType;
import org.readout.claim.Saying;

class ReconcilerTests {

    private static final CallDuration AN_HOUR = new CallDuration(50, 60, 70, false, false);
    private static final CallDuration NEARLY_AN_HOUR = new CallDuration(48, 55, 59, false, true);
    private static final CallDuration TWO_HOURS = new CallDuration(98, 120, 142, false, false);

    private static CallRecord record(Witnessed... reports) {
        List<HeardReport> all = new ArrayList<>();
        for (Witnessed w : reports) {
            all.add(w.testify());
        }
        return Reconciler.reconcile(all, List.of(), Profile.INFORMATIVE);
    }

    private static Witnessed lasting(String article, CallDuration d) {
        return new Witnessed(article).on("2024-11-15").say(Property.DURATION, d, d.best() + " minutes");
    }

    private static Outcome outcome(CallRecord r, Property<?> p) {
        return Objects.requireNonNull(r.findings().get(p.json())).outcome();
    }

    @Test
    void fusesAnHourAndNearlyAnHour() {
        CallRecord r = record(lasting("x", AN_HOUR), lasting("y", NEARLY_AN_HOUR));

        assertThat(r.duration()).isEqualTo(new CallDuration(50, 55, 59, false, true));
        assertThat(outcome(r, Property.DURATION)).isEqualTo(Outcome.COMPATIBLE);
    }

    @Test
    void publishesTheLengthOfMostOriginsAndNeverAnAverage() {
        CallRecord r = record(lasting("x", AN_HOUR), lasting("y", TWO_HOURS), lasting("z", NEARLY_AN_HOUR));

        assertThat(outcome(r, Property.DURATION)).isEqualTo(Outcome.CONFLICT);
        assertThat(Objects.requireNonNull(r.duration()).best()).isEqualTo(55);
        assertThat(r.findings().get("duration").opposing()).hasSize(1);
    }

    @Test
    void countsAReprintAsOneVote() {
        CallRecord r = record(
                lasting("x", AN_HOUR).copying("x"),
                lasting("x2", AN_HOUR).copying("x"),
                lasting("y", TWO_HOURS).relaying("DE"),
                lasting("z", TWO_HOURS).relaying("RU"));

        assertThat(Objects.requireNonNull(r.duration()).best()).isEqualTo(120);
        assertThat(r.originCount()).isEqualTo(3);
        assertThat(r.articleCount()).isEqualTo(4);
    }

    @Test
    void showsBothSidesOfATie() {
        CallRecord r = record(lasting("x", AN_HOUR), lasting("y", TWO_HOURS));

        assertThat(outcome(r, Property.DURATION)).isEqualTo(Outcome.CONFLICT);
        assertThat(r.findings().get("duration").rule()).isEqualTo("duration-marzullo-tie");
        assertThat(r.findings().get("duration").supporting()).hasSize(1);
        assertThat(r.findings().get("duration").opposing()).hasSize(1);
    }

    @Test
    void keepsThreeOriginsApartThatNoLengthFits() {
        CallRecord r = record(
                lasting("x", new CallDuration(148, 150, 152, false, false)),
                lasting("y", new CallDuration(91, 98, 112, true, false)),
                lasting("z", new CallDuration(105, 120, 135, false, false)));

        assertThat(outcome(r, Property.DURATION)).isEqualTo(Outcome.CONFLICT);
        assertThat(Objects.requireNonNull(r.duration())).isEqualTo(new CallDuration(105, 105, 112, false, false));
        assertThat(r.findings().get("duration").supporting().stream().map(Witness::articleId))
                .containsExactlyInAnyOrder("y", "z");
        assertThat(r.findings().get("duration").opposing().stream().map(Witness::articleId))
                .containsExactly("x");
    }

    @Test
    void aReprintChangesNoOutcome() {
        List<Witnessed> reports = List.of(
                lasting("x", new CallDuration(148, 150, 152, false, false))
                        .say(Property.INITIATOR, new Initiator(null, "DE", false), "Berlin called"),
                lasting("y", new CallDuration(91, 98, 112, true, false))
                        .say(Property.INITIATOR, new Initiator(null, "RU", false), "Moscow called"),
                new Witnessed("z").on("2024-11-15").status(CallStatus.DENIED).published("2024-11-16"));
        CallRecord alone = record(reports.toArray(Witnessed[]::new));

        for (String copied : List.of("x", "y")) {
            List<Witnessed> with = new ArrayList<>(reports);
            for (int i = 0; i < 3; i++) {
                with.add(lasting(
                                copied + "-copy" + i,
                                copied.equals("x")
                                        ? new CallDuration(148, 150, 152, false, false)
                                        : new CallDuration(91, 98, 112, true, false))
                        .copying(copied));
            }
            CallRecord reprinted = record(with.toArray(Witnessed[]::new));
            assertThat(reprinted.findings().keySet()).isEqualTo(alone.findings().keySet());
            assertThat(outcome(reprinted, Property.STATUS)).isEqualTo(outcome(alone, Property.STATUS));
            assertThat(outcome(reprinted, Property.DURATION)).isEqualTo(outcome(alone, Property.DURATION));
            assertThat(outcome(reprinted, Property.INITIATOR)).isEqualTo(outcome(alone, Property.INITIATOR));
            assertThat(reprinted.status()).isEqualTo(CallStatus.DISPUTED);
            assertThat(reprinted.initiation()).isEqualTo(Initiation.DISPUTED);
            assertThat(reprinted.originCount()).isEqualTo(alone.originCount());
        }
    }

    @Test
    void callsAQualifierNoConflict() {
        CallRecord r = record(
                lasting("x", AN_HOUR), new Witnessed("y").on("2024-11-15").say(Property.DURATION, null, "lengthy"));

        assertThat(outcome(r, Property.DURATION)).isEqualTo(Outcome.SINGLE);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-15, 2024-11-15, 2024-11-15, AGREE",
        "2024-11-15, 2024-11, 2024-11-15, COMPATIBLE",
        "2024-11-15, 2024-11-16, 2024-11-15, COMPATIBLE",
        "2024-11-15, 2024-11-20, 2024-11-15, CONFLICT",
    })
    void intersectsDates(String one, String other, String selected, Outcome outcome) {
        CallRecord r = record(new Witnessed("x").on(one), new Witnessed("y").on(other));

        assertThat(Objects.requireNonNull(r.date()).edtf()).isEqualTo(selected);
        assertThat(outcome(r, Property.DATE)).isEqualTo(outcome);
    }

    @Test
    void reportsAWeekdayThatContradictsItsDate() {
        CallDate wrong = CallDate.day(java.time.LocalDate.parse("2024-11-15"), java.time.DayOfWeek.MONDAY);
        CallRecord r = record(
                new Witnessed("x").on("2024-11-15"),
                new Witnessed("y").say(Property.DATE, wrong, "Monday, November 15"));

        assertThat(outcome(r, Property.DATE)).isEqualTo(Outcome.CONFLICT);
        assertThat(r.findings().get("date").explanation()).contains("weekday");
    }

    @Test
    void neverOutvotesADenial() {
        CallRecord r = record(
                new Witnessed("x").on("2024-11-15"),
                new Witnessed("y").on("2024-11-15"),
                new Witnessed("z")
                        .relaying("RU")
                        .on("2024-11-15")
                        .status(CallStatus.DENIED)
                        .published("2024-11-16"));

        assertThat(r.status()).isEqualTo(CallStatus.DISPUTED);
        assertThat(outcome(r, Property.STATUS)).isEqualTo(Outcome.CONFLICT);
    }

    @Test
    void takesADenialOfThePlanForNoDenialOfTheCall() {
        CallRecord r = record(
                new Witnessed("x").on("2024-11-15"),
                new Witnessed("z").relaying("RU").status(CallStatus.DENIED).published("2024-11-12"));

        assertThat(r.status()).isEqualTo(CallStatus.HAPPENED);
    }

    @Test
    void makesAPlanThatCameAboutOneCall() {
        CallRecord r = record(
                new Witnessed("x").on("2024-11-15").status(CallStatus.PLANNED), new Witnessed("y").on("2024-11-15"));

        assertThat(r.status()).isEqualTo(CallStatus.HAPPENED);
        assertThat(outcome(r, Property.STATUS)).isEqualTo(Outcome.COMPATIBLE);
    }

    @Test
    void letsALeaderAndTheirStateAgreeOnWhoCalled() {
        CallRecord r = record(
                new Witnessed("x").say(Property.INITIATOR, new Initiator("a", "DE", false), "A called"),
                new Witnessed("y").say(Property.INITIATOR, new Initiator(null, "DE", false), "initiated by Berlin"));

        assertThat(r.initiation()).isEqualTo(Initiation.STATED);
        assertThat(Objects.requireNonNull(r.initiator()).leaderId()).isEqualTo("a");
    }

    @Test
    void disputesWhoCalledWhenBothSidesAreNamed() {
        CallRecord r = record(
                new Witnessed("x").say(Property.INITIATOR, new Initiator(null, "DE", false), "DE"),
                new Witnessed("y").say(Property.INITIATOR, new Initiator(null, "RU", false), "RU"));

        assertThat(r.initiation()).isEqualTo(Initiation.DISPUTED);
        assertThat(r.initiator()).isNull();
    }

    @Test
    void contradictsFirstSinceWhenACallLiesBetween() {
        CallRecord now = record(new Witnessed("x")
                .on("2024-11-15")
                .say(
                        Property.PREVIOUS_CALL,
                        new PreviousContact(CallDate.parse("2022-12").orElseThrow(), true),
                        "first since December 2022"));
        CallRecord earlier = record(new Witnessed("y").on("2022-12-02"));
        CallRecord between = record(new Witnessed("z").on("2023-06-01"));

        PreviousCallCheck.Other before = new PreviousCallCheck.Other("earlier", earlier.date(), earlier.status());
        PreviousCallCheck.Other inBetween = new PreviousCallCheck.Other("between", between.date(), between.status());
        PreviousCallCheck.Checked alone = PreviousCallCheck.check(now, List.of(before));
        PreviousCallCheck.Checked checked = PreviousCallCheck.check(now, List.of(before, inBetween));

        assertThat(alone.previousCallId()).isEqualTo("earlier");
        assertThat(outcome(alone.record(), Property.PREVIOUS_CALL)).isEqualTo(Outcome.SINGLE);
        assertThat(outcome(checked.record(), Property.PREVIOUS_CALL)).isEqualTo(Outcome.CONFLICT);
        assertThat(checked.record().findings().get("previousCall").explanation())
                .contains("between");
    }

    @Test
    void joinsOneStatementsWordingsAndKeepsItsNegationApart() {
        CallRecord r = record(
                said("x", "Germany's steadfast commitment to supporting Ukraine as long as necessary"),
                said("y", "“Germany’s steadfast commitment to support Ukraine for as long as necessary”"),
                said(
                        "z",
                        "Germany will not keep its steadfast commitment to support Ukraine for as long as necessary"));

        assertThat(r.statements()).hasSize(2);
        assertThat(r.statements().get(0).variants()).hasSize(2);
    }

    private static Witnessed said(String article, String words) {
        return new Witnessed(article)
                .say(Property.STATEMENT, new Saying("a", "DE", null, QuoteType.INDIRECT, words), words);
    }

    @Test
    void doesNotDependOnOrderOrRepetition() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<HeardReport> reports = new ArrayList<>();
            int n = 2 + random.nextInt(7);
            for (int i = 0; i < n; i++) {
                reports.add(someReport("a" + i, random).testify());
            }
            CallRecord expected = Reconciler.reconcile(reports, List.of(), Profile.INFORMATIVE);
            List<HeardReport> shuffled = new ArrayList<>(reports);
            shuffled.addAll(reports.subList(0, random.nextInt(n)));
            Collections.shuffle(shuffled, random);

            assertThat(Reconciler.reconcile(shuffled, List.of(), Profile.INFORMATIVE))
                    .isEqualTo(expected);
        }
    }

    private static Witnessed someReport(String id, Random random) {
        Witnessed w = new Witnessed(id)
                .on("2024-11-1" + (4 + random.nextInt(3)))
                .published("2024-11-1" + (5 + random.nextInt(4)));
        if (random.nextBoolean()) {
            w.relaying(random.nextBoolean() ? "DE" : "RU");
        }
        if (random.nextBoolean()) {
            int best = 20 + random.nextInt(120);
            w.say(
                    Property.DURATION,
                    new CallDuration(best - 10, best, best + 10, false, random.nextBoolean()),
                    best + " minutes");
        }
        if (random.nextInt(3) == 0) {
            w.say(Property.INITIATOR, new Initiator(null, random.nextBoolean() ? "DE" : "RU", false), "called");
        }
        if (random.nextInt(5) == 0) {
            w.status(CallStatus.DENIED);
        }
        if (random.nextBoolean()) {
            w.say(Property.MEDIUM, random.nextBoolean() ? Medium.PHONE : Medium.VIDEO, "medium");
        }
        return w;
    }
}
