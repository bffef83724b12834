package org.readout.report;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.PreviousContact;
import org.readout.claim.Property;
import org.readout.claim.Report;
import org.readout.grouping.Grouping;

/** Reports as grouping sees them. */
final class GroupingItems {

    private GroupingItems() {}

    static Grouping.Item of(UUID id, UUID articleId, @Nullable LocalDate published, Report report) {
        return new Grouping.Item(
                id.toString(),
                articleId.toString(),
                published,
                report.date(),
                after(report),
                report.backgroundOnly(),
                report.values(Property.DURATION).toList(),
                report.values(Property.INITIATOR)
                        .map(i -> Objects.requireNonNullElse(i.country(), String.valueOf(i.leaderId())))
                        .toList(),
                report.status().toCome() ? report.status() : null);
    }

    /** The last day of the earlier contact that the report names; the call lies after it. */
    private static @Nullable LocalDate after(Report report) {
        LocalDate last = null;
        for (PreviousContact p : report.values(Property.PREVIOUS_CALL).toList()) {
            CallDate date = p.date();
            LocalDate day = date == null ? null : date.latest();
            last = day != null && (last == null || day.isAfter(last)) ? day : last;
        }
        return last;
    }
}
