package org.readout.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallDuration;
import org.readout.claim.CallStatus;
import org.readout.claim.Medium;
import org.readout.claim.Modality;
import org.readout.claim.Origin;
import org.readout.claim.Participant;
import org.readout.claim.Participants;
import org.readout.claim.Property;
import org.readout.claim.Report;
import org.readout.claim.Span;
import org.readout.claim.Topic;
import org.readout.extraction.contact.Contact;
import org.readout.extraction.date.DateFound;
import org.readout.extraction.detail.FollowUpReader;
import org.readout.extraction.detail.InitiatorReader;
import org.readout.extraction.detail.LengthReader;
import org.readout.extraction.detail.PresenceReader;
import org.readout.extraction.detail.PreviousContactReader;
import org.readout.extraction.detail.Retractions;
import org.readout.extraction.detail.TopicReader;
import org.readout.extraction.duration.DurationReader;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Party;
import org.readout.extraction.saying.SayingReader;
import org.readout.extraction.source.Attributions;
import org.readout.extraction.source.Scene;
import org.readout.extraction.text.Ordinals;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.extraction.told.CallScope;
import org.readout.extraction.told.CallTeller;
import org.readout.extraction.told.ToldCall;
import org.readout.names.Person;

/** Writes what was read of each call as a report of claims, every one with its words, its origin and its rule. */
final class ClaimWriter {

    /** How many sentences, beside the first, tell what a text is about. */
    private static final int LEAD = 3;

    /** "spoke for an hour following a call with Moon": what turns to another event, which the words before are not about. */
    private static final WordList TURNS = WordList.glosses("after", "following", "before", "while", "when");

    private static final int TURN = 40;

    private final ArticleText article;
    private final TokenizedText text;
    private final List<DateFound> dates;
    private final Attributions attributions;
    private final Retractions retractions;
    private final CallTeller.Told told;
    private final CallScope scope;
    private final @Nullable LocalDate day;
    private final @Nullable Person issuer;
    private final boolean readout;
    private final Map<ToldCall, List<Sentence>> sentences = new LinkedHashMap<>();
    private final Map<ToldCall, List<DurationReader.Length>> lengths = new HashMap<>();
    private final Map<ToldCall, List<PreviousContactReader.Earlier>> previous = new HashMap<>();
    private final Map<ToldCall, List<FollowUpReader.Step>> followUps = new HashMap<>();
    private final List<SayingReader.Said> sayings;
    private final InitiatorReader initiators;

    ClaimWriter(
            ArticleText article,
            Scene scene,
            List<DateFound> dates,
            Attributions attributions,
            CallTeller.Told told,
            CallScope scope,
            DurationReader durations) {
        this.article = article;
        this.text = scene.text();
        this.dates = dates;
        this.attributions = attributions;
        this.retractions = Retractions.in(text);
        this.told = told;
        this.scope = scope;
        this.day = scene.day();
        this.issuer = scene.issuer();
        this.readout = scene.readout();
        this.sayings = new SayingReader(scene, attributions, scope).read();
        this.initiators = new InitiatorReader(text, scene.mentions(), day);
        readSentences(durations);
    }

    List<Report> reports() {
        List<Report> out = new ArrayList<>();
        for (ToldCall call : told.calls()) {
            out.add(report(call, out.size() + 1));
        }
        out.addAll(earlierCalls(out));
        return out;
    }

    private void readSentences(DurationReader durations) {
        LengthReader lengthReader = new LengthReader(text, durations);
        PreviousContactReader previousReader = new PreviousContactReader(text, dates);
        for (Sentence s : text.sentences()) {
            ToldCall call = scope.at(s);
            if (call == null) {
                continue;
            }
            sentences.computeIfAbsent(call, k -> new ArrayList<>()).add(s);
            for (DurationReader.Length r : lengthReader.read(s, scope.contactIn(s) != null, follows(s))) {
                callsOf(s, r.from(), call)
                        .forEach(c -> lengths.computeIfAbsent(c, k -> new ArrayList<>())
                                .add(r));
            }
            for (PreviousContactReader.Earlier r : previousReader.read(s)) {
                ToldCall of = callsOf(s, r.from(), call).iterator().next();
                previous.computeIfAbsent(measured(of, r), k -> new ArrayList<>())
                        .add(r);
            }
            for (FollowUpReader.Step r : FollowUpReader.read(text, s)) {
                ToldCall of = before(s, r.from(), call);
                followUps.computeIfAbsent(of, k -> new ArrayList<>()).add(r);
            }
        }
    }

    /** Whether the sentence before tells of a call, or "it" goes on about one. */
    private boolean follows(Sentence s) {
        return s.index() > 0 && scope.contactIn(text.sentence(s.index() - 1)) != null || text.is(s.from(), "it");
    }

    /** "Scholz and Putin last communicated in December 2022" measures the other call of the two, where one is told. */
    private ToldCall measured(ToldCall call, PreviousContactReader.Earlier r) {
        if (!r.rule().equals("previous-last")) {
            return call;
        }
        return told.calls().stream()
                .filter(t -> t != call && t.key().equals(call.key()))
                .findFirst()
                .orElse(call);
    }

    /** The calls that words of a sentence are about: the contact nearest to them, with those told in one breath with it. */
    private Set<ToldCall> callsOf(Sentence s, int word, ToldCall fallback) {
        int ordinal = Ordinals.before(text, word);
        for (ToldCall t : ordinal == 0 ? List.<ToldCall>of() : told.calls()) {
            if (t.ordinal() == ordinal && t.key().equals(fallback.key())) {
                return Set.of(t);
            }
        }
        Contact nearest = null;
        int best = Integer.MAX_VALUE;
        for (Contact c : scope.contactsIn(s)) {
            int distance = word >= c.from() ? Math.max(0, word - c.to()) : c.from() - word;
            distance += word < c.from() && text.any(TURNS, word, c.from()) ? TURN : 0;
            if (distance < best || distance == best && nearest != null && c.from() > nearest.from()) {
                nearest = c;
                best = distance;
            }
        }
        Set<ToldCall> out = new LinkedHashSet<>();
        if (nearest == null) {
            out.add(fallback);
            return out;
        }
        out.add(told.byContact().getOrDefault(nearest, fallback));
        if (nearest.oneOfSeveral()) {
            for (Contact c : scope.contactsIn(s)) {
                if (c.from() == nearest.from()) {
                    out.add(told.byContact().getOrDefault(c, fallback));
                }
            }
        }
        return out;
    }

    private ToldCall before(Sentence s, int word, ToldCall fallback) {
        Contact last = null;
        for (Contact c : scope.contactsIn(s)) {
            if (c.from() < word && (last == null || c.from() > last.from())) {
                last = c;
            }
        }
        return last == null ? fallback : told.byContact().getOrDefault(last, fallback);
    }

    // One report

    private Report report(ToldCall call, int number) {
        ClaimList claims = new ClaimList(number, text, attributions);
        CallDate date = dateOf(call);
        LocalDate on = date != null && date.earliest() != null && !date.inferred() ? date.earliest() : day;
        List<Participant> people =
                call.parties().stream().map(p -> p.participant(on)).toList();
        Participants participants = new Participants(people);
        CallStatus status = call.status();
        Modality modality = modality(status);
        Contact first = call.contacts().get(0);
        Contact told = call.told();

        claims.add(Property.PARTICIPANTS, participants, evidence(first), modality, first.rule());
        claims.add(Property.STATUS, status, words(first.from(), first.to()), modality, first.rule());
        claims.add(Property.MEDIUM, told.medium(), words(told.from(), told.to()), modality, told.rule());
        dates(call, claims, date, modality);
        for (DurationReader.Length r : lengths.getOrDefault(call, List.of())) {
            CallDuration value = r.value();
            claims.add(
                    Property.DURATION,
                    value,
                    words(r.from(), r.to()),
                    retractions.covers(r.from()) ? Modality.DENIED : modality,
                    value == null ? "duration-qualifier" : "duration");
        }
        for (InitiatorReader.Caller r : initiators.read(call, sentences.getOrDefault(call, List.of()))) {
            claims.add(Property.INITIATOR, r.value(), words(r.from(), r.to()), modality, r.rule());
        }
        for (PreviousContactReader.Earlier r : previous.getOrDefault(call, List.of())) {
            claims.add(Property.PREVIOUS_CALL, r.value(), words(r.from(), r.to()), Modality.ASSERTED, r.rule());
        }
        for (FollowUpReader.Step r : followUps.getOrDefault(call, List.of())) {
            claims.add(Property.FOLLOW_UP, r.value(), words(r.from(), r.to()), Modality.PLANNED, "follow-up");
        }
        for (Sentence s : sentences.getOrDefault(call, List.of())) {
            for (PresenceReader.Presence r : PresenceReader.read(text, s)) {
                claims.add(Property.PRESENCE, r.value(), words(r.from(), r.to()), Modality.ASSERTED, "presence");
            }
        }
        List<Sentence> about = sentences.getOrDefault(call, List.of()).stream()
                .filter(s -> TopicReader.discusses(text, s) || scope.tellsIn(s))
                .toList();
        TopicReader.read(text, about)
                .forEach((topic, at) ->
                        claims.add(Property.TOPIC, new Topic(topic), words(at[0], at[1]), Modality.ASSERTED, "topic"));
        for (SayingReader.Said r : sayings) {
            if (r.call() == call || inOneBreath(call, r)) {
                Origin origin = r.origin() != null ? r.origin() : attributions.first(text.tokenAt(r.start()));
                claims.add(
                        Property.STATEMENT,
                        r.value(),
                        Span.of(text.text(), r.start(), r.end()),
                        origin,
                        null,
                        Modality.ASSERTED,
                        r.rule());
            }
        }
        boolean background = first.earlier() || first.sentence() > LEAD && !readout;
        return new Report(participants, status, date, background, claims.all());
    }

    /** What someone said after speaking with several in turn is said of each. */
    private static boolean inOneBreath(ToldCall call, SayingReader.Said r) {
        Contact own = call.contacts().get(0);
        Contact other = r.call().contacts().get(0);
        return own.oneOfSeveral()
                && own.from() == other.from()
                && call.parties().stream()
                        .anyMatch(p -> p.key().equals(r.value().saidBy()))
                && r.call().contacts().stream().allMatch(c -> c.sentence() == other.sentence());
    }

    private void dates(ToldCall call, ClaimList claims, @Nullable CallDate date, Modality modality) {
        CallDate own = call.date();
        for (DateFound r : call.dates()) {
            CallDate value = call.value(r);
            if (value != null && value.inferred() && own != null && !own.inferred()) {
                continue;
            }
            claims.add(Property.DATE, value, words(r.from(), r.to()), modality, r.rule());
        }
        if (date != null && call.date() == null) {
            Contact c = call.contacts().get(0);
            String rule = call.near() == null
                    ? "date-of-publication"
                    : call.beforeNear() ? "date-before-neighbouring-call" : "date-of-neighbouring-call";
            claims.add(Property.DATE, date, words(c.from(), c.to()), modality, rule);
        }
    }

    /** The date told; for a readout without one the day of publication, for a neighbour of another call that call's day. */
    private @Nullable CallDate dateOf(ToldCall call) {
        CallDate own = call.date();
        if (own != null) {
            return own;
        }
        ToldCall near = call.near();
        if (near != null) {
            CallDate anchor = near.date();
            return anchor != null && anchor.singleDay() && anchor.earliest() != null
                    ? CallDate.inferred(anchor.earliest())
                    : null;
        }
        ToldCall opening = told.calls().get(0);
        boolean fresh = readout
                && call.status() == CallStatus.HAPPENED
                && (call == opening
                        || call.contacts().get(0).sentence()
                                        <= LEAD + opening.contacts().get(0).sentence()
                                && !call.contacts().get(0).another()
                                && !call.earlier())
                && issuer != null
                && (call.hasPerson(issuer)
                        || call.hasState(
                                issuer.termOn(day).map(Person.Term::country).orElse(null), day))
                && call.dates().isEmpty();
        return fresh && day != null ? CallDate.inferred(day) : null;
    }

    private static Modality modality(CallStatus status) {
        return switch (status) {
            case PLANNED, POSTPONED -> Modality.PLANNED;
            case DENIED -> Modality.DENIED;
            default -> Modality.ASSERTED;
        };
    }

    // Earlier calls that a call is measured against

    private List<Report> earlierCalls(List<Report> told) {
        List<Report> out = new ArrayList<>();
        for (ToldCall call : this.told.calls()) {
            for (PreviousContactReader.Earlier r : previous.getOrDefault(call, List.of())) {
                CallDate date = r.value().date();
                boolean known = date == null
                        || !r.samePeople()
                        || date.days() > 31
                        || this.told.calls().stream().anyMatch(t -> t.key().equals(call.key()) && meets(t, date))
                        || out.stream()
                                .anyMatch(e -> e.date() != null
                                        && e.date().meets(date)
                                        && e.participants().key().equals(keyOf(call)));
                if (!known && date != null && inOffice(call, date)) {
                    out.add(earlier(call, r, date, told.size() + out.size() + 1));
                }
            }
        }
        return out;
    }

    private static boolean meets(ToldCall t, CallDate date) {
        CallDate own = t.date();
        return own != null && own.meets(date);
    }

    private String keyOf(ToldCall call) {
        return new Participants(
                        call.parties().stream().map(p -> p.participant(day)).toList())
                .key();
    }

    private static boolean inOffice(ToldCall call, CallDate date) {
        LocalDate on = date.earliest();
        return on != null
                && call.parties().stream()
                        .allMatch(p -> p.person() != null && p.person().distance(on) <= date.days());
    }

    private Report earlier(ToldCall call, PreviousContactReader.Earlier r, CallDate date, int number) {
        ClaimList claims = new ClaimList(number, text, attributions);
        Participants participants = new Participants(
                call.parties().stream().map(p -> p.participant(date.earliest())).toList());
        Span words = words(r.from(), r.to());
        claims.add(Property.PARTICIPANTS, participants, words, Modality.ASSERTED, r.rule());
        claims.add(Property.STATUS, CallStatus.HAPPENED, words, Modality.ASSERTED, r.rule());
        claims.add(Property.MEDIUM, Medium.UNSPECIFIED, words, Modality.ASSERTED, r.rule());
        claims.add(Property.DATE, date, words, Modality.ASSERTED, r.rule());
        return new Report(participants, CallStatus.HAPPENED, date, true, claims.all());
    }

    // Words and origins

    private Span words(int from, int to) {
        return text.span(from, Math.max(to, from + 1));
    }

    /** From the first of the people and the trigger to the last, within the sentence. */
    private Span evidence(Contact c) {
        Sentence s = text.sentence(c.sentence());
        int from = c.from();
        int to = c.to();
        for (Party p : c.parties()) {
            if (p.from() >= s.from() && p.to() <= s.to()) {
                from = Math.min(from, p.from());
                to = Math.max(to, p.to());
            }
        }
        return text.span(from, to);
    }
}
