package org.readout.extraction.told;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.extraction.contact.Contact;
import org.readout.extraction.date.DateFound;
import org.readout.extraction.text.TokenizedText;

/** Says whether a contact tells of a call of the same people that a text has told of before, by their dates and by how they are put. */
final class SameCall {

    /** By how many days a period that words name can miss the day they mean. */
    private static final int LOOSE_DAYS = 7;

    private final TokenizedText text;
    private final ContactDates dates;
    private final @Nullable LocalDate day;

    SameCall(TokenizedText text, ContactDates dates, @Nullable LocalDate day) {
        this.text = text;
        this.dates = dates;
        this.day = day;
    }

    /**
     * Whether it does; how the one is put may settle how the other is.
     *
     * @param date the contact's own date
     * @param named the same as a value
     * @param ofPeople all calls of its people, in the order in which they were told
     */
    boolean holds(Contact c, ToldCall t, @Nullable DateFound date, @Nullable CallDate named, List<ToldCall> ofPeople) {
        if (t.earlier() != c.earlier() && !sameDay(t, named)
                || ordinalsDiffer(t, c)
                || ofOneHeld(c, t, named, ofPeople)
                || c.another() && atOtherTime(t, date)
                || differs(t.status(), c.status()) && !settled(c, t, named)) {
            return false;
        }
        if (named == null || named.inferred()) {
            return !c.another();
        }
        CallDate own = t.date();
        return own == null
                ? joins(c, t) && !thatDay(date) && !beforeThat(c)
                : agree(named, own) || ofPeople.size() == 1 && loosely(c, named, own);
    }

    /** Whether one of two that are put differently only leaves open what the other says. */
    private boolean settled(Contact c, ToldCall t, @Nullable CallDate named) {
        if (c.status() == CallStatus.PLANNED && named(t)) {
            t.plan();
            return true;
        }
        boolean same = c.definite() && named == null || c.plannedThen() && (named == null || meets(t, named));
        if (same) {
            c.status(t.status());
        }
        return same;
    }

    /** "Trump and Erdogan's important discussion": whether only a headline has told of it, by a noun that does not say when. */
    private boolean named(ToldCall t) {
        return inHeadline(t) && t.contacts().stream().allMatch(c -> c.rule().equals("contact-noun"));
    }

    private boolean inHeadline(ToldCall t) {
        return t.contacts().stream().allMatch(c -> c.sentence() == 0) && text.unstopped(text.sentence(0));
    }

    /** "They spoke on Monday. They will speak again. … As he said, they spoke on Monday": of the one held, not of the plan. */
    private static boolean ofOneHeld(Contact c, ToldCall plan, @Nullable CallDate named, List<ToldCall> ofPeople) {
        return c.status() == CallStatus.HAPPENED
                && plan.status().toCome()
                && !c.another()
                && ofPeople.stream()
                        .filter(t -> t.status() == CallStatus.HAPPENED && !t.earlier())
                        .map(ToldCall::date)
                        .anyMatch(own -> named == null || own != null && agree(named, own));
    }

    /** "on Friday morning … again on Friday evening": whether the parts of the day that the words name are not the same. */
    private boolean atOtherTime(ToldCall t, @Nullable DateFound date) {
        String part = date == null ? "" : dates.partOfDay(date);
        return !part.isEmpty()
                && t.dates().stream().map(dates::partOfDay).anyMatch(own -> !own.isEmpty() && !own.equals(part));
    }

    /** Whether both are counted, and are not the same of the calls of a day. */
    private static boolean ordinalsDiffer(ToldCall t, Contact c) {
        int own = t.ordinal();
        return own > 0 && c.ordinal() > 0 && own != c.ordinal();
    }

    /** Whether a contact with a date tells of a call told without one before: not where it says that there were more. */
    private boolean joins(Contact c, ToldCall t) {
        Contact first = t.contacts().get(0);
        Contact last = t.contacts().get(t.contacts().size() - 1);
        return (!c.also() || inHeadline(t))
                && (c.another() == first.another() || c.again() && c.sentence() - last.sentence() <= 2);
    }

    /** "Fighting began on Sunday. The same day (the next day) Pashinyan called Putin": a day gone by, of which the call of the news told without a date is none. */
    private boolean thatDay(@Nullable DateFound date) {
        CallDate value = date == null || !date.fromAnother() ? null : date.value();
        LocalDate on = value == null ? null : value.latest();
        return day != null && on != null && on.isBefore(day.minusDays(1));
    }

    /** "The last time they spoke was on 23 December, when he ended the call": of one day, so the same. */
    private static boolean sameDay(ToldCall t, @Nullable CallDate named) {
        CallDate own = t.date();
        return named != null
                && own != null
                && named.singleDay()
                && own.singleDay()
                && !named.inferred()
                && !own.inferred()
                && named.meets(own);
    }

    static boolean meets(ToldCall t, CallDate named) {
        CallDate own = t.date();
        return own == null || agree(named, own);
    }

    /** "the December 14 call … the call with Erdogan last week", ten days on: a period near the day of the one told of before. */
    private static boolean loosely(Contact c, CallDate named, CallDate own) {
        LocalDate from = named.earliest();
        LocalDate on = own.earliest();
        return c.definite()
                && !c.another()
                && !named.singleDay()
                && own.singleDay()
                && from != null
                && on != null
                && on.isBefore(from)
                && !on.isBefore(from.minusDays(LOOSE_DAYS));
    }

    /** "Before that, on Saturday night, he spoke to Zelensky": one before what was told last. */
    private boolean beforeThat(Contact c) {
        int from = text.sentence(c.sentence()).from();
        boolean to = text.is(from, "prior") && text.is(from + 1, "to");
        return (to || text.is(from, "before")) && text.is(to ? from + 2 : from + 1, "that");
    }

    /** Whether two dates can be one call's; a day that is only inferred rules nothing out. */
    static boolean agree(CallDate a, CallDate b) {
        return a.inferred() || b.inferred() || a.meets(b);
    }

    /** A plan told after its call took place is another contact; a plan told before is the same one. */
    private static boolean differs(CallStatus told, CallStatus now) {
        return told == CallStatus.HAPPENED && now == CallStatus.PLANNED
                || told == CallStatus.HAPPENED && now == CallStatus.DENIED;
    }
}
