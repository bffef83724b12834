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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.readout.claim.CallDuration;
import org.readout.claim.Outcome;

/**
 * Fuses readings of a call's length by Marzullo's algorithm (Marzullo 1984; Mills, NTP): the minutes that most origins
 * find plausible, one vote an origin. Claims of one origin first narrow each other; where they cannot, they stay apart.
 */
final class DurationRule {

    private record Ballot(String origin, CallDuration interval) {}

    /** A run of minutes and the origins that find it plausible. */
    private record Region(int low, int high, Set<String> origins) {
        boolean within(CallDuration d) {
            return d.low() <= low && high <= d.high();
        }
    }

    private DurationRule() {}

    static Finding apply(Voices all, Profile profile) {
        Voices voices = all.valued();
        if (voices.isEmpty()) {
            Voices qualifiers = all;
            return qualifiers.isEmpty()
                    ? Finding.notStated("a duration")
                    : new Finding(
                            null,
                            Outcome.NOT_STATED,
                            "duration-qualifier-only",
                            "The reports call it " + wordings(qualifiers) + " and give no length of time.",
                            qualifiers.all().stream().map(Witness::of).toList(),
                            List.of(),
                            qualifiers.articles(),
                            qualifiers.origins());
        }
        Voices narrowing = profile.narrowing(voices);
        List<Ballot> ballots = ballots(narrowing);
        List<Region> best = mostAgreed(ballots);
        Region winner = best.stream().min(preference(narrowing)).orElseThrow();
        CallDuration selected = selected(winner, narrowing);
        Set<Voice> narrows = Collections.newSetFromMap(new IdentityHashMap<>());
        narrows.addAll(narrowing.all());
        Predicate<Voice> supports = v ->
                narrows.contains(v) ? winner.within(interval(v)) : interval(v).meets(selected);
        boolean shared = winner.origins().size()
                        == ballots.stream().map(Ballot::origin).distinct().count()
                && ballots.stream().allMatch(b -> winner.within(b.interval()))
                && voices.all().stream().allMatch(supports);
        boolean equal = voices.all().stream().map(v -> interval(v)).distinct().count() == 1;
        Outcome outcome = !shared ? Outcome.CONFLICT : voices.outcome(equal ? Outcome.AGREE : Outcome.COMPATIBLE);
        return voices.finding(
                selected,
                outcome,
                shared ? "duration-marzullo" : best.size() > 1 ? "duration-marzullo-tie" : "duration-marzullo-majority",
                explain(voices, selected, outcome, supports, best.size() > 1),
                supports);
    }

    /** One interval an origin where its claims narrow each other, each claim's own where they do not meet. */
    private static List<Ballot> ballots(Voices voices) {
        Map<String, List<CallDuration>> byOrigin = new LinkedHashMap<>();
        voices.all()
                .forEach(v -> byOrigin.computeIfAbsent(v.origin(), k -> new ArrayList<>())
                        .add(interval(v)));
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
    private static Comparator<Region> preference(Voices voices) {
        return Comparator.comparingLong((Region r) -> -named(voices, r))
                .thenComparingLong(r -> -articles(voices, r))
                .thenComparingInt(r -> r.high() - r.low())
                .thenComparingInt(Region::low);
    }

    private static long named(Voices voices, Region r) {
        return voices.all().stream()
                .filter(v -> r.within(interval(v)) && v.claim().origin().named())
                .map(Voice::origin)
                .distinct()
                .count();
    }

    private static long articles(Voices voices, Region r) {
        return voices.all().stream()
                .filter(v -> r.within(interval(v)))
                .map(v -> v.testimony().articleId())
                .distinct()
                .count();
    }

    private static CallDuration selected(Region region, Voices voices) {
        CallDuration narrowest = voices.all().stream()
                .map(DurationRule::interval)
                .filter(region::within)
                .min(Comparator.comparingInt(CallDuration::width)
                        .thenComparingInt(CallDuration::low)
                        .thenComparingInt(CallDuration::best))
                .orElseThrow();
        int best = Math.max(region.low(), Math.min(region.high(), narrowest.best()));
        Set<Integer> hardLows = new HashSet<>();
        Set<Integer> hardHighs = new HashSet<>();
        voices.all().stream().map(DurationRule::interval).filter(region::within).forEach(d -> {
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

    private static CallDuration interval(Voice v) {
        CallDuration d = v.value(CallDuration.class);
        if (d == null) {
            throw new IllegalStateException("A duration without a value cannot vote");
        }
        return d;
    }

    private static String explain(
            Voices voices, CallDuration selected, Outcome outcome, Predicate<Voice> supports, boolean tie) {
        String range = selected.low() + " to " + selected.high() + " minutes";
        return switch (outcome) {
            case SINGLE -> voices.subject() + ": " + wordings(voices) + " means " + range + ".";
            case AGREE -> voices.subject() + " agree on " + wordings(voices) + ": " + range + ".";
            case COMPATIBLE -> voices.subject() + ": " + wordings(voices) + " fit " + range + ".";
            default ->
                voices.subject() + " contradict each other: "
                        + wordings(voices.where(supports)) + " gives " + range + ", "
                        + wordings(voices.where(supports.negate())) + " does not fit"
                        + (tie ? "; as many origins stand for one as for the other." : ".");
        };
    }

    static String wordings(Voices voices) {
        List<String> words = voices.all().stream()
                .map(v -> "“" + v.claim().text().replaceAll("\\s+", " ").strip() + "”")
                .distinct()
                .sorted()
                .toList();
        if (words.size() <= 1) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }
}
