package org.readout.query;

import io.swagger.v3.oas.annotations.media.Schema;
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
import org.readout.claim.Participant;
import org.readout.reconciliation.CallRecord;
import org.readout.reconciliation.Rules;
import org.readout.report.DurationView;

/** A call as the API shows it. */
@Schema(name = "Call", description = "One call, as all its reports together tell it")
public record CallView(
        @Schema(description = "The call's id; a merged one answers 308")
        UUID id,

        CallStatus status,
        Medium medium,

        @Schema(description = "When it was (EDTF)", example = "2024-11-15", nullable = true) @Nullable
        String date,

        @Schema(example = "2024-11-15", nullable = true) @Nullable
        LocalDate dateEarliest,

        @Schema(example = "2024-11-15", nullable = true) @Nullable
        LocalDate dateLatest,

        @Schema(description = "Whether only a day of publication suggests the date")
        boolean dateInferred,

        @Schema(nullable = true) @Nullable DurationView duration,
        List<ParticipantView> participants,
        Initiation initiation,

        @Schema(description = "Who called; null unless STATED", nullable = true) @Nullable
        Initiator initiator,

        @Schema(nullable = true) @Nullable PreviousCallView previousCall,

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
        Instant updatedAt) {

    /** One side of the call. */
    @Schema(name = "Participant", description = "One side of the call, with the office on its date")
    public record ParticipantView(
            @Schema(
                    description = "The leader's slug; null for someone the registry does not hold",
                    example = "olaf-scholz",
                    nullable = true)
            @Nullable
            String leaderId,

            @Schema(example = "Olaf Scholz") String name,

            @Schema(example = "DE", nullable = true) @Nullable
            String country,

            @Schema(example = "CHANCELLOR", nullable = true) @Nullable
            String office,

            @Schema(description = "Whether reports gave only a part of the name")
            boolean partialName) {
        static ParticipantView of(Participant p) {
            return new ParticipantView(p.leaderId(), p.name(), p.country(), p.office(), p.partial());
        }
    }

    /** The contact before this one. */
    @Schema(name = "PreviousCall", description = "The earlier contact that reports measure this call against")
    public record PreviousCallView(
            @Schema(description = "When it was (EDTF)", example = "2022-12", nullable = true) @Nullable
            String date,

            @Schema(description = "The stored call that it is", nullable = true) @Nullable
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
        CallRecord r = settled.record();
        CallDate date = r.date();
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        r.findings().forEach((property, finding) -> outcomes.put(property, finding.outcome()));
        return new CallView(
                call.callId(),
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
                r.findings().entrySet().stream()
                        .filter(e -> e.getValue().decided() != null
                                && e.getValue().decided().contradicted())
                        .map(Map.Entry::getKey)
                        .toList(),
                CodesView.CALL,
                call.version(),
                call.createdAt(),
                call.updatedAt());
    }
}
