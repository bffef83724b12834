package org.readout.leader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.readout.names.NameIndex;

/** Leaders found by names that are only like theirs. */
class NameSearchTests {

    private static final LocalDate DAY = LocalDate.parse("2024-11-17");
    private static final NameSearch SEARCH = new NameSearch(RegistryFiles.leaders(), Map.of(), RegistryNames.ofFiles());

    /** What becomes of names on their way, each drawn with some luck of its own. */
    private static final List<BiFunction<String, Random, String>> SLIPS = List.of(
            NameSearchTests::reversed,
            NameSearchTests::lessOne,
            NameSearchTests::swapped,
            NameSearchTests::doubled,
            (name, luck) -> lessOne(reversed(name, luck), luck),
            (name, luck) -> name.replace(" ", ""),
            (name, luck) -> name.toUpperCase(java.util.Locale.ROOT));

    private static String reversed(String name, Random luck) {
        List<String> words = new ArrayList<>(List.of(name.split(" ")));
        Collections.reverse(words);
        return String.join(" ", words);
    }

    private static String lessOne(String name, Random luck) {
        int at = 1 + luck.nextInt(name.length() - 1);
        return name.substring(0, at) + name.substring(at + 1);
    }

    private static String swapped(String name, Random luck) {
        int at = 1 + luck.nextInt(name.length() - 2);
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }

    private static String doubled(String name, Random luck) {
        int at = luck.nextInt(name.length());
        return name.substring(0, at) + name.charAt(at) + name.substring(at);
    }

    private static List<String> ids(String name) {
        return SEARCH.find(name, null, null, DAY).stream()
                .map(m -> m.person().id())
                .toList();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/names/by-hand.csv", numLinesToSkip = 1)
    void theOneMeantComesFirst(String asked, String leader) {
        assertThat(ids(asked)).first().isEqualTo(leader);
    }

    @Test
    void namesThatSlippedAreFound() {
        Random luck = new Random(42);
        List<LeaderFacts> leaders = RegistryFiles.leaders();
        List<String> notFirst = new ArrayList<>();
        List<String> notAmongThree = new ArrayList<>();
        int asked = 400;
        for (int i = 0; i < asked; i++) {
            LeaderFacts leader = leaders.get(luck.nextInt(leaders.size()));
            String name = SLIPS.get(i % SLIPS.size()).apply(leader.name(), luck);
            List<String> found = ids(name);
            if (found.isEmpty() || !found.get(0).equals(leader.id())) {
                notFirst.add(name + " of " + leader.id() + ": "
                        + found.stream().limit(3).toList());
            }
            if (!found.stream().limit(3).toList().contains(leader.id())) {
                notAmongThree.add(name + " of " + leader.id());
            }
        }
        assertThat(notFirst).hasSizeLessThan(asked / 20);
        assertThat(notAmongThree).hasSizeLessThan(asked / 50);
    }

    @ParameterizedTest
    @CsvSource({
        "Q7747, ID",
        "vladimir-putin, ID",
        "Vladimir Putin, NAME",
        "Putin Vladimir, WORD_ORDER",
        "Путин, TRANSLITERATION",
        "Vladimirovich Putin, PART_OF_NAME",
        "Vladimir Putinn, LIKENESS"
    })
    void saysInWhatANameIsLike(String asked, NameIndex.Reason reason) {
        NameIndex.Match first = SEARCH.find(asked, null, null, DAY).get(0);
        assertThat(first.person().id()).isEqualTo("vladimir-putin");
        assertThat(first.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"Bush, george-w-bush", "Clinton, bill-clinton", "Kim, kim-jong-un", "Trudeau, justin-trudeau"})
    void ofManyTheOneWhoLedLastComesFirst(String asked, String leader) {
        assertThat(ids(asked)).first().isEqualTo(leader);
    }

    @ParameterizedTest
    @CsvSource({"bxqvwpt", "'?!'", "12345"})
    void nobodyIsLikeNothing(String asked) {
        assertThat(ids(asked)).isEmpty();
    }

    @Test
    void officesAndStatesNarrow() {
        assertThat(SEARCH.find("Bush", "US", "PRESIDENT", DAY))
                .extracting(m -> m.person().id())
                .containsExactly("george-w-bush");
        assertThat(SEARCH.find("Bush", "FR", null, DAY)).noneMatch(m -> m.score() > 0.9);
    }
}
