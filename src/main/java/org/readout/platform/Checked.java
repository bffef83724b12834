package org.readout.platform;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What checking some input came to: the value, or everything that is wrong with it.
 *
 * @param <T> what is checked
 */
public final class Checked<T> {

    private final @Nullable T value;
    private final List<InputError> errors;

    private Checked(@Nullable T value, List<InputError> errors) {
        this.value = value;
        this.errors = List.copyOf(errors);
    }

    /** The value, unless there are errors. */
    public static <T> Checked<T> of(@Nullable T value, List<InputError> errors) {
        return new Checked<>(value, errors);
    }

    /** Each field that is wrong, in the order of the input; none where the value can be taken. */
    public List<InputError> errors() {
        return errors;
    }

    /**
     * The value.
     *
     * @throws InvalidInput where it cannot be taken
     */
    public T orThrow() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return Objects.requireNonNull(value);
    }
}
