package org.readout.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Near-copies share bands and repeat one another; texts about the same thing in other words do not. */
class ShinglesTests {

    private static String letters(int i) {
        return Integer.toString(i)
                .chars()
                .mapToObj(c -> String.valueOf((char) (c - '0' + 'a')))
                .collect(Collectors.joining());
    }

    private static String words(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "word" + letters(i)).collect(Collectors.joining(" "));
    }

    private static long shared(String a, String b) {
        long[] one = Shingles.of(a).bands();
        long[] other = Shingles.of(b).bands();
        return IntStream.range(0, one.length).filter(i -> one[i] == other[i]).count();
    }

    @Test
    void theSameTextHasTheSameBandsHoweverItIsCasedAndPunctuated() {
        String text = words(0, 60);
        assertThat(shared(text, text.toUpperCase(java.util.Locale.ROOT).replace(" ", ", ")))
                .isEqualTo(32);
    }

    @Test
    void aReprintCutToItsFirstHalfStillSharesABandAndRepeats() {
        assertThat(shared(words(0, 120), words(0, 70))).isPositive();
        assertThat(Shingles.of(words(0, 70)).repeats(Shingles.of(words(0, 120))))
                .isTrue();
        assertThat(Shingles.of(words(0, 120)).repeats(Shingles.of(words(0, 70))))
                .isTrue();
    }

    @Test
    void textsThatShareOneQuotationDoNotRepeatOneAnother() {
        String quotation = words(500, 515);
        Shingles one = Shingles.of(words(0, 60) + " " + quotation);
        Shingles other = Shingles.of(words(100, 160) + " " + quotation);
        assertThat(one.touches(other)).isTrue();
        assertThat(one.repeats(other)).isFalse();
    }

    @Test
    void otherTextsShareNothing() {
        assertThat(shared(words(0, 60), words(100, 160))).isZero();
        assertThat(Shingles.of(words(0, 60)).touches(Shingles.of(words(100, 160))))
                .isFalse();
    }

    @Test
    void aTextTooShortToTellHasNoBandsAndRepeatsNothing() {
        Shingles brief = Shingles.of(words(0, 12));
        assertThat(brief.bands()).isEmpty();
        assertThat(brief.repeats(Shingles.of(words(0, 12)))).isFalse();
        assertThat(brief.touches(Shingles.of(words(100, 160)))).isTrue();
    }

    @Test
    void theOrderOfWordsIsPartOfAText() {
        String[] some = words(0, 60).split(" ", -1);
        String backwards = IntStream.range(0, some.length)
                .mapToObj(i -> some[some.length - 1 - i])
                .collect(Collectors.joining(" "));
        assertThat(Arrays.stream(Shingles.of(backwards).bands()).boxed())
                .doesNotContainAnyElementsOf(
                        Arrays.stream(Shingles.of(words(0, 60)).bands()).boxed().toList());
    }

    @Test
    void independentReportsThatShareAFormulaAreNoCopies() {
        Shingles one = Shingles.of("Russian President Vladimir Putin and German Chancellor Olaf Scholz held a telephone"
                + " conversation on Friday and discussed the situation in Ukraine, the Kremlin said in a statement.");
        Shingles other = Shingles.of(
                "Russian President Vladimir Putin and German Chancellor Olaf Scholz held a telephone"
                        + " conversation on Friday and discussed the situation in Ukraine, officials in Berlin confirmed.");
        assertThat(one.repeats(other)).isFalse();
    }

    @Test
    void theSameTextWordForWordIsACopyWhateverItIsMadeOf() {
        String formula =
                "US President Donald Trump and Russian President Vladimir Putin spoke by phone on March 18, 2025."
                        + " The two men talked for about two hours.";

        assertThat(Shingles.of(formula).repeats(Shingles.of(formula))).isTrue();
    }

    @Test
    void aReprintOfATextWithWordsOfItsOwnIsACopy() {
        String text = "Putin and Scholz held a telephone conversation on Friday. The chancellor rang from a hotel in"
                + " Lima, where staff had hastily cleared a ballroom, and grumbled later that a kettle had whistled"
                + " through half of what was otherwise a chilly but courteous exchange.";
        assertThat(Shingles.of(text).repeats(Shingles.of("(Example) - " + text)))
                .isTrue();
    }
}
