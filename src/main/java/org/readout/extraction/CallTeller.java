package org.readout.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.claim.Medium;
import org.readout.extraction.TokenizedText.Sentence;

/** Puts the contacts of a text together into the calls it tells of, each with its dates. */
final class CallTeller {

    private static final Set<String> NOT_ITS_DATE = Set.of("since", "until", "before", "by", "till");
    private static final Set<String> SPEECH = Lexicon.words("speech-verbs");
    private static final Set<String> RELEASED = Lexicon.words("release-verbs");
    private static final Set<String> OTHER_EVENTS = Lexicon.words("other-events");
    private static final Set<String> RELATIVE = Lexicon.words("relative-to-call");
    private static final int DATE_REACH = 22;
    private static final int LOOK_BACK = 60;
    private static final long LONG_OUT_OF_OFFICE = 3 * 365L;

    private final TokenizedText text;
    private final List<DateReader.DateFound> dates;
    private final @Nullable LocalDate day;
    private final Map<Contact, ToldCall> toldBy = new HashMap<>();
    private final List<ToldCall> calls = new ArrayList<>();
    private final Map<String, List<ToldCall>> byPeople = new HashMap<>();
    private final Map<Integer, List<Contact>> bySentence = new HashMap<>();

    private CallTeller(TokenizedText text, List<DateReader.DateFound> dates, @Nullable LocalDate day) {
        this.text = text;
        this.dates = dates;
        this.day = day;
    }

    /** The calls told of, and which contact tells of which. */
    record Told(List<ToldCall> calls, Map<Contact, ToldCall> byContact) {}

    static Told tell(
            TokenizedText text,
            List<Contact> contacts,
            List<DateReader.DateFound> dates,
            @Nullable LocalDate day,
            Trace trace) {
        CallTeller teller = new CallTeller(text, dates, day);
        contacts.forEach(c -> teller.bySentence
                .computeIfAbsent(c.sentence, k -> new ArrayList<>())
                .add(c));
        ToldCall last = null;
        for (Contact c : contacts) {
            ToldCall told = teller.place(c, last);
            last = told == null ? last : told;
        }
        teller.linkNeighbours();
        List<ToldCall> credible = teller.calls.stream().filter(teller::credible).toList();
        teller.calls.stream()
                .filter(t -> !credible.contains(t))
                .forEach(t -> trace.note(text, t.contacts.get(0), Trace.Verdict.OUT_OF_OFFICE));
        return new Told(credible, teller.toldBy);
    }

    private @Nullable ToldCall place(Contact c, @Nullable ToldCall last) {
        DateReader.DateFound date = dateOf(c);
        c.dated = date != null;
        if (c.anaphoric) {
            ToldCall of = antecedent(c, last);
            if (of == null) {
                return null;
            }
            CallDate own = of.date();
            CallDate named = date == null ? null : date.value();
            if (named != null && own != null && !named.meets(own) && !named.singleDay()) {
                date = null;
            } else if (named != null && own != null && !named.meets(own)) {
                List<Party> people = of.parties;
                of = ofSamePeople(of.key, named, of);
                if (of == null) {
                    c.parties.clear();
                    c.parties.addAll(people);
                    return enter(c, date);
                }
            }
            of.tell(c, date);
            toldBy.put(c, of);
            return of;
        }
        ToldCall same = null;
        CallDate named = date == null ? null : date.value();
        List<ToldCall> ofPeople = byPeople.getOrDefault(c.key(), List.of());
        for (int k = ofPeople.size() - 1; k >= Math.max(0, ofPeople.size() - LOOK_BACK); k--) {
            ToldCall t = ofPeople.get(k);
            if (t.earlier() != c.earlier) {
                continue;
            }
            if (differs(t.status(), c.status)) {
                if (c.definite && named == null) {
                    c.status = t.status();
                } else {
                    continue;
                }
            }
            CallDate own = t.date();
            if (named == null ? !c.another : own == null ? c.another == t.contacts.get(0).another : named.meets(own)) {
                same = t;
                break;
            }
        }
        if (same != null) {
            same.tell(c, date);
            toldBy.put(c, same);
            return same;
        }
        if (c.earlier && date == null && byPeople.containsKey(c.key())) {
            return null;
        }
        return enter(c, date);
    }

    private ToldCall enter(Contact c, DateReader.@Nullable DateFound date) {
        ToldCall told = new ToldCall(c);
        told.tell(c, date);
        calls.add(told);
        byPeople.computeIfAbsent(told.key, k -> new ArrayList<>()).add(told);
        toldBy.put(c, told);
        return told;
    }

    /** A plan told after its call took place is another contact; a plan told before is the same one. */
    private static boolean differs(CallStatus told, CallStatus now) {
        return told == CallStatus.HAPPENED && now == CallStatus.PLANNED
                || told == CallStatus.HAPPENED && now == CallStatus.DENIED;
    }

    private @Nullable ToldCall ofSamePeople(String key, CallDate named, ToldCall not) {
        for (ToldCall t : byPeople.getOrDefault(key, List.of())) {
            CallDate own = t.date();
            if (t != not && t.key.equals(key) && own != null && own.meets(named)) {
                return t;
            }
        }
        return null;
    }

    private List<Contact> contactsIn(int sentence) {
        List<Contact> all = bySentence.getOrDefault(sentence, List.of());
        return all.size() > LOOK_BACK ? all.subList(0, LOOK_BACK) : all;
    }

    private @Nullable ToldCall antecedent(Contact c, @Nullable ToldCall last) {
        for (Contact other : contactsIn(c.sentence)) {
            ToldCall told = toldBy.get(other);
            if (other.from < c.from && told != null && opensRelative(other)) {
                if (c.parties.stream().allMatch(told::has)) {
                    return told;
                }
                c.medium = Medium.UNSPECIFIED;
            }
        }
        if (c.parties.isEmpty()) {
            return last;
        }

        if (last != null && c.parties.stream().allMatch(last::has)) {
            return last;
        }
        for (int k = calls.size() - 1; k >= Math.max(0, calls.size() - LOOK_BACK); k--) {
            ToldCall t = calls.get(k);
            if (c.parties.stream().allMatch(t::has)) {
                return t;
            }
        }
        return null;
    }

    /** The date named nearest to the contact in its sentence, if it is not another contact's. */
    private DateReader.@Nullable DateFound dateOf(Contact c) {
        Sentence s = text.sentence(c.sentence);
        DateReader.DateFound best = null;
        int bestDistance = Integer.MAX_VALUE;
        int at = firstFrom(Math.max(s.from(), c.from - 2 * DATE_REACH));
        int until = Math.min(s.to(), c.to + 2 * DATE_REACH);
        for (; at < dates.size() && dates.get(at).from() < until; at++) {
            DateReader.DateFound d = dates.get(at);
            int distance = distance(c, d);
            if (distance > DATE_REACH
                    || isAhead(c, d)
                    || NOT_ITS_DATE.contains(text.word(d.from() - 1))
                    || c.earlier && d.to() <= c.from && named(c)
                    || isOfSaying(d, c)
                    || nearerOther(c, d, distance)) {
                continue;
            }
            if (parenthetical(c, d, s)) {
                continue;
            }
            if (betweenClauses(c, d)) {
                distance += 12;
            }
            if (distance < bestDistance) {
                best = d;
                bestDistance = distance;
            }
        }
        return best;
    }

    /** Whether a call of the same people was told just before, whose date stands before the mention of an earlier one. */
    private boolean named(Contact c) {
        return contactsIn(c.sentence).stream()
                .anyMatch(o -> o.from < c.from && o.key().equals(c.key()));
    }

    /** A call that happened is not dated by words that speak of what is to come. */
    private boolean isAhead(Contact c, DateReader.DateFound d) {
        CallDate value = d.value();
        return c.status == CallStatus.HAPPENED
                && day != null
                && value != null
                && value.earliest() != null
                && value.earliest().isAfter(day.plusDays(1));
    }

    private int firstFrom(int token) {
        int lo = 0;
        int hi = dates.size();
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            if (dates.get(mid).from() < token) {
                lo = mid + 1;
            } else {
                hi = mid;
            }
        }
        return lo;
    }

    private static int distance(Contact c, DateReader.DateFound d) {
        return d.from() >= c.to ? d.from() - c.to : Math.max(0, c.from - d.to());
    }

    private boolean nearerOther(Contact c, DateReader.DateFound d, int distance) {
        for (Contact other : contactsIn(c.sentence)) {
            if (other.from != c.from
                    && distance(other, d) < distance
                    && !other.key().equals(c.key())
                    && !other.anaphoric) {
                return true;
            }
        }
        return false;
    }

    /** "said on Monday": the day of the saying, not of the call. */
    private boolean isOfSaying(DateReader.DateFound d, Contact c) {
        int before = d.from() - 1;
        if (text.word(before).equals("on")) {
            before--;
        }
        if (text.word(before).equals("reporters") || text.word(before).equals("journalists")) {
            return true;
        }
        if (text.word(d.to()).equals("that") && c.from > d.to()) {
            return true;
        }
        boolean said = SPEECH.contains(text.word(before)) || releasedBefore(before);
        if (before >= 0 && before != c.to - 1 && said && c.from > d.to()) {
            return true;
        }
        if (c.definite && c.to <= d.from() && saidBefore(c)) {
            return true;
        }
        int back = Math.max(before - 5, Math.max(0, c.to));
        for (int i = before; i >= back && c.to <= d.from(); i--) {
            if (RELEASED.contains(text.word(i))
                    || OTHER_EVENTS.contains(text.word(i))
                    || Set.of("before", "until").contains(text.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** "Trump, sworn in last week, also spoke": the date between commas is not the verb's. */
    private boolean parenthetical(Contact c, DateReader.DateFound d, Sentence s) {
        if (d.to() > c.from || !text.gapHas(d.to() - 1, ',')) {
            return false;
        }
        for (int i = d.from() - 1; i >= Math.max(s.from(), d.from() - 6); i--) {
            if (text.gapHas(i, ',')) {
                return i >= s.from();
            }
        }
        return false;
    }

    /** "released a transcript Friday of his call": the day of the release. */
    private boolean releasedBefore(int at) {
        for (int i = at; i > Math.max(0, at - 4); i--) {
            if (RELEASED.contains(text.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** "acknowledged it in the call Sunday", "released a transcript of the call Friday": a verb of saying rules the sentence. */
    private boolean saidBefore(Contact c) {
        Sentence s = text.sentence(c.sentence);
        for (int i = Math.max(s.from(), c.from - 14); i < c.from; i++) {
            if (RELEASED.contains(text.word(i)) || text.word(i).equals("acknowledged")) {
                return true;
            }
        }
        return false;
    }

    private boolean betweenClauses(Contact c, DateReader.DateFound d) {
        int from = Math.min(c.to, d.to());
        int to = Math.max(c.from, d.from());
        for (int i = from - 1; i < to - 1; i++) {
            if (text.gapHas(i, ';')) {
                return true;
            }
        }
        return false;
    }

    /** "Prior to speaking with Putin, Scholz reached out to Zelensky": an undated call is placed by its neighbour. */
    private void linkNeighbours() {
        for (ToldCall told : calls) {
            if (told.date() != null) {
                continue;
            }
            for (Contact c : told.contacts) {
                if (told.near == null) {
                    told.near = neighbour(c, told);
                }
            }
        }
    }

    private @Nullable ToldCall neighbour(Contact c, ToldCall told) {
        for (int sentence = c.sentence; sentence >= Math.max(0, c.sentence - (c.also ? 2 : 0)); sentence--) {
            for (Contact other : contactsIn(sentence)) {
                ToldCall anchor = toldBy.get(other);
                boolean linked = sentence < c.sentence || opensRelative(other) || opensRelative(c);
                if (anchor != null && anchor != told && linked && anchor.status() == told.status()) {
                    return anchor;
                }
            }
        }
        return null;
    }

    private boolean opensRelative(Contact c) {
        for (int i = Math.max(0, c.from - 5); i < c.from; i++) {
            if (RELATIVE.contains(text.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether everyone was in office when it is said to have been. */
    private boolean credible(ToldCall t) {
        CallDate date = t.date();
        LocalDate on = date != null && date.earliest() != null ? date.earliest() : day;
        if (on == null) {
            return true;
        }
        long allowed = date != null && date.bounded() ? MentionResolver.GRACE_DAYS + date.days() : LONG_OUT_OF_OFFICE;
        return t.parties.stream().allMatch(p -> p.person() == null || p.person().distance(on) <= allowed);
    }
}
