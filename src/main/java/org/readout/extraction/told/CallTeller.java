package org.readout.extraction.told;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.claim.Medium;
import org.readout.extraction.contact.Contact;
import org.readout.extraction.date.DateFound;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.MentionResolver;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.trace.Trace;

/** Puts the contacts of a text together into the calls it tells of, each with its dates. */
public final class CallTeller {

    private static final WordList PERFECT = WordList.of("perfect");
    private static final WordList RELATIVE = WordList.of("relative-to-call");
    private static final WordList EARLIER_THAN = WordList.glosses("prior", "before", "ahead");
    private static final int OPENER_REACH = 5;
    private static final int LOOK_BACK = 60;
    private static final long LONG_OUT_OF_OFFICE = 3 * 365L;

    private final TokenizedText text;
    private final ContactDates dates;
    private final @Nullable LocalDate day;
    private final SameCall sameness;
    private final Map<Contact, ToldCall> toldBy = new HashMap<>();
    private final List<ToldCall> calls = new ArrayList<>();
    private final Map<String, List<ToldCall>> byPeople = new HashMap<>();

    private CallTeller(TokenizedText text, ContactDates dates, @Nullable LocalDate day) {
        this.text = text;
        this.dates = dates;
        this.day = day;
        this.sameness = new SameCall(text, dates, day);
    }

    /** The calls told of, and which contact tells of which. */
    public record Told(List<ToldCall> calls, Map<Contact, ToldCall> byContact) {}

    /** Places each contact; "the 20-minute conversation" that opens a text of one call is that call, told of later. */
    public static Told tell(
            TokenizedText text, List<Contact> contacts, ContactDates dates, @Nullable LocalDate day, Trace trace) {
        CallTeller teller = new CallTeller(text, dates, day);
        ToldCall last = null;
        List<Contact> ahead = new ArrayList<>();
        for (Contact c : contacts) {
            ToldCall told = teller.place(c, last);
            if (told == null && c.anaphoric() && teller.calls.isEmpty()) {
                ahead.add(c);
            }
            boolean aside = last != null && told != null && told.contacts().get(0) == c && teller.isAside(c);
            last = told == null || aside ? last : told;
        }
        if (teller.calls.size() == 1) {
            ToldCall only = teller.calls.get(0);
            ahead.stream().filter(c -> teller.canBeOf(c, only)).forEach(c -> teller.place(c, only));
        }
        teller.linkNeighbours();
        List<ToldCall> credible = teller.calls.stream().filter(teller::credible).toList();
        teller.calls.stream()
                .filter(t -> !credible.contains(t))
                .map(t -> t.contacts().get(0))
                .forEach(c -> trace.note(text.span(c.from(), c.to()), c.rule(), Trace.Verdict.OUT_OF_OFFICE));
        return new Told(credible, teller.toldBy);
    }

    /** Whether a contact has no date of its own, or one that its call can have. */
    private boolean canBeOf(Contact c, ToldCall call) {
        DateFound date = dates.of(c);
        CallDate named = date == null ? null : call.value(date);
        return named == null || SameCall.meets(call, named);
    }

    private @Nullable ToldCall place(Contact c, @Nullable ToldCall last) {
        DateFound date = dates.of(c);
        if (date != null && dates.quoted(date) && datedOtherwise(c, date)) {
            date = null;
        }
        c.dated(date != null);
        if (date != null && c.status() == CallStatus.HAPPENED && day != null && date.ahead(day)) {
            c.status(CallStatus.PLANNED);
        }
        if (c.anaphoric()) {
            ToldCall of = antecedent(c, last);
            if (of == null) {
                return null;
            }
            CallDate own = of.date();
            boolean elsewhere = date != null && (dates.quoted(date) || ofPlan(c, of));
            date = elsewhere && own != null ? null : date;
            CallDate named = date == null ? null : of.value(date);
            if (named != null && own != null && !SameCall.agree(named, own) && !named.singleDay()) {
                date = null;
            } else if (named != null && own != null && !SameCall.agree(named, own)) {
                List<Party> people = of.parties();
                of = ofSamePeople(of.key(), named, of);
                if (of == null) {
                    c.parties().clear();
                    c.parties().addAll(people);
                    return enter(c, date);
                }
            }
            of.tell(c, date);
            toldBy.put(c, of);
            return of;
        }
        ToldCall same = null;
        CallDate named = date == null ? null : date.of(c.status());
        List<ToldCall> ofPeople = byPeople.getOrDefault(c.key(), List.of());
        for (int k = ofPeople.size() - 1; k >= Math.max(0, ofPeople.size() - LOOK_BACK); k--) {
            ToldCall t = ofPeople.get(k);
            if (sameness.holds(c, t, date, named, ofPeople)) {
                same = t;
                break;
            }
        }
        if (same == null && named == null) {
            same = ofMore(c);
        }
        if (same != null) {
            CallDate own = same.date();
            same.tell(c, named != null && own != null && !SameCall.agree(named, own) ? null : date);
            toldBy.put(c, same);
            return same;
        }
        if (c.earlier() && date == null && byPeople.containsKey(c.key())) {
            return null;
        }
        return enter(c, date);
    }

    /** "The call was planned for Monday": the plan of one that has taken place, whose day is not the call's. */
    private static boolean ofPlan(Contact c, ToldCall call) {
        return c.status().toCome() && call.status() == CallStatus.HAPPENED;
    }

    /** "spoke with A and B on one call. … In the call with A, he said": the last one told of, of all of a contact's people and more. */
    private @Nullable ToldCall ofMore(Contact c) {
        ToldCall last = calls.isEmpty() ? null : calls.get(calls.size() - 1);
        boolean same = last != null
                && c.definite()
                && !c.another()
                && c.status() == CallStatus.HAPPENED
                && last.status() == CallStatus.HAPPENED
                && last.parties().size() > c.parties().size()
                && c.parties().stream().allMatch(last::has);
        return same ? last : null;
    }

    private boolean datedOtherwise(Contact c, DateFound date) {
        CallDate named = date.value();
        return byPeople.getOrDefault(c.key(), List.of()).stream()
                .map(ToldCall::date)
                .anyMatch(own -> own != null && named != null && !SameCall.agree(named, own));
    }

    private ToldCall enter(Contact c, @Nullable DateFound date) {
        ToldCall told = new ToldCall(c);
        told.tell(c, date);
        calls.add(told);
        byPeople.computeIfAbsent(told.key(), k -> new ArrayList<>()).add(told);
        toldBy.put(c, told);
        return told;
    }

    private @Nullable ToldCall ofSamePeople(String key, CallDate named, ToldCall not) {
        for (ToldCall t : byPeople.getOrDefault(key, List.of())) {
            CallDate own = t.date();
            if (t != not && t.key().equals(key) && own != null && SameCall.agree(own, named)) {
                return t;
            }
        }
        return null;
    }

    private @Nullable ToldCall antecedent(Contact c, @Nullable ToldCall last) {
        for (Contact other : dates.contactsIn(c.sentence())) {
            ToldCall told = toldBy.get(other);
            if (other.from() < c.from() && told != null && opensRelative(other)) {
                if (c.parties().stream().allMatch(told::has)) {
                    return told;
                }
                c.medium(Medium.UNSPECIFIED);
            }
        }
        for (int k = calls.size() - 1; c.ordinal() > 0 && k >= Math.max(0, calls.size() - LOOK_BACK); k--) {
            ToldCall t = calls.get(k);
            if (t.ordinal() == c.ordinal() && c.parties().stream().allMatch(t::has)) {
                return t;
            }
        }
        if (last != null && last.status().toCome() && c.perfect()) {
            ToldCall held = lastHeld(c);
            last = held == null ? last : held;
        }
        if (c.parties().isEmpty()) {
            return last;
        }
        if (last != null && c.parties().stream().allMatch(last::has)) {
            return last;
        }
        for (int k = calls.size() - 1; k >= Math.max(0, calls.size() - LOOK_BACK); k--) {
            ToldCall t = calls.get(k);
            if (c.parties().stream().allMatch(t::has)) {
                return t;
            }
        }
        return null;
    }

    /** "They spoke. They agreed to hold another call. … The call lasted an hour": the one that was held; null where none was. */
    private @Nullable ToldCall lastHeld(Contact c) {
        for (int k = calls.size() - 1; k >= Math.max(0, calls.size() - LOOK_BACK); k--) {
            ToldCall t = calls.get(k);
            if (t.status() == CallStatus.HAPPENED && c.parties().stream().allMatch(t::has)) {
                return t;
            }
        }
        return null;
    }

    /** "Prior to speaking with Putin, Scholz reached out to Zelensky": an undated call is placed by its neighbour. */
    private void linkNeighbours() {
        for (ToldCall told : calls) {
            if (told.date() != null) {
                continue;
            }
            for (Contact c : told.contacts()) {
                if (told.near() == null && !c.anaphoric()) {
                    ToldCall neighbour = neighbour(c, told);
                    if (neighbour != null) {
                        told.place(neighbour, before(c, neighbour));
                    }
                }
            }
        }
    }

    /** Whether the words put a contact before its neighbour: "prior to speaking with Putin, Scholz called Zelensky". */
    private boolean before(Contact c, ToldCall near) {
        return !opener(c, EARLIER_THAN)
                && near.contacts().stream().anyMatch(o -> o.sentence() == c.sentence() && opener(o, EARLIER_THAN));
    }

    private boolean opener(Contact c, WordList words) {
        return text.any(words, Math.max(0, c.from() - OPENER_REACH), c.from());
    }

    private @Nullable ToldCall neighbour(Contact c, ToldCall told) {
        for (int sentence = c.sentence(); sentence >= Math.max(0, c.sentence() - (c.also() ? 2 : 0)); sentence--) {
            for (Contact other : dates.contactsIn(sentence)) {
                ToldCall anchor = toldBy.get(other);
                boolean linked = sentence < c.sentence() || opensRelative(other) || opensRelative(c);
                if (anchor != null && anchor != told && linked && anchor.status() == told.status()) {
                    return anchor;
                }
            }
        }
        return null;
    }

    /**
     * "…, seven weeks after he called Putin", "…, who has called Xi before,": a call told of for the first time that only
     * places another, or whoever the sentence is about.
     */
    private boolean isAside(Contact c) {
        int clause = text.clauses().opener(c.from());
        return clause >= 0 && text.any(PERFECT, clause, c.from())
                || opensRelative(c)
                        && dates.contactsIn(c.sentence()).stream()
                                .anyMatch(o -> o.from() < c.from() && !opensRelative(o));
    }

    private boolean opensRelative(Contact c) {
        return opener(c, RELATIVE);
    }

    /** Whether everyone was in office when it is said to have been. */
    private boolean credible(ToldCall t) {
        CallDate date = t.date();
        LocalDate on = date != null && date.earliest() != null ? date.earliest() : day;
        if (on == null) {
            return true;
        }
        long allowed = date != null && date.bounded() ? MentionResolver.GRACE_DAYS + date.days() : LONG_OUT_OF_OFFICE;
        return t.parties().stream()
                .allMatch(p -> p.person() == null || p.person().distance(on) <= allowed || p.inOffice());
    }
}
