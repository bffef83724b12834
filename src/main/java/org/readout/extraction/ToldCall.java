package org.readout.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.claim.Medium;

/** One call as a text tells it: every place that speaks of it, and what was read there. */
final class ToldCall {

    final String key;
    final List<Party> parties;
    final List<Contact> contacts = new ArrayList<>();
    final List<DateReader.Reading> dates = new ArrayList<>();
    /** Whether it is only what another call is measured against ("since December 2022"). */
    boolean asPrevious;
    /** Another call that this one is placed before or after. */
    @Nullable
    ToldCall near;

    ToldCall(Contact first) {
        this.key = first.key();
        this.parties = new ArrayList<>(first.parties);
        contacts.add(first);
    }

    void tell(Contact c, DateReader.@Nullable Reading date) {
        if (!contacts.contains(c)) {
            contacts.add(c);
        }
        if (date != null && !dates.contains(date)) {
            dates.add(date);
        }
    }

    CallStatus status() {
        CallStatus status = contacts.get(0).status;
        for (Contact c : contacts) {
            if (c.status == CallStatus.HAPPENED && status == CallStatus.PLANNED && !c.anaphoric && c.dated) {
                status = CallStatus.HAPPENED;
            }
            if (c.status == CallStatus.CANCELLED || c.status == CallStatus.DENIED && status == CallStatus.PLANNED) {
                status = c.status;
            }
        }
        return status;
    }

    /** Whether it is told of only as the contact before another. */
    boolean earlier() {
        return contacts.get(0).earlier;
    }

    /** The contact whose words say most of the means. */
    Contact told() {
        return contacts.stream()
                .filter(c -> c.medium != Medium.UNSPECIFIED)
                .findFirst()
                .orElse(contacts.get(0));
    }

    /** The date as resolved: the first day named, else the narrowest, read as future for a planned call. */
    DateReader.@Nullable Reading dateReading() {
        DateReader.Reading best = null;
        for (DateReader.Reading r : dates) {
            CallDate value = value(r);
            if (value == null) {
                continue;
            }
            if (best == null || rank(value) < rank(value(best))) {
                best = r;
            }
        }
        return best;
    }

    @Nullable
    CallDate date() {
        DateReader.Reading reading = dateReading();
        return reading == null ? null : value(reading);
    }

    @Nullable
    CallDate value(DateReader.Reading r) {
        return status() == CallStatus.PLANNED && r.future() != null ? r.future() : r.value();
    }

    private static long rank(@Nullable CallDate date) {
        return date == null ? Long.MAX_VALUE : date.bounded() ? date.days() : Long.MAX_VALUE - 1;
    }

    boolean has(Party p) {
        return parties.stream().anyMatch(q -> q.key().equals(p.key()));
    }

    boolean hasPerson(@Nullable Person p) {
        return p != null
                && parties.stream()
                        .anyMatch(q -> q.person() != null && q.person().id().equals(p.id()));
    }

    boolean hasState(@Nullable String country, @Nullable LocalDate day) {
        return country != null && parties.stream().anyMatch(p -> country.equals(p.state(day)));
    }

    /** The first word that tells of it. */
    int start() {
        return contacts.get(0).from;
    }
}
