package org.readout.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readout.claim.QuoteType;
import org.readout.claim.Saying;

/** Which statements of one speaker say the same, however differently. */
class StatementMeaningTests {

    private static StatementMeaning of(String text) {
        return StatementMeaning.of(new Saying("olaf-scholz", "DE", null, QuoteType.INDIRECT, text));
    }

    private static boolean same(String a, String b) {
        StatementMeaning one = of(a);
        StatementMeaning other = of(b);
        int shared = (int) one.words().stream().filter(other.words()::contains).count();
        return one.same(other, shared);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Scholz called for the withdrawal of Russian forces from Ukraine | Scholz urged Putin to withdraw Russian troops from Ukrainian territory
                    He called on Putin to end the war and withdraw his troops | The chancellor demanded an end to the conflict and the withdrawal of Russian soldiers
                    for a just and lasting peace with Ukraine | bring about a fair and durable peace in Ukraine
                    reiterated Germany’s unwavering support for Ukraine | Scholz reaffirmed Germany's steadfast backing of Ukraine
                    Scholz emphasized the need for talks with Ukraine aimed at a just and lasting peace | the importance of Russia's willingness to negotiate with Ukraine to bring about a fair and lasting peace settlement
                    Scholz condemned the attacks on civilian infrastructure | He denounced the attack on civilian infrastructure
                    Scholz demanded the immediate release of all hostages | The hostages must be freed immediately, Scholz said
                    Germany will support Ukraine for as long as necessary | Scholz said Germany would stand by Ukraine as long as it takes
                    Scholz warned that the deployment of North Korean troops is a grave escalation | The sending of North Korean soldiers means a grave escalation, Scholz said
                    He urged Israel to allow more humanitarian aid into Gaza | Scholz pressed for more humanitarian assistance in Gaza
                    """)
    void areToldApartByNothingButTheirWords(String a, String b) {
        assertThat(same(a, b)).isTrue();
        assertThat(same(b, a)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Germany will support Ukraine for as long as necessary | Germany will not support Ukraine for as long as necessary
                    Scholz called for the withdrawal of Russian forces from Ukraine | Scholz rejected the withdrawal of Russian forces from Ukraine
                    Scholz demanded the release of all hostages | Scholz demanded a ceasefire in Gaza
                    Scholz condemned the attacks on civilian infrastructure | Scholz praised the work on energy infrastructure
                    He urged talks with Ukraine | He thanked Turkey for its mediation
                    """)
    void orSayDifferentThings(String a, String b) {
        assertThat(same(a, b)).isFalse();
    }
}
