package org.readout.platform;

import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Times as callers give them. */
public final class Times {

    private Times() {}

    /**
     * Reads a date-time with offset, to the microsecond; years from 1 to 9999.
     *
     * @param parameter the parameter to name when it is none
     */
    public static Instant read(String parameter, String value) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(value);
            if (time.getYear() < 1 || time.getYear() > 9999) {
                throw Problem.parameter(parameter, "is out of range");
            }
            return time.toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw Problem.parameter(parameter, "is not a date-time with offset (2024-11-16T00:00:00Z)");
        }
    }

    /** For a query. */
    public static Timestamp sql(Instant time) {
        return Timestamp.from(time);
    }
}
