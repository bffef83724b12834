package org.readout.query;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.call.RecordedCall;
import org.readout.call.Settled;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.claim.FollowUp;
import org.readout.claim.Initiation;
import org.readout.claim.Initiator;
import org.readout.claim.Medium;
import org.readout.claim.Outcome;
import org.readout.platform.ReadyJson;
import org.readout.query.words.Match;
import org.readout.reconciliation.CallRecord;
import org.readout.reconciliation.Finding;
import org.readout.reconciliation.PropertyRule;
import org.readout.reconciliation.Rules;
import org.readout.report.DurationView;
import org.readout.report.ParticipantView;

/** A call as the API shows it. */
@Schema(name = "Call", description = "One call, as all its reports together tell it")
public record CallView(
        @Schema(description = "The call's id; a merged one answers 308")
        UUID id,

        CallStatus status,
        Medium medium,

        @Schema(description = "When it was (EDTF)", example = "2024-11-15") @Nullable
        String date,

        @Schema(example = "2024-11-15") @Nullable LocalDate dateEarliest,

        @Schema(example = "2024-11-15") @Nullable LocalDate dateLatest,

        @Schema(description = "Whether only a day of publication suggests the date")
        boolean dateInferred,

        @Nullable DurationView duration,
        List<ParticipantView> participants,
        Initiation initiation,

        @Schema(description = "Who called; null unless STATED") @Nullable
        Initiator initiator,

        @Nullable PreviousCallView previousCall,

        @Schema(description = "What was agreed or planned to follow")
        List<FollowUp> followUps,

        @Schema(example = "[\"Ukraine\"]") List<String> topics,

        @Schema(description = "Who else was on the call: interpreters, ministers, aides; the office is the role")
        List<ParticipantView> presence,

        @Schema(example = "2") int articleCount,

        @Schema(
                description = "Independent accounts: reprints and articles relaying one source count once",
                example = "1")
        int originCount,

        @Schema(example = "6") int statementCount,

        @Schema(
                description = "How the reports stand to each other, by property",
                example = "{\"duration\":\"COMPATIBLE\"}")
        Map<String, Outcome> outcomes,

        @Schema(
                description = "Properties that a person decided and that reports which came later contradict",
                example = "[]")
        List<String> contradictedDecisions,

        CodesView codes,

        @Schema(description = "Grows with every change of the record", example = "3")
        long version,

        Instant createdAt,
        Instant updatedAt,

        @Schema(description = "Where the words of q stand; null without q") @Nullable
        Match match) {

    /**
     * A call as it is answered, ready to be sent.
     *
     * @param utf8 the JSON of its view, as the database gives it
     */
    @Schema(name = "Call", implementation = CallView.class)
    record Answered(byte[] utf8) implements ReadyJson {

        static Answered of(String json) {
            return new Answered(json.getBytes(StandardCharsets.UTF_8));
        }

        @JsonValue
        @JsonRawValue
        String json() {
            return new String(utf8, StandardCharsets.UTF_8);
        }
    }

    /** The contact before this one. */
    @Schema(name = "PreviousCall", description = "The earlier contact that reports measure this call against")
    public record PreviousCallView(
            @Schema(description = "When it was (EDTF)", example = "2022-12") @Nullable
            String date,

            @Schema(description = "The stored call that it is") @Nullable
            UUID callId) {}

    /** The event in the codes of event data. */
    @Schema(name = "Codes", description = "The event in the codes of event data sets")
    public record CodesView(
            @Schema(description = "CAMEO: discuss by telephone", example = "041")
            String cameo,

            Plover plover) {
        /** PLOVER's code. */
        @Schema(name = "PloverCode")
        public record Plover(
                @Schema(example = "CONSULT") String event,
                @Schema(example = "phone") String mode) {}

        static final CodesView CALL = new CodesView("041", new Plover("CONSULT", "phone"));
    }

    public static CallView of(RecordedCall call) {
        return of(call, call.settled());
    }

    /** The call with what its reports come to under some profile. */
    public static CallView of(RecordedCall call, Settled settled) {
        return of(call.callId(), call.version(), call.createdAt(), call.updatedAt(), settled);
    }

    static CallView of(UUID id, long version, Instant createdAt, Instant updatedAt, Settled settled) {
        CallRecord r = settled.record();
        CallDate date = r.date();
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        Rules.all().forEach(rule -> outcomes.put(rule.field(), r.finding(rule).outcome()));
        return new CallView(
                id,
                r.status(),
                r.medium(),
                date == null ? null : date.edtf(),
                date == null ? null : date.earliest(),
                date == null ? null : date.latest(),
                date != null && date.inferred(),
                r.duration() == null ? null : DurationView.of(r.duration()),
                r.participants().stream().map(ParticipantView::of).toList(),
                r.initiation(),
                r.initiator(),
                r.previousCall() == null
                        ? null
                        : new PreviousCallView(r.previousCall().edtf(), settled.previousCallId()),
                r.list(Rules.FOLLOW_UP),
                r.list(Rules.TOPIC),
                r.list(Rules.PRESENCE).stream().map(ParticipantView::of).toList(),
                r.articleCount(),
                r.originCount(),
                r.statements().size(),
                outcomes,
                Rules.all().stream()
                        .filter(rule -> contradicted(r.finding(rule)))
                        .map(PropertyRule::field)
                        .toList(),
                CodesView.CALL,
                version,
                createdAt,
                updatedAt,
                null);
    }

    /** The same call, with the place of the words that it was asked for by. */
    CallView matching(@Nullable Match words) {
        return new CallView(
                id,
                status,
                medium,
                date,
                dateEarliest,
                dateLatest,
                dateInferred,
                duration,
                participants,
                initiation,
                initiator,
                previousCall,
                followUps,
                topics,
                presence,
                articleCount,
                originCount,
                statementCount,
                outcomes,
                contradictedDecisions,
                codes,
                version,
                createdAt,
                updatedAt,
                words);
    }

    private static boolean contradicted(Finding<?> finding) {
        return finding.decided() != null && finding.decided().contradicted();
    }
}
