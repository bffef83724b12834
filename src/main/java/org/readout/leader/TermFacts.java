package org.readout.leader;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;

/**
 * A time in office, its ends as EDTF: a day, a month or a year, as much as is known.
 *
 * @param country code of a state or organisation
 * @param office the registry's word for the office
 * @param title the office's title in English
 * @param start when it began, null when unknown
 * @param end when it ended, null while in office
 * @param source where this is from
 */
record TermFacts(
        String country,
        String office,
        @Nullable String title,
        @Nullable String start,
        @Nullable String end,
        String source) {

    /** The first day it can have begun. */
    @Nullable
    LocalDate firstDay() {
        return date(start).map(CallDate::earliest).orElse(null);
    }

    /** The last day it can have ended. */
    @Nullable
    LocalDate lastDay() {
        return date(end).map(CallDate::latest).orElse(null);
    }

    private static Optional<CallDate> date(@Nullable String edtf) {
        return edtf == null ? Optional.empty() : CallDate.parse(edtf);
    }
}
