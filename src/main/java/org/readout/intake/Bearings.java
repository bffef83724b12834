package org.readout.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Which works can be done side by side, and which in one: those that bear on nothing in common. */
final class Bearings {

    private Bearings() {}

    /** Works that bear on the same, directly or through others, by their places. */
    private record Component(List<Integer> places, Set<Object> bearing) {}

    /**
     * Parts works so that no two parts bear on the same, of about the same size.
     *
     * @param bearing what each bears on
     * @param most how many parts there may be
     * @return no empty ones, each in the order of the works
     */
    static <T> List<List<T>> parts(List<T> works, Function<T, Set<Object>> bearing, int most) {
        List<List<Integer>> parts = new ArrayList<>();
        IntStream.range(0, most).forEach(i -> parts.add(new ArrayList<>()));
        components(works, bearing).stream()
                .sorted(Comparator.comparingInt(c -> -c.places().size()))
                .forEach(c -> Collections.min(parts, Comparator.comparingInt(List::size))
                        .addAll(c.places()));
        return parts.stream()
                .filter(part -> !part.isEmpty())
                .map(part -> part.stream().sorted().map(works::get).toList())
                .toList();
    }

    private static <T> Collection<Component> components(List<T> works, Function<T, Set<Object>> bearing) {
        Map<Object, Component> of = new HashMap<>();
        Set<Component> all = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int place = 0; place < works.size(); place++) {
            Component joined = new Component(new ArrayList<>(), new HashSet<>());
            for (Object one : bearing.apply(works.get(place))) {
                Component other = of.get(one);
                if (other != null && all.remove(other)) {
                    joined.places().addAll(other.places());
                    joined.bearing().addAll(other.bearing());
                }
                joined.bearing().add(one);
            }
            joined.places().add(place);
            joined.bearing().forEach(one -> of.put(one, joined));
            all.add(joined);
        }
        return all;
    }

    /**
     * Parts works into rounds, in each of which no two bear on the same.
     *
     * @param bearing what each bears on
     * @param most how many a round may have
     */
    static <T> List<List<T>> rounds(List<T> works, Function<T, Set<Object>> bearing, int most) {
        List<List<T>> out = new ArrayList<>();
        for (List<T> open = works; !open.isEmpty(); ) {
            List<T> round = new ArrayList<>();
            List<T> left = new ArrayList<>();
            Set<Object> met = new HashSet<>();
            for (T work : open) {
                Set<Object> on = bearing.apply(work);
                if (round.size() < most && Collections.disjoint(met, on)) {
                    round.add(work);
                } else {
                    left.add(work);
                }
                met.addAll(on);
            }
            out.add(round);
            open = left;
        }
        return out;
    }
}
