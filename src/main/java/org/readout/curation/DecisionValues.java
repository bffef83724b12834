package org.readout.curation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallDuration;
import org.readout.claim.Initiator;
import org.readout.claim.Participants;
import org.readout.claim.Property;
import org.readout.claim.Report;
import org.readout.intake.GivenReports;
import org.readout.intake.ReportCommand;
import org.readout.leader.NameResolver;
import org.readout.platform.Checked;
import org.readout.platform.InputError;
import org.readout.platform.InvalidInput;
import org.readout.query.CallView;
import org.readout.reconciliation.Given;
import org.readout.reconciliation.PropertyRule;
import tools.jackson.databind.JsonNode;

/** Reads what a person decides on a property of a call: names and wordings as in a report given by hand. */
final class DecisionValues implements Given.Wordings {

    private static final String AT = "/value";

    private final NameResolver leaders;
    private final CallView call;

    DecisionValues(NameResolver leaders, CallView call) {
        this.leaders = leaders;
        this.call = call;
    }

    /**
     * The value, of the kind that the property's finding selects.
     *
     * @throws InvalidInput naming {@code /value} when it is no such value
     */
    Object read(PropertyRule<?, ?> rule, JsonNode value) {
        try {
            return Objects.requireNonNull(rule.decide(new Given(plain(value), AT, this)));
        } catch (Given.Refused e) {
            throw invalid(e.at(), String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isArray()) {
            List<@Nullable Object> out = new ArrayList<>();
            value.forEach(v -> out.add(plain(v)));
            return out;
        }
        if (value.isObject()) {
            Map<String, @Nullable Object> out = new LinkedHashMap<>();
            value.propertyStream().forEach(p -> out.put(p.getKey(), plain(p.getValue())));
            return out;
        }
        return value.isString()
                ? value.asString()
                : value.isInt() ? Integer.valueOf(value.asInt()) : value.isBoolean() ? value.asBoolean() : null;
    }

    @Override
    public Participants people(List<String> names) {
        return report(new ReportCommand(
                        List.copyOf(names), call.date(), null, null, null, null, null, null, null, null))
                .participants();
    }

    @Override
    public CallDate date(String wording) {
        return said(Property.DATE, given(wording, null, null));
    }

    @Override
    public CallDuration duration(String wording) {
        return said(Property.DURATION, given(call.date(), wording, null));
    }

    @Override
    public Initiator caller(String nameOrCountry) {
        return said(Property.INITIATOR, given(call.date(), null, nameOrCountry));
    }

    private ReportCommand given(@Nullable String date, @Nullable String duration, @Nullable String initiator) {
        List<@Nullable String> people = new ArrayList<>();
        call.participants().forEach(p -> people.add(p.leaderId() == null ? p.name() : p.leaderId()));
        return new ReportCommand(people, date, duration, null, null, initiator, null, null, null, null);
    }

    private <C> C said(Property<C> property, ReportCommand command) {
        return report(command).values(property).findFirst().orElseThrow(() -> invalid(AT, "gives no value"));
    }

    private Report report(ReportCommand command) {
        Checked<Report> report = new GivenReports(leaders, null, null, null).readOne(command);
        List<InputError> errors = report.errors().stream()
                .map(error -> InputError.field(AT + element(String.valueOf(error.pointer())), error.detail()))
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return report.orThrow();
    }

    private static InvalidInput invalid(String pointer, String detail) {
        return new InvalidInput(List.of(InputError.field(pointer, detail)));
    }

    /** The part of a pointer into a given report that points into a list of it: "/participants/1" gives "/1". */
    private static String element(String pointer) {
        int slash = pointer.indexOf('/', 1);
        return slash < 0 ? "" : pointer.substring(slash);
    }
}
