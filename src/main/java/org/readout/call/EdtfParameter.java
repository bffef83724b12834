package org.readout.call;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.platform.Problem;

/** Days that callers ask for, as EDTF dates: a year or a month stands for all of its days. */
public final class EdtfParameter {

    private EdtfParameter() {}

    /** The first day of what is given. */
    public static @Nullable LocalDate first(String parameter, @Nullable String edtf) {
        return edtf == null ? null : read(parameter, edtf).earliest();
    }

    /** The last day of what is given, which may not be before the first. */
    public static @Nullable LocalDate last(String parameter, @Nullable String edtf, @Nullable LocalDate first) {
        LocalDate last = edtf == null ? null : read(parameter, edtf).latest();
        if (first != null && last != null && last.isBefore(first)) {
            throw Problem.parameter(parameter, "is before from");
        }
        return last;
    }

    private static CallDate read(String parameter, String edtf) {
        return CallDate.parse(edtf)
                .orElseThrow(() -> Problem.parameter(parameter, "is not an EDTF date (YYYY, YYYY-MM or YYYY-MM-DD)"));
    }
}
