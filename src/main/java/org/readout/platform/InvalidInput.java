package org.readout.platform;

import java.util.List;

/** What was given cannot be taken, whoever gave it: over HTTP it becomes a problem document that names each field. */
public final class InvalidInput extends RuntimeException {

    private final transient List<InputError> errors;

    public InvalidInput(List<InputError> errors) {
        super(errors.get(0).toString(), null, false, false);
        this.errors = List.copyOf(errors);
    }

    /** Each field that is wrong, in the order of the input. */
    public List<InputError> errors() {
        return errors;
    }
}
