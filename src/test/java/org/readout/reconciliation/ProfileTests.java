package org.readout.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readout.claim.CallDuration;
import org.readout.claim.Property;

/** Which claims narrow a value, by profile. */
class ProfileTests {

    private static final CallDuration HOUR = new CallDuration(55, 60, 65, false, false);
    private static final CallDuration NEARLY = new CallDuration(48, 55, 59, false, false);

    private static HeardReport said(String id, CallDuration length, String words, boolean named) {
        Witnessed w = new Witnessed(id);
        return (named ? w.relaying(id) : w)
                .on("2024-11-15")
                .say(Property.DURATION, length, words)
                .testify();
    }

    private static CallDuration selected(Profile profile, HeardReport... reports) {
        return Reconciler.reconcile(List.of(reports), List.of(), profile).duration();
    }

    @Test
    void isFoundByItsNameInTheApi() {
        assertThat(Profile.of("informative")).contains(Profile.INFORMATIVE);
        assertThat(Profile.of("conservative")).contains(Profile.CONSERVATIVE);
        assertThat(Profile.of("representative")).contains(Profile.REPRESENTATIVE);
        assertThat(Profile.of("INFORMATIVE")).isEmpty();
        assertThat(Profile.of("")).isEmpty();
    }

    @Test
    void informativeLetsEveryClaimNarrow() {
        assertThat(selected(
                        Profile.INFORMATIVE,
                        said("DE", HOUR, "an hour", true),
                        said("Post", NEARLY, "nearly an hour", false)))
                .satisfies(d -> {
                    assertThat(d.low()).isEqualTo(55);
                    assertThat(d.high()).isEqualTo(59);
                });
    }

    @Test
    void conservativeLetsOnlyNamedOriginsNarrow() {
        assertThat(selected(
                        Profile.CONSERVATIVE,
                        said("DE", HOUR, "an hour", true),
                        said("Post", NEARLY, "nearly an hour", false)))
                .isEqualTo(HOUR);
    }

    @Test
    void conservativeTakesWhatThereIsWhereNobodyIsNamed() {
        assertThat(selected(Profile.CONSERVATIVE, said("Post", NEARLY, "nearly an hour", false)))
                .isEqualTo(NEARLY);
    }

    @Test
    void representativeTakesWhatMostOriginsSay() {
        assertThat(selected(
                        Profile.REPRESENTATIVE,
                        said("DE", HOUR, "an hour", true),
                        said("RU", NEARLY, "nearly an hour", true),
                        said("Post", HOUR, "an hour", false)))
                .isEqualTo(HOUR);
    }
}
