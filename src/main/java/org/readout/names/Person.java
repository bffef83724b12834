package org.readout.names;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Someone the registry holds.
 *
 * @param id the leader's slug
 * @param name the usual name
 * @param terms offices held, in no order
 */
public record Person(String id, String name, List<Term> terms) {

    /**
     * A time in office.
     *
     * @param country code of the state or organisation
     * @param office the registry's word for the office
     * @param from first day, null when unknown
     * @param to last day, null while in office
     */
    public record Term(
            String country,
            String office,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public boolean covers(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }

        /** Days between {@code day} and the term, 0 within it. */
        public long distance(LocalDate day) {
            if (from != null && day.isBefore(from)) {
                return from.toEpochDay() - day.toEpochDay();
            }
            return to != null && day.isAfter(to) ? day.toEpochDay() - to.toEpochDay() : 0;
        }
    }

    /** The term nearest to {@code day}, the weightiest office first where several cover it; the latest when day is null. */
    public Optional<Term> termOn(@Nullable LocalDate day) {
        if (day == null) {
            return terms.stream()
                    .max(Comparator.comparing((Term t) -> t.from() == null ? LocalDate.MIN : t.from())
                            .thenComparing(t -> -Offices.rank(t.office())));
        }
        return terms.stream()
                .min(Comparator.comparingLong((Term t) -> t.distance(day))
                        .thenComparingInt(t -> Offices.rank(t.office())));
    }

    public boolean inOffice(LocalDate day) {
        return terms.stream().anyMatch(t -> t.covers(day));
    }

    /** Days between {@code day} and the nearest term, 0 when in office. */
    public long distance(LocalDate day) {
        return terms.stream().mapToLong(t -> t.distance(day)).min().orElse(Long.MAX_VALUE);
    }
}
