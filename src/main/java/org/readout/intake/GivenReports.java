package org.readout.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallDuration;
import org.readout.claim.CallStatus;
import org.readout.claim.Claim;
import org.readout.claim.Initiator;
import org.readout.claim.Medium;
import org.readout.claim.Modality;
import org.readout.claim.Origin;
import org.readout.claim.Participant;
import org.readout.claim.Participants;
import org.readout.claim.PreviousContact;
import org.readout.claim.Property;
import org.readout.claim.QuoteType;
import org.readout.claim.Report;
import org.readout.claim.Saying;
import org.readout.claim.Span;
import org.readout.claim.Topic;
import org.readout.extraction.DateWording;
import org.readout.extraction.DurationWording;
import org.readout.leader.NameResolver;
import org.readout.leader.ResolvedName;
import org.readout.platform.Bounds;
import org.readout.platform.Checked;
import org.readout.platform.Constraints;
import org.readout.platform.InputError;

/** Makes reports of what a caller read: names become leaders, wordings values, each with its words. */
public final class GivenReports {

    private static final String RULE = "given";

    private final NameResolver leaders;
    private final @Nullable LocalDate published;
    private final @Nullable String publisher;
    private final @Nullable String text;
    private final List<InputError> errors = new ArrayList<>();

    public GivenReports(
            NameResolver leaders, @Nullable LocalDate published, @Nullable String publisher, @Nullable String text) {
        this.leaders = leaders;
        this.published = published;
        this.publisher = publisher;
        this.text = text;
    }

    /**
     * The reports, in the caller's order.
     *
     * @param at JSON Pointer of the list, for naming what is wrong in it
     */
    Checked<List<Report>> read(List<@Nullable ReportCommand> given, String at) {
        List<Report> out = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            ReportCommand command = given.get(i);
            if (command == null) {
                wrong(at + "/" + i, "is null");
            } else {
                report(command, at + "/" + i, i + 1).ifPresent(out::add);
            }
        }
        return Checked.of(out, errors);
    }

    /** One report given on its own. */
    public Checked<Report> readOne(ReportCommand given) {
        return Checked.of(report(given, "", 1).orElse(null), errors);
    }

    private Optional<Report> report(ReportCommand c, String at, int number) {
        int before = errors.size();
        List<InputError> misshapen = Constraints.faults(c, at);
        errors.addAll(misshapen);
        CallStatus status = c.status() == null ? CallStatus.HAPPENED : c.status();
        if (status == CallStatus.DISPUTED) {
            wrong(at + "/status", "is what several reports come to, not what one says");
        }
        CallDate date = c.date() == null ? null : date(c.date(), at + "/date").orElse(null);
        LocalDate day = date != null && date.earliest() != null ? date.earliest() : published;
        Participants people = people(c, at, day);
        Origin origin = origin(c);
        Claims claims = new Claims(
                number,
                origin,
                status.toCome() ? Modality.PLANNED : status == CallStatus.DENIED ? Modality.DENIED : Modality.ASSERTED,
                Boolean.TRUE.equals(c.statementsOnly()));
        claims.add(
                Property.PARTICIPANTS,
                people,
                String.join(
                        ", ", people.people().stream().map(Participant::name).toList()));
        claims.add(Property.STATUS, status, status.name());
        if (c.medium() != null) {
            claims.add(Property.MEDIUM, c.medium(), c.medium().name());
        } else {
            claims.add(Property.MEDIUM, Medium.UNSPECIFIED, Medium.UNSPECIFIED.name());
        }
        if (c.date() != null) {
            claims.add(Property.DATE, date, c.date());
        }
        if (c.duration() != null) {
            Optional<CallDuration> duration = length(c.duration(), at + "/duration");
            claims.add(Property.DURATION, duration.orElse(null), c.duration());
        }
        if (c.initiator() != null) {
            initiator(c.initiator(), at + "/initiator", people, day)
                    .ifPresent(i -> claims.add(Property.INITIATOR, i, Objects.requireNonNull(c.initiator())));
        }
        if (c.previousCall() != null) {
            date(c.previousCall(), at + "/previousCall")
                    .ifPresent(d -> claims.add(
                            Property.PREVIOUS_CALL,
                            new PreviousContact(d, true),
                            Objects.requireNonNull(c.previousCall())));
        }
        filled(c.topics()).forEach(topic -> claims.add(Property.TOPIC, new Topic(topic.strip()), topic));
        if (misshapen.isEmpty()) {
            statements(c, people, name -> leaders.resolve(name, day, List.of()), claims);
        }
        return errors.size() > before
                ? Optional.empty()
                : Optional.of(new Report(people, status, date, false, claims.all));
    }

    private Participants people(ReportCommand c, String at, @Nullable LocalDate day) {
        Map<String, Participant> people = new LinkedHashMap<>();
        List<String> given = filled(c.participants());
        for (String name : given) {
            Participant p = leaders.resolve(name, day, given)
                    .map(r -> new Participant(r.leaderId(), r.name(), r.country(), r.office(), r.partial()))
                    .orElseGet(() -> new Participant(null, name.strip(), null, null, false));
            people.putIfAbsent(p.key(), p);
        }
        if (people.size() < 2) {
            wrong(at + "/participants", "does not name two different people");
        }
        return new Participants(List.copyOf(people.values()));
    }

    private Optional<CallDate> date(String wording, String at) {
        Optional<CallDate> date =
                wording.length() > Bounds.NAME ? Optional.empty() : DateWording.read(wording, published);
        if (date.isEmpty()) {
            wrong(at, "is not a date (EDTF, or a wording that can be resolved)");
        }
        return date;
    }

    private Optional<CallDuration> length(String wording, String at) {
        Optional<CallDuration> duration =
                wording.length() > Bounds.NAME ? Optional.empty() : DurationWording.read(wording);
        if (duration.isEmpty() && !DurationWording.qualifies(wording)) {
            wrong(at, "is not a length of time (nearly an hour, 55 minutes)");
        }
        return duration;
    }

    private Optional<Initiator> initiator(String given, String at, Participants people, @Nullable LocalDate day) {
        if (given.equals("MUTUAL")) {
            return Optional.of(new Initiator(null, null, true));
        }
        Optional<ResolvedName> named = given.isBlank() || given.length() > Bounds.NAME
                ? Optional.empty()
                : leaders.resolve(given, day, List.of());
        Optional<Initiator> found = people.people().stream()
                .filter(p -> given.equals(p.country())
                        || given.equals(p.name())
                        || named.isPresent() && named.get().leaderId().equals(p.leaderId()))
                .findFirst()
                .map(p -> new Initiator(given.equals(p.country()) ? null : p.leaderId(), p.country(), false));
        if (found.isEmpty()) {
            wrong(at, "is neither a participant nor a participant's country, nor MUTUAL");
        }
        return found;
    }

    private Origin origin(ReportCommand c) {
        String given = c.origin();
        if (given == null) {
            return publisher == null
                    ? new Origin("text:unattributed", "unattributed", null)
                    : Origin.ofOutlet(publisher);
        }
        return new Origin("named:" + org.readout.claim.Words.fold(given), given.strip(), null);
    }

    private static void statements(
            ReportCommand c, Participants people, Function<String, Optional<ResolvedName>> known, Claims claims) {
        List<ReportCommand.@Nullable StatementCommand> given = c.statements() == null ? List.of() : c.statements();
        for (ReportCommand.StatementCommand s :
                given.stream().filter(Objects::nonNull).toList()) {
            String by = Objects.requireNonNull(s.saidBy()).strip();
            String said = Objects.requireNonNull(s.text());
            String speaker = known.apply(by).map(ResolvedName::leaderId).orElse(by);
            String state = people.people().stream()
                    .filter(p -> speaker.equals(p.leaderId()))
                    .map(Participant::country)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            QuoteType type = s.quoteType() == null ? QuoteType.INDIRECT : s.quoteType();
            claims.add(Property.STATEMENT, new Saying(speaker, state, s.relayedBy(), type, said.strip()), said);
        }
    }

    /** Those of some wordings that can be taken. */
    private static List<String> filled(@Nullable List<@Nullable String> given) {
        return given == null
                ? List.of()
                : given.stream()
                        .filter(Objects::nonNull)
                        .filter(g -> !g.isBlank() && g.length() <= Bounds.NAME)
                        .limit(Bounds.ENTRIES)
                        .toList();
    }

    /** Notes what is wrong with a field, unless that is known to be. */
    private void wrong(String at, String detail) {
        if (errors.stream().noneMatch(e -> at.equals(e.pointer()))) {
            errors.add(InputError.field(at, detail));
        }
    }

    /** Collects the claims; a wording that stands once in the text has its span. */
    private final class Claims {
        private final List<Claim> all = new ArrayList<>();
        private final int number;
        private final Origin origin;
        private final Modality modality;
        private final boolean statementsOnly;

        Claims(int number, Origin origin, Modality modality, boolean statementsOnly) {
            this.statementsOnly = statementsOnly;
            this.number = number;
            this.origin = origin;
            this.modality = modality;
        }

        <C> void add(Property<C> property, @Nullable C value, String wording) {
            all.add(new Claim(
                    "r" + number + "c" + (all.size() + 1),
                    property,
                    value,
                    wording,
                    span(wording),
                    origin,
                    null,
                    modality,
                    statementsOnly && property != Property.STATEMENT ? Claim.CONTEXT : RULE));
        }

        private @Nullable Span span(String wording) {
            int at = text == null ? -1 : text.indexOf(wording);
            return text == null || at < 0 || text.indexOf(wording, at + 1) >= 0
                    ? null
                    : new Span(at, at + wording.length(), wording);
        }
    }
}
