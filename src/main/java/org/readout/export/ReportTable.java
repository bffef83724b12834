package org.readout.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readout.article.Article;
import org.readout.claim.FollowUp;
import org.readout.claim.Initiator;
import org.readout.claim.Modality;
import org.readout.claim.PreviousContact;
import org.readout.claim.Property;
import org.readout.report.ClaimView;
import org.readout.report.DurationView;
import org.readout.report.ParticipantView;
import org.readout.report.ReportView;

/**
 * Reports as rows, those of one call side by side under its id: the shape that tools for aggregating event reports read
 * (the R package eventreport among them).
 */
final class ReportTable {

    /** A report and the article that it is of. */
    record Row(ReportView report, @Nullable Article article) {}

    private final Map<String, Function<Row, @Nullable Object>> columns = new LinkedHashMap<>();

    ReportTable() {
        columns.put("event_id", r -> r.report().callId());
        columns.put("report_id", r -> r.report().id());
        columns.put("article_id", r -> r.report().articleId());
        columns.put("source", r -> r.article() == null ? null : r.article().publisher());
        columns.put("source_kind", r -> r.article() == null ? null : r.article().kind());
        columns.put("source_date", r -> published(r.article()));
        columns.put("source_url", r -> r.article() == null ? null : r.article().url());
        columns.put("participants", r -> joined(r, p -> Objects.requireNonNullElse(p.leaderId(), p.name())));
        columns.put("countries", r -> joined(r, ParticipantView::country));
        columns.put("date", r -> r.report().date());
        columns.put("date_inferred", r -> r.report().dateInferred());
        columns.put("status", r -> r.report().status());
        columns.put("medium", r -> value(r, Property.MEDIUM).orElse(null));
        columns.put("duration_low", r -> duration(r).map(DurationView::low).orElse(null));
        columns.put("duration_best", r -> duration(r).map(DurationView::best).orElse(null));
        columns.put("duration_high", r -> duration(r).map(DurationView::high).orElse(null));
        columns.put(
                "duration_words",
                r -> claim(r, Property.DURATION).map(ClaimView::text).orElse(null));
        columns.put(
                "initiator",
                r -> value(r, Property.INITIATOR).map(ReportTable::initiator).orElse(null));
        columns.put(
                "previous_call",
                r -> value(r, Property.PREVIOUS_CALL)
                        .map(v -> v instanceof PreviousContact p && p.date() != null
                                ? p.date().edtf()
                                : null)
                        .orElse(null));
        columns.put("follow_ups", r -> values(r, Property.FOLLOW_UP));
        columns.put("topics", r -> values(r, Property.TOPIC));
    }

    List<String> header() {
        return List.copyOf(columns.keySet());
    }

    List<String> cells(Row row) {
        List<String> out = new ArrayList<>();
        columns.values().forEach(column -> out.add(Cell.text(column.apply(row))));
        return out;
    }

    private static @Nullable LocalDate published(@Nullable Article article) {
        return article == null ? null : article.publishedOn();
    }

    private static String joined(Row row, Function<ParticipantView, @Nullable String> part) {
        return row.report().participants().stream()
                .map(part)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
    }

    /** The first thing that the report says of a property in its own words, not as a denial or a possibility. */
    private static Optional<ClaimView> claim(Row row, Property<?> property) {
        return row.report().claims().stream()
                .filter(c -> c.property().equals(property.json()))
                .filter(c -> c.modality() == Modality.ASSERTED)
                .findFirst();
    }

    private static Optional<Object> value(Row row, Property<?> property) {
        return claim(row, property).map(ClaimView::value);
    }

    private static Optional<DurationView> duration(Row row) {
        return value(row, Property.DURATION).map(v -> v instanceof DurationView d ? d : null);
    }

    private static @Nullable String initiator(Object value) {
        return value instanceof Initiator i ? (i.leaderId() != null ? i.leaderId() : i.country()) : null;
    }

    private static String values(Row row, Property<?> property) {
        return row.report().claims().stream()
                .filter(c -> c.property().equals(property.json()))
                .map(ClaimView::value)
                .filter(Objects::nonNull)
                .map(v -> v instanceof FollowUp f ? f.kind() : v.toString())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
