package org.readout.reconciliation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.readout.claim.CallDuration;
import org.readout.claim.Outcome;
import org.readout.claim.Property;

/**
 * Fuses readings of a call's length by Marzullo's algorithm (Marzullo 1984; Mills, NTP): the minutes that most origins
 * find plausible, one vote an origin. Claims of one origin first narrow each other; where they cannot, they stay apart.
 */
final class DurationRule extends PropertyRule<CallDuration, CallDuration> {

    private static final int LONGEST_CALL = 7 * 24 * 60;

    private record Ballot(String origin, CallDuration interval) {}

    /** A run of minutes and the origins that find it plausible. */
    private record Region(int low, int high, Set<String> origins) {
        boolean within(CallDuration d) {
            return d.low() <= low && high <= d.high();
        }
    }

    DurationRule() {
        super(Property.DURATION, CallDuration.class);
    }

    @Override
    protected String what() {
        return "a duration";
    }

    @Override
    boolean fits(CallDuration said, CallDuration selected) {
        return said.meets(selected);
    }

    /** A wording, a number of minutes, or an interval of them. */
    @Override
    public CallDuration decide(Given given) {
        if (given.isText()) {
            return given.read().duration(given.text());
        }
        Optional<Integer> best = (given.isObject() ? given.part("best") : given).wholeNumber();
        Optional<Integer> low = bound(given, "low", best);
        Optional<Integer> high = bound(given, "high", best);
        if (best.isEmpty()
                || low.isEmpty()
                || high.isEmpty()
                || low.get() < 0
                || best.get() < low.get()
                || high.get() < best.get()) {
            throw given.refuse(
                    "is not a length of time: a wording, whole minutes, or {low, best, high} in their order");
        }
        if (high.get() > LONGEST_CALL) {
            throw given.refuse("is longer than " + LONGEST_CALL + " minutes");
        }
        return new CallDuration(low.get(), best.get(), high.get(), false, false);
    }

    private static Optional<Integer> bound(Given given, String name, Optional<Integer> best) {
        Given part = given.part(name);
        return part.missing() ? best : part.wholeNumber();
    }

    @Override
    Finding<CallDuration> find(Hearing hearing) {
        HeardClaims<CallDuration> all = hearing.on(Property.DURATION);
        HeardClaims<CallDuration> voices = all.valued();
        if (voices.isEmpty()) {
            return all.isEmpty()
                    ? notStated()
                    : all.unvalued("duration-qualifier-only", Explanations.qualifiersOnly(all));
        }
        Profile profile = hearing.profile();
        HeardClaims<CallDuration> narrowing = profile.narrowing(voices);
        List<Ballot> ballots = ballots(narrowing);
        List<Region> best = mostAgreed(ballots);
        Region winner = best.stream().min(preference(narrowing)).orElseThrow();
        CallDuration selected = selected(winner, narrowing);
        Set<HeardClaim<CallDuration>> narrows = Collections.newSetFromMap(new IdentityHashMap<>());
        narrows.addAll(narrowing.all());
        Predicate<HeardClaim<CallDuration>> supports =
                v -> narrows.contains(v) ? winner.within(v.said()) : v.said().meets(selected);
        boolean shared = meant(winner, narrowing)
                && winner.origins().size()
                        == ballots.stream().map(Ballot::origin).distinct().count()
                && ballots.stream().allMatch(b -> winner.within(b.interval()))
                && voices.all().stream().allMatch(supports);
        boolean equal = voices.all().stream().map(HeardClaim::said).distinct().count() == 1;
        Outcome outcome = !shared ? Outcome.CONFLICT : voices.outcome(equal ? Outcome.AGREE : Outcome.COMPATIBLE);
        return voices.finding(
                selected,
                outcome,
                shared ? "duration-marzullo" : best.size() > 1 ? "duration-marzullo-tie" : "duration-marzullo-majority",
                outcome == Outcome.CONFLICT
                        ? Explanations.durationsDiffer(
                                voices.where(supports), voices.where(supports.negate()), selected, best.size() > 1)
                        : Explanations.duration(voices, selected, outcome),
                supports);
    }

    /**
     * Whether some claim means a value of the region: "about two hours" and "two and a half hours" share minutes at the
     * ends of both, which neither gives.
     */
    private static boolean meant(Region region, HeardClaims<CallDuration> voices) {
        return voices.all().stream()
                .map(HeardClaim::said)
                .anyMatch(d -> region.within(d) && region.low() <= d.best() && d.best() <= region.high());
    }

    /** One interval an origin where its claims narrow each other, each claim's own where they do not meet. */
    private static List<Ballot> ballots(HeardClaims<CallDuration> voices) {
        Map<String, List<CallDuration>> byOrigin = new LinkedHashMap<>();
        voices.all()
                .forEach(v -> byOrigin.computeIfAbsent(v.origin(), k -> new ArrayList<>())
                        .add(v.said()));
        List<Ballot> out = new ArrayList<>();
        byOrigin.forEach((origin, intervals) -> {
            int low = intervals.stream().mapToInt(CallDuration::low).max().orElseThrow();
            int high = intervals.stream().mapToInt(CallDuration::high).min().orElseThrow();
            if (low <= high) {
                out.add(new Ballot(origin, new CallDuration(low, low, high, false, false)));
            } else {
                new LinkedHashSet<>(intervals).forEach(i -> out.add(new Ballot(origin, i)));
            }
        });
        return out;
    }

    private static List<Region> mostAgreed(List<Ballot> ballots) {
        TreeSet<Integer> starts = new TreeSet<>();
        ballots.forEach(b -> starts.add(b.interval().low()));
        List<Region> out = new ArrayList<>();
        int most = 0;
        for (int low : starts) {
            List<Ballot> here = ballots.stream()
                    .filter(b ->
                            b.interval().low() <= low && low <= b.interval().high())
                    .toList();
            Set<String> origins = here.stream().map(Ballot::origin).collect(Collectors.toCollection(TreeSet::new));
            int high = here.stream().mapToInt(b -> b.interval().high()).min().orElse(low);
            if (origins.size() > most) {
                out.clear();
                most = origins.size();
            }
            if (origins.size() == most) {
                out.add(new Region(low, high, origins));
            }
        }
        return disjoint(out);
    }

    /** Of regions with the same origins that overlap, the later one is the narrower. */
    private static List<Region> disjoint(List<Region> regions) {
        List<Region> out = new ArrayList<>();
        for (Region r : regions) {
            if (!out.isEmpty()
                    && out.get(out.size() - 1).high() >= r.low()
                    && out.get(out.size() - 1).origins().equals(r.origins())) {
                out.remove(out.size() - 1);
            }
            out.add(r);
        }
        return out;
    }

    /** Among equals: named origins first, then more articles, then the narrower, then the shorter. */
    private static Comparator<Region> preference(HeardClaims<CallDuration> voices) {
        return Comparator.comparingLong((Region r) -> -named(voices, r))
                .thenComparingLong(r -> -articles(voices, r))
                .thenComparingInt(r -> r.high() - r.low())
                .thenComparingInt(Region::low);
    }

    private static long named(HeardClaims<CallDuration> voices, Region r) {
        return voices.all().stream()
                .filter(v -> r.within(v.said()) && v.claim().origin().named())
                .map(HeardClaim::origin)
                .distinct()
                .count();
    }

    private static long articles(HeardClaims<CallDuration> voices, Region r) {
        return voices.all().stream()
                .filter(v -> r.within(v.said()))
                .map(v -> v.report().articleId())
                .distinct()
                .count();
    }

    private static CallDuration selected(Region region, HeardClaims<CallDuration> voices) {
        CallDuration narrowest = voices.all().stream()
                .map(HeardClaim::said)
                .filter(region::within)
                .min(Comparator.comparingInt(CallDuration::width)
                        .thenComparingInt(CallDuration::low)
                        .thenComparingInt(CallDuration::best))
                .orElseThrow();
        int best = Math.max(region.low(), Math.min(region.high(), narrowest.best()));
        Set<Integer> hardLows = new HashSet<>();
        Set<Integer> hardHighs = new HashSet<>();
        voices.all().stream().map(HeardClaim::said).filter(region::within).forEach(d -> {
            if (d.lowHard()) {
                hardLows.add(d.low());
            }
            if (d.highHard()) {
                hardHighs.add(d.high());
            }
        });
        return new CallDuration(
                region.low(), best, region.high(), hardLows.contains(region.low()), hardHighs.contains(region.high()));
    }
}
