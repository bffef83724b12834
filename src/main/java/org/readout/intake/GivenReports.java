package org.readout.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import org.readout.extraction.DurationReader;
import org.readout.leader.NameResolver;
import org.readout.leader.ResolvedName;
import org.readout.platform.Checked;
import org.readout.platform.InputError;

/** Makes reports of what a caller read: names become leaders, wordings values, each with its words. */
public final class GivenReports {

    private static final String RULE = "given";
    private static final DurationReader DURATIONS = new DurationReader();
    private static final int MOST = 200;
    private static final int LONGEST = 200;
    private static final int LONGEST_TEXT = 20_000;

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
        if (given.isEmpty()) {
            errors.add(InputError.field(at, "is empty"));
        }
        if (given.size() > MOST) {
            errors.add(InputError.field(at, "has more than " + MOST + " entries"));
        }
        List<Report> out = new ArrayList<>();
        for (int i = 0; i < Math.min(given.size(), MOST); i++) {
            ReportCommand command = given.get(i);
            if (command == null) {
                errors.add(InputError.field(at + "/" + i, "is null"));
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
        CallStatus status = c.status() == null ? CallStatus.HAPPENED : c.status();
        if (status == CallStatus.DISPUTED) {
            errors.add(InputError.field(at + "/status", "is what several reports come to, not what one says"));
        }
        CallDate date = c.date() == null ? null : date(c.date(), at + "/date").orElse(null);
        LocalDate day = date != null && date.earliest() != null ? date.earliest() : published;
        Participants people = people(c, at, day);
        Origin origin = origin(c, at);
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
        topics(c, at, claims);
        statements(c, at, people, day, claims);
        return errors.size() > before
                ? Optional.empty()
                : Optional.of(new Report(people, status, date, false, claims.all));
    }

    private Participants people(ReportCommand c, String at, @Nullable LocalDate day) {
        List<Participant> people = new ArrayList<>();
        List<@Nullable String> given = c.participants() == null ? List.of() : c.participants();
        List<String> company = given.stream().filter(Objects::nonNull).toList();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < Math.min(given.size(), MOST); i++) {
            String name = given.get(i);
            if (name == null || name.isBlank() || name.length() > LONGEST) {
                errors.add(InputError.field(
                        at + "/participants/" + i, "is empty or longer than " + LONGEST + " characters"));
                continue;
            }
            Participant p = leaders.resolve(name, day, company)
                    .map(r -> new Participant(r.leaderId(), r.name(), r.country(), r.office(), r.partial()))
                    .orElseGet(() -> new Participant(null, name.strip(), null, null, false));
            if (seen.add(p.key())) {
                people.add(p);
            }
        }
        if (people.size() < 2 || given.size() > MOST) {
            errors.add(InputError.field(
                    at + "/participants",
                    c.participants() == null ? "is missing" : "does not name between two and " + MOST + " people"));
        }
        return new Participants(people);
    }

    private Optional<CallDate> date(String wording, String at) {
        Optional<CallDate> date = wording.length() > LONGEST ? Optional.empty() : DateWording.read(wording, published);
        if (date.isEmpty()) {
            errors.add(InputError.field(at, "is not a date (EDTF, or a wording that can be resolved)"));
        }
        return date;
    }

    private Optional<CallDuration> length(String wording, String at) {
        Optional<CallDuration> duration = wording.length() > LONGEST ? Optional.empty() : DURATIONS.read(wording);
        if (duration.isEmpty() && !DURATIONS.qualifies(wording)) {
            errors.add(InputError.field(at, "is not a length of time (nearly an hour, 55 minutes)"));
        }
        return duration;
    }

    private Optional<Initiator> initiator(String given, String at, Participants people, @Nullable LocalDate day) {
        if (given.equals("MUTUAL")) {
            return Optional.of(new Initiator(null, null, true));
        }
        Optional<ResolvedName> named =
                given.isBlank() || given.length() > LONGEST ? Optional.empty() : leaders.resolve(given, day, List.of());
        Optional<Initiator> found = people.people().stream()
                .filter(p -> given.equals(p.country())
                        || given.equals(p.name())
                        || named.isPresent() && named.get().leaderId().equals(p.leaderId()))
                .findFirst()
                .map(p -> new Initiator(given.equals(p.country()) ? null : p.leaderId(), p.country(), false));
        if (found.isEmpty()) {
            errors.add(InputError.field(at, "is neither a participant nor a participant's country, nor MUTUAL"));
        }
        return found;
    }

    private Origin origin(ReportCommand c, String at) {
        String given = c.origin();
        if (given == null) {
            return publisher == null
                    ? new Origin("text:unattributed", "unattributed", null)
                    : Origin.ofOutlet(publisher);
        }
        if (given.isBlank() || given.length() > LONGEST) {
            errors.add(InputError.field(at + "/origin", "is empty or longer than " + LONGEST + " characters"));
        }
        return new Origin("named:" + org.readout.claim.Words.fold(given), given.strip(), null);
    }

    private void topics(ReportCommand c, String at, Claims claims) {
        List<@Nullable String> topics = c.topics() == null ? List.of() : c.topics();
        for (int i = 0; i < topics.size(); i++) {
            String topic = topics.get(i);
            if (topic == null || topic.isBlank() || topic.length() > LONGEST || i >= MOST) {
                errors.add(InputError.field(
                        at + "/topics/" + i, "is empty, longer than " + LONGEST + " characters, or one too many"));
                return;
            }
            claims.add(Property.TOPIC, new Topic(topic.strip()), topic);
        }
    }

    private void statements(ReportCommand c, String at, Participants people, @Nullable LocalDate day, Claims claims) {
        List<ReportCommand.@Nullable StatementCommand> statements = c.statements() == null ? List.of() : c.statements();
        for (int i = 0; i < statements.size(); i++) {
            ReportCommand.StatementCommand s = statements.get(i);
            String here = at + "/statements/" + i;
            String saidBy = s == null ? null : s.saidBy();
            String said = s == null ? null : s.text();
            if (s == null || saidBy == null || saidBy.isBlank() || saidBy.length() > LONGEST) {
                errors.add(InputError.field(
                        here + "/saidBy", "is missing, empty or longer than " + LONGEST + " characters"));
            } else if (said == null || said.isBlank() || said.length() > LONGEST_TEXT || i >= MOST) {
                errors.add(InputError.field(here + "/text", "is missing, empty or too long"));
            } else {
                Optional<ResolvedName> speaker = leaders.resolve(saidBy, day, List.of());
                String by = speaker.map(ResolvedName::leaderId).orElse(saidBy.strip());
                String state = people.people().stream()
                        .filter(p -> by.equals(p.leaderId()))
                        .map(Participant::country)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
                QuoteType type = s.quoteType() == null ? QuoteType.INDIRECT : s.quoteType();
                claims.add(Property.STATEMENT, new Saying(by, state, s.relayedBy(), type, said.strip()), said);
            }
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
