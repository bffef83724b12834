package org.readout.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallDuration;
import org.readout.claim.CallStatus;
import org.readout.claim.Claim;
import org.readout.claim.FollowUp;
import org.readout.claim.Initiation;
import org.readout.claim.Initiator;
import org.readout.claim.Medium;
import org.readout.claim.Outcome;
import org.readout.claim.Participant;
import org.readout.claim.Participants;
import org.readout.claim.Property;

/**
 * Makes one record of all reports of a call. A pure function: the same reports and rulings in any order, any of them
 * given twice, make the same record.
 */
public final class Reconciler {

    /** Another one means that the whole store is to be reconciled again. */
    public static final String RULES_VERSION = "2";

    private Reconciler() {}

    /**
     * The record of the reports.
     *
     * @param reports at least one report, all of one call
     * @param rulings what people decided on the call, at most one a property
     * @param profile which claims narrow a value
     * @throws IllegalArgumentException when there are no reports
     */
    public static CallRecord reconcile(Collection<Testimony> reports, Collection<Ruling> rulings, Profile profile) {
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("A record needs a report");
        }
        List<Testimony> all = canonical(reports);
        Map<Property, Ruling> decided = new EnumMap<>(Property.class);
        rulings.forEach(r -> decided.put(r.property(), r));
        Map<String, Finding> findings = new LinkedHashMap<>();
        BiFunction<Property, Finding, Finding> found = (property, reported) -> {
            Ruling ruling = decided.get(property);
            Finding finding = ruling == null ? reported : ruling.over(reported);
            findings.put(property.json(), finding);
            return finding;
        };
        Finding people = found.apply(Property.PARTICIPANTS, ParticipantsRule.apply(on(Property.PARTICIPANTS, all)));
        Finding date = found.apply(Property.DATE, DateRule.apply(datesOf(all), profile));
        CallDate when = (CallDate) date.selected();
        Finding duration = found.apply(Property.DURATION, DurationRule.apply(on(Property.DURATION, all), profile));
        Finding medium = found.apply(Property.MEDIUM, MediumRule.apply(on(Property.MEDIUM, all)));
        Finding status = found.apply(Property.STATUS, StatusRule.apply(on(Property.STATUS, all), when));
        Finding initiator = found.apply(Property.INITIATOR, InitiatorRule.apply(on(Property.INITIATOR, all)));
        Finding previous =
                found.apply(Property.PREVIOUS_CALL, PreviousCallRule.apply(on(Property.PREVIOUS_CALL, all), profile));
        Finding followUps = found.apply(Property.FOLLOW_UP, FollowUpsRule.apply(on(Property.FOLLOW_UP, all)));
        Finding topics = found.apply(Property.TOPIC, TopicsRule.apply(on(Property.TOPIC, all)));
        return new CallRecord(
                status.selected() == null ? CallStatus.HAPPENED : (CallStatus) status.selected(),
                medium.selected() == null ? Medium.UNSPECIFIED : (Medium) medium.selected(),
                when,
                (CallDuration) duration.selected(),
                participants(people),
                initiation(initiator),
                (Initiator) initiator.selected(),
                (CallDate) previous.selected(),
                list(followUps, FollowUp.class),
                list(topics, String.class),
                StatementRule.apply(on(Property.STATEMENT, all)),
                (int) all.stream().map(Testimony::articleId).distinct().count(),
                origins(all),
                findings);
    }

    private static Voices on(Property property, List<Testimony> all) {
        return Voices.on(property, all);
    }

    /** Each report once, in an order of its own. */
    private static List<Testimony> canonical(Collection<Testimony> reports) {
        Map<String, Testimony> byId = new LinkedHashMap<>();
        reports.forEach(t -> byId.putIfAbsent(t.reportId(), t));
        List<Testimony> all = new ArrayList<>(byId.values());
        all.sort(Comparator.comparing(
                        (Testimony t) -> Objects.requireNonNullElse(t.published(), java.time.LocalDate.MAX))
                .thenComparing(t -> Objects.requireNonNullElse(t.publisher(), ""))
                .thenComparing(t -> t.report().toString())
                .thenComparing(Testimony::reportId));
        return all;
    }

    /** Each report votes with the date it resolves to, whichever of its words gives it. */
    private static Voices datesOf(List<Testimony> all) {
        List<Voice> out = new ArrayList<>();
        for (Testimony t : all) {
            CallDate resolved = t.report().date();
            List<Claim> claims = t.report().claims(Property.DATE).toList();
            for (Claim c : claims) {
                CallDate own = c.value(CallDate.class);
                boolean carries = resolved == null || own == null || own.meets(resolved);
                out.add(new Voice(t, c, carries && own == null ? resolved : own));
            }
        }
        return new Voices(out);
    }

    private static List<Participant> participants(Finding people) {
        Participants p = (Participants) people.selected();
        return p == null ? List.of() : p.people();
    }

    private static Initiation initiation(Finding finding) {
        if (finding.outcome() == Outcome.NOT_STATED) {
            return Initiation.NOT_STATED;
        }
        if (finding.outcome() == Outcome.CONFLICT) {
            return Initiation.DISPUTED;
        }
        Initiator initiator = (Initiator) finding.selected();
        return initiator != null && initiator.mutual() ? Initiation.MUTUAL : Initiation.STATED;
    }

    private static <T> List<T> list(Finding finding, Class<T> type) {
        @Nullable Object selected = finding.selected();
        return selected instanceof List<?> items
                ? items.stream().map(type::cast).toList()
                : List.of();
    }

    private static int origins(List<Testimony> all) {
        Set<String> origins = new TreeSet<>();
        for (Testimony t : all) {
            t.report().claims().stream()
                    .filter(c -> c.property() != Property.TOPIC && c.property() != Property.STATEMENT)
                    .map(t::originOf)
                    .forEach(origins::add);
        }
        return origins.size();
    }
}
