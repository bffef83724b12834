package org.readout.extraction.told;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.claim.Medium;
import org.readout.extraction.contact.Contact;
import org.readout.extraction.date.DateFound;
import org.readout.extraction.mention.Party;
import org.readout.names.Person;

/** One call as a text tells it: every place that speaks of it, and what was read there. */
public final class ToldCall {

    private final String key;
    private final List<Party> parties;
    private final List<Contact> contacts = new ArrayList<>();
    private final List<DateFound> dates = new ArrayList<>();
    private @Nullable ToldCall near;

    private boolean beforeNear;

    private final Set<DateFound> seen = new HashSet<>();
    private CallStatus status;
    private @Nullable DateFound best;

    ToldCall(Contact first) {
        this.key = first.key();
        this.parties = new ArrayList<>(first.parties());
        contacts.add(first);
        this.status = first.status();
    }

    void tell(Contact c, @Nullable DateFound date) {
        if (c != contacts.get(0) && (contacts.size() == 1 || contacts.get(contacts.size() - 1) != c)) {
            contacts.add(c);
        }
        boolean before = status.toCome();
        status = next(status, c);
        if (date != null && seen.add(date)) {
            dates.add(date);
            best = better(best, date);
        }
        if (before != status.toCome()) {
            best = null;
            dates.forEach(d -> best = better(best, d));
        }
    }

    /** Takes it for one to come, whatever its first words left open. */
    void plan() {
        status = CallStatus.PLANNED;
    }

    private static CallStatus next(CallStatus status, Contact c) {
        if (c.status() == CallStatus.HAPPENED && status.toCome() && (c.perfect() || !c.anaphoric() && c.dated())) {
            return CallStatus.HAPPENED;
        }
        if (c.status() == CallStatus.POSTPONED && status == CallStatus.PLANNED) {
            return c.status();
        }
        if (c.status() == CallStatus.CANCELLED || c.status() == CallStatus.DENIED && status == CallStatus.PLANNED) {
            return c.status();
        }
        return status;
    }

    public CallStatus status() {
        return status;
    }

    /** Which of several calls of the day it is, from 1; 0 where the text tells of one. */
    public int ordinal() {
        return contacts.get(0).oneOfTwo() ? contacts.get(0).ordinal() : 0;
    }

    /** Whether it is told of only as the contact before another. */
    public boolean earlier() {
        return contacts.get(0).earlier();
    }

    /** The contact whose words say most of the means. */
    public Contact told() {
        return contacts.stream()
                .filter(c -> c.medium() != Medium.UNSPECIFIED)
                .findFirst()
                .orElse(contacts.get(0));
    }

    /** The first day named, else the narrowest date; read as future for a planned call. */
    @Nullable
    public CallDate date() {
        return best == null ? null : value(best);
    }

    private @Nullable DateFound better(@Nullable DateFound held, DateFound r) {
        CallDate value = value(r);
        return value == null || held != null && rank(value) >= rank(value(held)) ? held : r;
    }

    @Nullable
    public CallDate value(DateFound r) {
        return r.of(status);
    }

    private static long rank(@Nullable CallDate date) {
        if (date == null) {
            return Long.MAX_VALUE;
        }
        return date.inferred() ? Long.MAX_VALUE - 1 : date.bounded() ? date.days() : Long.MAX_VALUE - 2;
    }

    boolean has(Party p) {
        return p.isIn(parties);
    }

    public boolean hasPerson(@Nullable Person p) {
        return p != null
                && parties.stream()
                        .anyMatch(q -> q.person() != null && q.person().id().equals(p.id()));
    }

    /** The state of the party of a key on a day; null where there is none. */
    @Nullable
    public String stateOf(String key, @Nullable LocalDate day) {
        return parties.stream()
                .filter(p -> p.key().equals(key))
                .map(p -> p.state(day))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public boolean hasState(@Nullable String country, @Nullable LocalDate day) {
        return country != null && parties.stream().anyMatch(p -> country.equals(p.state(day)));
    }

    /** The first word that tells of it. */
    int start() {
        return contacts.get(0).from();
    }

    public String key() {
        return key;
    }

    public List<Party> parties() {
        return parties;
    }

    public List<Contact> contacts() {
        return contacts;
    }

    public List<DateFound> dates() {
        return dates;
    }

    /** Places it beside another call. */
    void place(ToldCall other, boolean before) {
        near = other;
        beforeNear = before;
    }

    /** Another call that this one is placed before or after. */
    @Nullable
    public ToldCall near() {
        return near;
    }

    /** Whether it was before that one, as far as the words say. */
    public boolean beforeNear() {
        return beforeNear;
    }
}
