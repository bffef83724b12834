package org.readout.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.FollowUp;
import org.readout.claim.Initiator;
import org.readout.claim.PreviousContact;
import org.readout.claim.Saying;
import org.readout.report.DurationView;
import org.readout.report.ParticipantView;

/** Values in words for a reader. */
public final class Wording {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A value of any property; a dash where there is none. */
    public String of(@Nullable Object value) {
        if (value == null) {
            return "–";
        }
        if (value instanceof Collection<?> all) {
            return all.isEmpty() ? "–" : all.stream().map(this::of).collect(Collectors.joining(", "));
        }
        if (value instanceof DurationView d) {
            return (d.low() == d.high() ? d.best() : d.low() + " to " + d.high() + " (best " + d.best() + ")")
                    + " minutes";
        }
        if (value instanceof ParticipantView p) {
            return p.name() + (p.country() == null ? "" : " (" + p.country() + ")");
        }
        if (value instanceof CallDate d) {
            return (d.edtf() != null ? d.edtf() : d.weekday() == null ? "open" : words(d.weekday()))
                    + (d.inferred() ? " (inferred)" : "");
        }
        if (value instanceof PreviousContact p) {
            return of(p.date());
        }
        if (value instanceof Initiator i) {
            return i.mutual()
                    ? "both"
                    : Objects.requireNonNullElse(i.leaderId(), Objects.requireNonNullElse(i.country(), "–"));
        }
        if (value instanceof FollowUp f) {
            return words(f.kind()) + (f.with() == null ? "" : " with " + f.with());
        }
        if (value instanceof Saying s) {
            return s.saidBy() + ": " + s.text();
        }
        return value instanceof Enum<?> word ? words(word) : value.toString();
    }

    /** A moment to the minute, in UTC. */
    public String time(Instant moment) {
        return MINUTE.format(moment);
    }

    /** A word of an enumeration, or the name of a field, as people write it. */
    public String words(Object word) {
        return word.toString()
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT);
    }
}
