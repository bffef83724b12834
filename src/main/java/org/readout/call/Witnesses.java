package org.readout.call;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallDuration;
import org.readout.claim.Claim;
import org.readout.claim.Initiator;
import org.readout.claim.PreviousContact;
import org.readout.claim.Property;
import org.readout.claim.Report;
import org.readout.reconciliation.Grouping;
import org.readout.reconciliation.Testimony;

/** Stored reports as grouping and reconciling see them. */
final class Witnesses {

    private Witnesses() {}

    static Grouping.Item item(UUID id, UUID articleId, @Nullable LocalDate published, Report report) {
        return new Grouping.Item(
                id.toString(),
                articleId.toString(),
                published,
                report.date(),
                after(report),
                report.backgroundOnly(),
                values(report, Property.DURATION, CallDuration.class),
                values(report, Property.INITIATOR, Initiator.class).stream()
                        .map(i -> Objects.requireNonNullElse(i.country(), String.valueOf(i.leaderId())))
                        .toList());
    }

    /** The last day of the earlier contact that the report names; the call lies after it. */
    private static @Nullable LocalDate after(Report report) {
        LocalDate last = null;
        for (PreviousContact p : values(report, Property.PREVIOUS_CALL, PreviousContact.class)) {
            CallDate date = p.date();
            LocalDate day = date == null ? null : date.latest();
            last = day != null && (last == null || day.isAfter(last)) ? day : last;
        }
        return last;
    }

    private static <T> List<T> values(Report report, Property property, Class<T> type) {
        return report.claims(property)
                .map(Claim::value)
                .filter(Objects::nonNull)
                .map(type::cast)
                .toList();
    }

    static Testimony testimony(StoredReport stored, @Nullable String publisher, UUID copyOf) {
        return new Testimony(
                stored.id().toString(),
                stored.articleId().toString(),
                publisher,
                stored.publishedOn(),
                copyOf.toString(),
                stored.report());
    }
}
