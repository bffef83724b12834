package org.readout.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readout.query.CallView;
import org.readout.reconciliation.Rules;
import org.readout.report.ParticipantView;

/** Calls as rows of a table: one for each call, or one for each pair of its participants. */
final class CallTable {

    /** What a row is. */
    enum Rows {
        CALL,
        PAIR
    }

    /** One row: a call, and of a pair its two sides. */
    private record Row(
            CallView call,
            @Nullable ParticipantView first,
            @Nullable ParticipantView second) {}

    private record Column(String name, Function<Row, @Nullable Object> value) {}

    private final Rows rows;
    private final List<Column> columns = new ArrayList<>();

    CallTable(Rows rows) {
        this.rows = rows;
        call("id", CallView::id);
        call("status", CallView::status);
        call("medium", CallView::medium);
        call("date", CallView::date);
        call("dateEarliest", CallView::dateEarliest);
        call("dateLatest", CallView::dateLatest);
        call("dateInferred", CallView::dateInferred);
        call("durationLow", c -> c.duration() == null ? null : c.duration().low());
        call("durationBest", c -> c.duration() == null ? null : c.duration().best());
        call("durationHigh", c -> c.duration() == null ? null : c.duration().high());
        if (rows == Rows.PAIR) {
            side("first", Row::first);
            side("second", Row::second);
        } else {
            call("participants", c -> joined(c, p -> Objects.requireNonNullElse(p.leaderId(), p.name())));
            call("names", c -> joined(c, ParticipantView::name));
            call("countries", c -> joined(c, ParticipantView::country));
            call("offices", c -> joined(c, ParticipantView::office));
        }
        call("initiation", CallView::initiation);
        call(
                "initiator",
                c -> c.initiator() == null
                        ? null
                        : c.initiator().leaderId() != null
                                ? c.initiator().leaderId()
                                : c.initiator().country());
        call(
                "previousCall",
                c -> c.previousCall() == null ? null : c.previousCall().date());
        call("topics", c -> String.join("; ", c.topics()));
        call("articleCount", CallView::articleCount);
        call("originCount", CallView::originCount);
        call("statementCount", CallView::statementCount);
        Rules.all().forEach(r -> call(r.field() + "Outcome", c -> c.outcomes().get(r.field())));
        call("cameo", c -> c.codes().cameo());
        call("version", CallView::version);
        call("updatedAt", CallView::updatedAt);
    }

    private void call(String name, Function<CallView, @Nullable Object> value) {
        columns.add(new Column(name, row -> value.apply(row.call())));
    }

    private void side(String name, Function<Row, @Nullable ParticipantView> side) {
        part(name + "Id", side, ParticipantView::leaderId);
        part(name + "Name", side, ParticipantView::name);
        part(name + "Country", side, ParticipantView::country);
        part(name + "Office", side, ParticipantView::office);
    }

    private void part(
            String name,
            Function<Row, @Nullable ParticipantView> side,
            Function<ParticipantView, @Nullable Object> value) {
        columns.add(new Column(name, row -> {
            ParticipantView p = side.apply(row);
            return p == null ? null : value.apply(p);
        }));
    }

    private static String joined(CallView call, Function<ParticipantView, @Nullable String> part) {
        return call.participants().stream().map(part).filter(Objects::nonNull).collect(Collectors.joining("; "));
    }

    List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    /** The rows of a call; text that a spreadsheet would take for a formula has an apostrophe before it. */
    List<List<String>> rows(CallView call) {
        List<Row> of = new ArrayList<>();
        if (rows == Rows.CALL) {
            of.add(new Row(call, null, null));
        } else {
            List<ParticipantView> people = call.participants();
            for (int i = 0; i < people.size(); i++) {
                for (int k = i + 1; k < people.size(); k++) {
                    of.add(new Row(call, people.get(i), people.get(k)));
                }
            }
        }
        return of.stream()
                .map(row -> columns.stream()
                        .map(c -> Cell.text(c.value().apply(row)))
                        .toList())
                .toList();
    }
}
