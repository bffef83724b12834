package org.readout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BearingsTests {

    private static final Function<List<Integer>, Set<Object>> ALL = HashSet::new;

    @Test
    void whatBearsOnTheSameThroughOthersIsInOnePart() {
        List<List<Integer>> works = List.of(List.of(1, 2), List.of(3), List.of(4, 5), List.of(2, 4), List.of(6));
        assertThat(Bearings.parts(works, ALL, 2))
                .containsExactlyInAnyOrder(
                        List.of(List.of(1, 2), List.of(4, 5), List.of(2, 4)), List.of(List.of(3), List.of(6)));
        assertThat(Bearings.parts(List.of(List.of(1), List.of(1)), ALL, 8)).hasSize(1);
        assertThat(Bearings.parts(List.<List<Integer>>of(), ALL, 8)).isEmpty();
    }

    @Test
    void aRoundHoldsNoTwoThatBearOnTheSame() {
        List<List<Integer>> works = List.of(List.of(1, 2), List.of(2, 3), List.of(3), List.of(4), List.of(1));
        assertThat(Bearings.rounds(works, ALL, 50))
                .containsExactly(
                        List.of(List.of(1, 2), List.of(4)), List.of(List.of(2, 3), List.of(1)), List.of(List.of(3)));
        assertThat(Bearings.rounds(works, ALL, 1)).hasSize(works.size());
    }

    @Test
    void whateverTheWorksNoneIsLostAndNoTwoPartsMeet() {
        Random random = new Random(7);
        for (int size = 0; size < 60; size++) {
            List<List<Integer>> works = IntStream.range(0, size)
                    .mapToObj(n -> List.of(1000 + n, random.nextInt(40), random.nextInt(40)))
                    .toList();
            List<List<List<Integer>>> parts = Bearings.parts(works, ALL, 4);
            assertThat(parts.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(works);
            List<Set<Object>> met = parts.stream()
                    .map(p -> ALL.apply(p.stream().flatMap(List::stream).toList()))
                    .toList();
            for (int i = 0; i < met.size(); i++) {
                for (int k = 0; k < i; k++) {
                    assertThat(Collections.disjoint(met.get(i), met.get(k))).isTrue();
                }
            }
            List<List<List<Integer>>> rounds = Bearings.rounds(works, ALL, 5);
            assertThat(rounds.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(works);
            for (List<List<Integer>> round : rounds) {
                List<Integer> all = new ArrayList<>();
                round.forEach(w -> all.addAll(
                        ALL.apply(w).stream().map(Integer.class::cast).toList()));
                assertThat(all).doesNotHaveDuplicates();
                assertThat(round).hasSizeBetween(1, 5);
            }
        }
    }
}
