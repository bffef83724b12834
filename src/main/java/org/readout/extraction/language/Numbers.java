package org.readout.extraction.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readout.names.Token;

/** Reads numbers, in digits or words, with their fractions: "2½", "1 1/2", "forty-five", "one hundred and twenty". */
public final class Numbers {

    /** A number, and the index after its last word. */
    public record Found(double value, int to) {}

    private static final String HUNDRED = "hundred";
    private static final Pattern DIGITS = Pattern.compile("(\\d{1,4})(?:[.,](\\d{1,2}))?([½¼¾⅓⅔])?");
    private static final Pattern FRACTION = Pattern.compile("(\\d)/(\\d)");
    private static final Map<String, Double> SIGNS = Map.of("½", 0.5, "¼", 0.25, "¾", 0.75, "⅓", 1 / 3.0, "⅔", 2 / 3.0);

    private Numbers() {}

    /** The number that begins at a word; empty where none does. */
    public static Optional<Found> at(Language language, List<Token> tokens, int at) {
        if (at < 0 || at >= tokens.size()) {
            return Optional.empty();
        }
        char first = tokens.get(at).raw().charAt(0);
        if (Character.isLetter(first)) {
            return words(language, tokens, at);
        }
        Optional<Double> fraction = fraction(tokens, at);
        if (fraction.isPresent()) {
            return fraction.map(f -> new Found(f, at + 1));
        }
        Matcher digits = DIGITS.matcher(tokens.get(at).raw());
        if (digits.matches()) {
            double value = Double.parseDouble(
                    digits.group(2) == null ? digits.group(1) : digits.group(1) + "." + digits.group(2));
            if (digits.group(3) != null) {
                return Optional.of(new Found(value + SIGNS.getOrDefault(digits.group(3), 0.0), at + 1));
            }
            return Optional.of(fraction(tokens, at + 1)
                    .map(f -> new Found(value + f, at + 2))
                    .orElse(new Found(value, at + 1)));
        }
        return words(language, tokens, at);
    }

    private static Optional<Double> fraction(List<Token> tokens, int at) {
        if (at >= tokens.size()) {
            return Optional.empty();
        }
        if (Character.isLetter(tokens.get(at).raw().charAt(0))) {
            return Optional.empty();
        }
        Double sign = SIGNS.get(tokens.get(at).raw());
        if (sign != null) {
            return Optional.of(sign);
        }
        Matcher m = FRACTION.matcher(tokens.get(at).raw());
        return m.matches() && Integer.parseInt(m.group(2)) > Integer.parseInt(m.group(1))
                ? Optional.of(Double.parseDouble(m.group(1)) / Integer.parseInt(m.group(2)))
                : Optional.empty();
    }

    private static Optional<Found> words(Language language, List<Token> tokens, int at) {
        double value = small(language, tokens, at);
        int to = at + 1;
        if (value < 0) {
            return Optional.empty();
        }
        if (value >= 20 && value < 100) {
            double ones = small(language, tokens, to);
            if (ones > 0 && ones < 10) {
                value += ones;
                to++;
            }
        }
        if (language.is(word(tokens, to), HUNDRED) && value < 10) {
            value *= 100;
            to++;
        }
        if (value >= 100) {
            int rest = language.is(word(tokens, to), "and") ? to + 1 : to;
            Optional<Found> more = words(language, tokens, rest).filter(f -> f.value() < 100);
            if (more.isPresent()) {
                return Optional.of(
                        new Found(value + more.get().value(), more.get().to()));
            }
        }
        return Optional.of(new Found(value, to));
    }

    private static double small(Language language, List<Token> tokens, int at) {
        List<String> value = language.groups("numbers").get(word(tokens, at));
        return value == null ? -1 : Double.parseDouble(value.get(0));
    }

    private static String word(List<Token> tokens, int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).folded() : "";
    }
}
