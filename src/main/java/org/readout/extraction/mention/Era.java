package org.readout.extraction.mention;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.date.DateFound;
import org.readout.names.Person;

/**
 * About when a text without a day of publication was written, as far as its own words show. Good for whom a family name
 * or an office means; never the date of anything.
 */
public final class Era {

    private static final Set<String> WITH_YEAR =
            Set.of("full-date", "iso-date", "numeric-date", "weekday-with-date", "day-with-date");
    private static final int FEWEST = 2;

    private Era() {}

    /** The last day that a text names with its year; null where it names none. */
    public static @Nullable LocalDate ofDates(List<DateFound> dates) {
        return dates.stream()
                .filter(d -> WITH_YEAR.contains(d.rule()))
                .map(DateFound::value)
                .filter(Objects::nonNull)
                .filter(v -> v.singleDay())
                .map(v -> v.earliest())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /**
     * A day on which as many as can be of those whom a text names in full were in office: the middle of the last such time;
     * null where no two of them were at once.
     */
    static @Nullable LocalDate ofPeople(Collection<Person> people) {
        LocalDate begin = null;
        long most = FEWEST - 1;
        for (Person p : people) {
            for (Person.Term t : p.terms()) {
                LocalDate from = t.from();
                long together = from == null ? 0 : together(people, from);
                if (from != null && (together > most || together == most && begin != null && from.isAfter(begin))) {
                    most = together;
                    begin = from;
                }
            }
        }
        return begin == null ? null : middle(people, begin);
    }

    private static long together(Collection<Person> people, LocalDate day) {
        return people.stream().filter(p -> p.inOffice(day)).count();
    }

    private static LocalDate middle(Collection<Person> people, LocalDate begin) {
        LocalDate end = people.stream()
                .flatMap(p -> p.terms().stream())
                .filter(t -> t.covers(begin))
                .map(Person.Term::to)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(begin);
        return begin.plusDays((end.toEpochDay() - begin.toEpochDay()) / 2);
    }
}
