package org.readout.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readout.claim.CallDate;
import org.readout.claim.CallDuration;
import org.readout.claim.CallStatus;
import org.readout.grouping.Grouping.Group;
import org.readout.grouping.Grouping.Item;

class GroupingTests {

    private static Item item(String id, @Nullable String published, @Nullable CallDate date) {
        return new Item(
                id,
                "article-" + id,
                published == null ? null : LocalDate.parse(published),
                date,
                null,
                false,
                List.of(),
                List.of(),
                null);
    }

    private static CallDate edtf(String date) {
        return CallDate.parse(date).orElseThrow();
    }

    private static Set<Set<String>> groups(Item... items) {
        Set<Set<String>> out = new HashSet<>();
        Grouping.group(List.of(items)).forEach(g -> out.add(Set.copyOf(g.reports())));
        return out;
    }

    @Test
    void joinsReportsOfOneDayAndOfNeighbouringDays() {
        assertThat(groups(
                        item("a", null, edtf("2024-11-15")),
                        item("b", null, edtf("2024-11-15")),
                        item("c", null, edtf("2024-11-16"))))
                .isEqualTo(Set.of(Set.of("a", "b", "c")));
    }

    private static Item plan(String id, @Nullable CallDate date) {
        return new Item(id, "article-" + id, null, date, null, false, List.of(), List.of(), CallStatus.PLANNED);
    }

    @Test
    void ofTwoCallsThatFitTheOneThatWasHeldIsTold() {
        Item told = item("c", null, null);
        assertThat(groups(item("a", null, edtf("2016-12-02")), plan("b", edtf("2017-11-09")), told))
                .isEqualTo(Set.of(Set.of("a", "c"), Set.of("b")));
        assertThat(groups(item("a", null, edtf("2016-12-02")), item("b", null, edtf("2017-11-09")), told))
                .isEqualTo(Set.of(Set.of("a"), Set.of("b"), Set.of("c")));
        assertThat(groups(plan("b", edtf("2017-11-09")), told)).isEqualTo(Set.of(Set.of("b", "c")));
    }

    @Test
    void aPlanWithoutADayTellsOfNoneOfTwo() {
        assertThat(groups(item("a", null, edtf("2016-12-02")), plan("b", edtf("2017-11-09")), plan("c", null)))
                .isEqualTo(Set.of(Set.of("a"), Set.of("b"), Set.of("c")));
    }

    @Test
    void keepsDaysApartThatAreNotNeighbours() {
        assertThat(groups(item("a", null, edtf("2024-11-15")), item("b", null, edtf("2024-11-18"))))
                .isEqualTo(Set.of(Set.of("a"), Set.of("b")));
    }

    @Test
    void keepsNeighbouringDaysApartWhenTheirLengthsContradict() {
        Item a = new Item(
                "a",
                "x",
                null,
                edtf("2024-11-15"),
                null,
                false,
                List.of(new CallDuration(10, 12, 15, false, false)),
                List.of(),
                null);
        Item b = new Item(
                "b",
                "y",
                null,
                edtf("2024-11-16"),
                null,
                false,
                List.of(new CallDuration(50, 60, 70, false, false)),
                List.of(),
                null);

        assertThat(groups(a, b)).hasSize(2);
    }

    @Test
    void joinsAMonthWithTheDayInIt() {
        assertThat(groups(item("a", null, edtf("2024-11-15")), item("b", null, edtf("2024-11"))))
                .isEqualTo(Set.of(Set.of("a", "b")));
    }

    @Test
    void givesAnOpenWeekdayTheOnlyCallItFits() {
        assertThat(groups(
                        item("a", null, edtf("2024-11-15")),
                        item("b", null, CallDate.open(DayOfWeek.FRIDAY)),
                        item("c", null, edtf("2024-11-20"))))
                .contains(Set.of("a", "b"));
    }

    @Test
    void keepsAnOpenWeekdayAfterTheEarlierCallItNames() {
        Item open = new Item(
                "b",
                "y",
                null,
                CallDate.open(DayOfWeek.FRIDAY),
                LocalDate.parse("2022-12-31"),
                false,
                List.of(),
                List.of(),
                null);

        assertThat(groups(item("a", null, edtf("2022-12-02")), open)).hasSize(2);
    }

    @Test
    void givesAnUndatedMentionTheLastCallBeforeIt() {
        Item mention = new Item("c", "z", LocalDate.parse("2024-12-01"), null, null, true, List.of(), List.of(), null);

        assertThat(groups(item("a", null, edtf("2024-11-15")), item("b", null, edtf("2024-09-01")), mention))
                .contains(Set.of("a", "c"));
    }

    @Test
    void aCallMentionedInPassingWasOverAndOneReportedMayBeOfTheNextDayElsewhere() {
        Item mention = new Item("b", "z", LocalDate.parse("2024-11-14"), null, null, true, List.of(), List.of(), null);

        assertThat(groups(item("a", null, edtf("2024-11-15")), mention)).hasSize(2);
        assertThat(groups(item("a", null, edtf("2024-11-15")), item("c", "2024-11-14", null)))
                .hasSize(1);
    }

    @Test
    void givesADayOfAnUnknownYearTheCallOfThatDay() {
        assertThat(groups(
                        item("a", null, edtf("2017-01-27")),
                        item("b", null, edtf("2017-04-26")),
                        item("c", null, CallDate.yearless(java.time.MonthDay.of(1, 27)))))
                .contains(Set.of("a", "c"));
    }

    @Test
    void neverPutsTwoReportsOfOneArticleIntoOneCall() {
        Item a = new Item("a", "same", null, edtf("2024-11"), null, false, List.of(), List.of(), null);
        Item b = new Item("b", "same", LocalDate.parse("2024-11-20"), null, null, false, List.of(), List.of(), null);

        assertThat(groups(a, b)).hasSize(2);
    }

    private static Item lasting(String id, String article, int minutes) {
        CallDuration length = new CallDuration(minutes - 5, minutes, minutes + 5, false, false);
        return new Item(id, article, null, edtf("2022-02-20"), null, false, List.of(length), List.of(), null);
    }

    @Test
    void keepsTwoCallsOfADayApartAndGivesOthersTheOneWhoseLengthTheyShare() {
        assertThat(groups(
                        lasting("long", "of both", 105),
                        lasting("short", "of both", 60),
                        lasting("also long", "another", 103),
                        lasting("also short", "a third", 58)))
                .isEqualTo(Set.of(Set.of("long", "also long"), Set.of("short", "also short")));
    }

    @Test
    void pairsTheCallsOfADayOfTwoArticlesThatTellOfBoth() {
        assertThat(groups(
                        lasting("b2", "second", 61),
                        lasting("a1", "first", 105),
                        lasting("b1", "second", 104),
                        lasting("a2", "first", 60)))
                .isEqualTo(Set.of(Set.of("a1", "b1"), Set.of("a2", "b2")));
    }

    private static GroupingDecision same(String... reports) {
        return new GroupingDecision(true, Set.of(reports), Set.of());
    }

    private static GroupingDecision different(String one, String other) {
        return new GroupingDecision(false, Set.of(one), Set.of(other));
    }

    private static Set<Set<String>> judged(List<GroupingDecision> groupingDecisions, Item... items) {
        Set<Set<String>> out = new HashSet<>();
        Grouping.group(List.of(List.of(items)), groupingDecisions).forEach(g -> out.add(Set.copyOf(g.reports())));
        return out;
    }

    @Test
    void keepsTogetherWhatAPersonRuledToBeOneCallWithAllThatJoinsIt() {
        assertThat(judged(
                        List.of(same("a", "b")),
                        item("a", null, edtf("2024-11-15")),
                        item("b", null, edtf("2024-11-20")),
                        item("c", null, edtf("2024-11-20")),
                        item("d", null, edtf("2024-11-25"))))
                .isEqualTo(Set.of(Set.of("a", "b", "c"), Set.of("d")));
    }

    @Test
    void cutsACallWhereAPersonRuledSoAndGivesEachSideWhatIsDatedLikeIt() {
        assertThat(judged(
                        List.of(different("b", "a")),
                        item("a", null, edtf("2024-11-15")),
                        item("b", null, edtf("2024-11-16")),
                        item("c", null, edtf("2024-11-16")),
                        item("d", null, edtf("2024-11-15"))))
                .isEqualTo(Set.of(Set.of("a", "d"), Set.of("b", "c")));
    }

    @Test
    void letsTheLaterOfTwoRulingsCount() {
        Item a = item("a", null, edtf("2024-11-15"));
        Item b = item("b", null, edtf("2024-11-15"));

        assertThat(judged(List.of(different("a", "b"), same("a", "b")), a, b)).hasSize(1);
        assertThat(judged(List.of(same("a", "b"), different("a", "b")), a, b)).hasSize(2);
    }

    @Test
    void joinsOfThreeDaysInARowNoneToEither() {
        assertThat(groups(
                        item("a", null, edtf("2024-11-14")),
                        item("b", null, edtf("2024-11-15")),
                        item("c", null, edtf("2024-11-16"))))
                .hasSize(3);
    }

    @Test
    void doesNotDependOnOrderOrRepetition() {
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(9); i++) {
                items.add(someItem("i" + i, random));
            }
            List<Group> expected = Grouping.group(items);
            List<Item> shuffled = new ArrayList<>(items);
            shuffled.add(items.get(0));
            Collections.shuffle(shuffled, random);

            assertThat(Grouping.group(shuffled)).isEqualTo(expected);
            assertThat(expected.stream().flatMap(g -> g.reports().stream()))
                    .hasSize(items.size())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aReportOfAnotherCallChangesNothing() {
        Random random = new Random(12);
        for (int round = 0; round < 500; round++) {
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(9); i++) {
                Item some = someItem("i" + i, random);
                if (some.published() != null) {
                    items.add(some);
                }
            }
            Set<Set<String>> before = groups(items.toArray(Item[]::new));
            List<Item> with = new ArrayList<>(items);
            LocalDate elsewhere = LocalDate.parse("2021-03-01").plusDays(random.nextInt(300));
            with.add(item("other", elsewhere.plusDays(1).toString(), CallDate.day(elsewhere)));
            Set<Set<String>> after = groups(with.toArray(Item[]::new));

            assertThat(after.remove(Set.of("other"))).isTrue();
            assertThat(after).isEqualTo(before);
        }
    }

    private static Item someItem(String id, Random random) {
        LocalDate day = LocalDate.parse("2024-11-10").plusDays(random.nextInt(20));
        CallDate date = switch (random.nextInt(5)) {
            case 0 -> CallDate.day(day);
            case 1 -> CallDate.inferred(day);
            case 2 -> CallDate.month(java.time.YearMonth.from(day));
            case 3 -> CallDate.open(day.getDayOfWeek());
            default -> null;
        };
        return new Item(
                id,
                random.nextInt(4) == 0 ? "article of several" : "article-" + id,
                random.nextBoolean() ? day.plusDays(random.nextInt(3)) : null,
                date,
                null,
                random.nextBoolean(),
                random.nextInt(3) == 0
                        ? List.of(new CallDuration(10, 12 + random.nextInt(80), 95, false, false))
                        : List.of(),
                List.of(),
                random.nextInt(5) == 0 ? CallStatus.PLANNED : null);
    }
}
