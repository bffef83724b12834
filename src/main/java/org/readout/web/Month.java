package org.readout.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readout.query.CallView;

/**
 * A month of calls, week by week from Monday.
 *
 * @param weeks of seven days each; days of other months have none
 * @param open calls of the month whose day is not known
 */
public record Month(YearMonth month, List<List<@Nullable Day>> weeks, List<CallView> open) {

    /** A day and its calls. */
    public record Day(LocalDate date, List<CallView> calls) {}

    /** The calls of a month, each on its day. */
    static Month of(YearMonth month, List<CallView> calls) {
        Map<LocalDate, List<CallView>> byDay = new LinkedHashMap<>();
        List<CallView> open = new ArrayList<>();
        for (CallView c : calls) {
            LocalDate day = c.dateEarliest();
            if (day != null && day.equals(c.dateLatest())) {
                byDay.computeIfAbsent(day, k -> new ArrayList<>()).add(c);
            } else {
                open.add(c);
            }
        }
        List<List<@Nullable Day>> weeks = new ArrayList<>();
        LocalDate monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
            List<@Nullable Day> week = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                LocalDate date = monday.plusDays(i);
                week.add(
                        YearMonth.from(date).equals(month) ? new Day(date, byDay.getOrDefault(date, List.of())) : null);
            }
            weeks.add(week);
        }
        return new Month(month, weeks, open);
    }

    public YearMonth before() {
        return month.minusMonths(1);
    }

    public YearMonth after() {
        return month.plusMonths(1);
    }
}
