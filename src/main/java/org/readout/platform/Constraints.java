package org.readout.platform;

import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Holds input against the constraints (Jakarta Bean Validation) that its records declare. The same annotations bound it in
 * the description of the API. It is asked of the record rather than of the web, since the same input comes by lines of a
 * batch, in files and from topics.
 */
public final class Constraints {

    private static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private Constraints() {}

    /**
     * What is wrong with a body, or with a part of one.
     *
     * @param at JSON Pointer of the part; empty for the whole
     * @return in the order of their pointers; none where all constraints are met
     */
    public static List<InputError> faults(Object input, String at) {
        return faults(input, (path, detail) -> InputError.field(at + pointer(path), detail));
    }

    /** What is wrong with parameters that are read into a record, by their names. */
    public static List<InputError> ofParameters(Object group) {
        return faults(
                group,
                (path, detail) -> InputError.parameter(path.iterator().next().getName(), detail));
    }

    /**
     * The body as it is.
     *
     * @throws InvalidInput where it breaks a constraint
     */
    public static <T> T met(T body) {
        List<InputError> faults = faults(body, "");
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return body;
    }

    private static List<InputError> faults(Object input, BiFunction<Path, String, InputError> fault) {
        return VALIDATOR.validate(input).stream()
                .map(v -> fault.apply(v.getPropertyPath(), v.getMessage()))
                .sorted(Comparator.comparing(e -> e.pointer() != null ? e.pointer() : String.valueOf(e.parameter())))
                .toList();
    }

    private static String pointer(Path path) {
        StringBuilder out = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                out.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                out.append('/').append(node.getName());
            }
        }
        return out.toString();
    }
}
