package org.readout.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConstraintsTests {

    record Part(@NotNull @Filled @Size(max = 3) @Nullable String name) {}

    record Whole(
            @Min(1) @Nullable Integer most,

            @Size(max = 3, message = Bounds.TOO_MANY) @Nullable
            List<@NotNull @Valid @Nullable Part> parts,

            @Nullable List<@Filled @Nullable String> words) {}

    private static final Whole WRONG = new Whole(
            0,
            Arrays.asList(new Part("abc"), null, new Part(null), new Part("\u2003"), new Part("abcd")),
            Arrays.asList("word", null, " "));

    @Test
    void eachFaultIsNamedByItsPlace() {
        assertThat(Constraints.faults(WRONG, "/here"))
                .containsExactly(
                        InputError.field("/here/most", "is less than 1"),
                        InputError.field("/here/parts", "has more than 3 entries"),
                        InputError.field("/here/parts/1", "is missing"),
                        InputError.field("/here/parts/2/name", "is missing"),
                        InputError.field("/here/parts/3/name", "is empty"),
                        InputError.field("/here/parts/4/name", "is longer than 3 characters"),
                        InputError.field("/here/words/2", "is empty"));
    }

    @Test
    void aParameterIsNamedRatherThanAPlaceInIt() {
        assertThat(Constraints.ofParameters(new Whole(null, null, List.of(""))))
                .containsExactly(InputError.parameter("words", "is empty"));
    }

    @Test
    void whatMeetsThemPasses() {
        Whole right = new Whole(1, List.of(new Part("a")), null);
        assertThat(Constraints.met(right)).isSameAs(right);
        assertThatThrownBy(() -> Constraints.met(WRONG)).isInstanceOf(InvalidInput.class);
    }
}
