package org.readout.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as callers give them. */
public final class Times {

    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}){0,2}");
    private static final String BEGINNING = "0001-01-01T00:00:00Z";

    private Times() {}

    /**
     * Reads a date-time with offset, to the microsecond, or a day, month or year, which stands for its beginning in
     * UTC; years from 1 to 9999.
     *
     * @param parameter the parameter to name when it is none
     */
    public static Instant read(String parameter, String value) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(
                    DATE.matcher(value).matches() ? value + BEGINNING.substring(value.length()) : value);
            if (time.getYear() < 1 || time.getYear() > 9999) {
                throw Problem.parameter(parameter, "is out of range");
            }
            return time.toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw Problem.parameter(parameter, "is not a date-time with offset (2024-11-16T00:00:00Z), nor a date");
        }
    }

    /** For a query. */
    public static Timestamp sql(Instant time) {
        return Timestamp.from(time);
    }

    /** From a row; null where there is none. */
    public static @Nullable Instant of(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
