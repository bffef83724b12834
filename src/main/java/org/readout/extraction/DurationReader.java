package org.readout.extraction;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDuration;
import org.readout.names.PhraseTrie;
import org.readout.names.Token;
import org.readout.names.Tokenizer;

/**
 * Reads a wording of a length of time as an interval of plausible minutes: "nearly an hour" is 48 / 55 / 59. What each
 * modifier means stands in {@code lexicon/en/durations.txt}; see {@link DurationCalibration}.
 */
public final class DurationReader {

    /**
     * A length of time found in a text.
     *
     * @param from index of its first word
     * @param to index after its last word
     * @param value the minutes; null for a qualifier such as "lengthy"
     */
    record Reading(int from, int to, @Nullable CallDuration value) {}

    private record Amount(
            int to,
            double minutes,
            boolean inMinutes,
            @Nullable CallDuration vague) {}

    private static final PhraseTrie<String> MODIFIERS = Lexicon.phrases("duration-modifiers");
    private static final PhraseTrie<String> VAGUE = Lexicon.phrases("duration-vague");
    private static final Map<String, List<String>> NUMBERS = Lexicon.groups("numbers");
    private static final java.util.Set<String> QUALIFIERS = Lexicon.words("duration-qualifiers");
    private static final Pattern GLUED =
            Pattern.compile("(\\d{1,2})h(?:rs?)?(\\d{2})?(?:m(?:in)?)?|(\\d{1,3})m(?:in(?:s|utes?)?)?");
    private static final double LONGEST_HOURS = 48;

    private final DurationCalibration calibration = DurationCalibration.load();

    /**
     * Reads a wording on its own, as a caller gives it.
     *
     * @return empty when the words are no length of time; a null value never
     */
    public Optional<CallDuration> read(String wording) {
        List<Token> tokens = Tokenizer.tokens(wording);
        for (int i = 0; i < tokens.size(); i++) {
            Optional<Reading> found = at(tokens, i);
            if (found.isPresent()) {
                return Optional.ofNullable(found.get().value());
            }
        }
        return Optional.empty();
    }

    /** Whether the words only qualify a length ("lengthy", "brief"). */
    public boolean qualifies(String wording) {
        return Tokenizer.tokens(wording).stream().anyMatch(t -> QUALIFIERS.contains(t.folded()));
    }

    /** The length of time whose first word, modifiers included, is word {@code i}. */
    Optional<Reading> at(List<Token> tokens, int i) {
        if (QUALIFIERS.contains(tokens.get(i).folded())) {
            return Optional.of(new Reading(i, i + 1, null));
        }
        EnumSet<DurationModifier> modifiers = EnumSet.noneOf(DurationModifier.class);
        int at = i;
        if (word(tokens, at).equals("between") || word(tokens, at).equals("from")) {
            return range(tokens, i, at + 1);
        }
        for (int k = 0; k < 2; k++) {
            Optional<PhraseTrie.Found<String>> modifier = MODIFIERS.at(tokens, at);
            if (modifier.isEmpty()) {
                break;
            }
            modifiers.add(DurationModifier.valueOf(modifier.get().values().get(0)));
            at += modifier.get().length();
        }
        Optional<Reading> span = modifiers.isEmpty() ? range(tokens, i, at) : Optional.empty();
        if (span.isPresent()) {
            return span;
        }
        Amount amount = amount(tokens, at);
        if (amount == null) {
            return Optional.empty();
        }
        int to = amount.to();
        if (word(tokens, to).equals("or") && word(tokens, to + 1).equals("so")) {
            modifiers.add(DurationModifier.APPROX);
            to += 2;
        } else if (word(tokens, to).equals("or") && word(tokens, to + 1).equals("more")) {
            modifiers.add(DurationModifier.AT_LEAST);
            to += 2;
        }
        if (amount.minutes() > LONGEST_HOURS * 60) {
            return Optional.empty();
        }
        CallDuration vague = amount.vague();
        return Optional.of(new Reading(
                i, to, vague != null ? vague : calibration.interval(amount.minutes(), amount.inMinutes(), modifiers)));
    }

    private Optional<Reading> range(List<Token> tokens, int start, int at) {
        Double low = bareNumber(tokens, at);
        int toWord = at + 1;
        Amount lowAmount = null;
        if (low == null || unit(word(tokens, toWord)) != 0) {
            lowAmount = amount(tokens, at);
            if (lowAmount == null || at == start) {
                return Optional.empty();
            }
            toWord = lowAmount.to();
        }
        boolean joined = word(tokens, toWord).equals("and") && at > start
                || word(tokens, toWord).equals("to");
        boolean dashed =
                toWord < tokens.size() && tokens.get(toWord).hyphenated() && bareNumber(tokens, toWord) != null;
        if (!joined && !dashed) {
            return Optional.empty();
        }
        Amount high = amount(tokens, joined ? toWord + 1 : toWord);
        if (high == null || high.vague() != null) {
            return Optional.empty();
        }
        double lowMinutes =
                lowAmount != null ? lowAmount.minutes() : low == null ? 0 : low * (high.inMinutes() ? 1 : 60);
        if (lowMinutes >= high.minutes() || high.minutes() > LONGEST_HOURS * 60) {
            return Optional.empty();
        }
        return Optional.of(
                new Reading(start, high.to(), calibration.between(lowMinutes, high.minutes(), high.inMinutes())));
    }

    private @Nullable Amount amount(List<Token> tokens, int at) {
        if (at >= tokens.size()) {
            return null;
        }
        Optional<PhraseTrie.Found<String>> vague = VAGUE.at(tokens, at);
        if (vague.isPresent()) {
            String[] bounds = vague.get().values().get(0).split("/", -1);
            return new Amount(
                    at + vague.get().length(),
                    Integer.parseInt(bounds[1]),
                    true,
                    new CallDuration(
                            Integer.parseInt(bounds[0]),
                            Integer.parseInt(bounds[1]),
                            Integer.parseInt(bounds[2]),
                            false,
                            false));
        }
        String first = word(tokens, at);
        Matcher glued = GLUED.matcher(first);
        if (glued.matches()) {
            return glued(tokens, at, glued);
        }
        if (first.equals("hourlong")) {
            return new Amount(at + 1, 60, false, null);
        }
        if (unit(first) == 60 && word(tokens, at + 1).equals("long") && !first.equals("hours")) {
            return new Amount(at + 2, 60, false, null);
        }
        if (first.equals("three") && word(tokens, at + 1).startsWith("quarter")) {
            return ofAnHour(tokens, at + 2, 45);
        }
        if (first.equals("half") || (isArticle(first) && word(tokens, at + 1).equals("half"))) {
            int half = first.equals("half") ? at : at + 1;
            int unitAt = isArticle(word(tokens, half + 1)) ? half + 2 : half + 1;
            return unit(word(tokens, unitAt)) == 60 ? new Amount(afterLong(tokens, unitAt + 1), 30, false, null) : null;
        }
        if (first.equals("quarter") || isArticle(first) && word(tokens, at + 1).equals("quarter")) {
            return ofAnHour(tokens, first.equals("quarter") ? at + 1 : at + 2, 15);
        }
        return counted(tokens, at);
    }

    private static @Nullable Amount ofAnHour(List<Token> tokens, int at, int minutes) {
        int i = word(tokens, at).equals("of") ? at + 1 : at;
        i = isArticle(word(tokens, i)) ? i + 1 : i;
        return unit(word(tokens, i)) == 60 ? new Amount(i + 1, minutes, true, null) : null;
    }

    private static @Nullable Amount glued(List<Token> tokens, int at, Matcher glued) {
        if (glued.group(3) != null) {
            return new Amount(at + 1, Integer.parseInt(glued.group(3)), true, null);
        }
        double minutes = Integer.parseInt(glued.group(1)) * 60;
        if (glued.group(2) != null) {
            return new Amount(at + 1, minutes + Integer.parseInt(glued.group(2)), true, null);
        }
        Matcher rest = GLUED.matcher(word(tokens, at + 1));
        if (rest.matches() && rest.group(3) != null) {
            return new Amount(at + 2, minutes + Integer.parseInt(rest.group(3)), true, null);
        }
        return new Amount(at + 1, minutes, false, null);
    }

    /** A number of hours or minutes, with what may be added: "and a half", "and 15 minutes". */
    private static @Nullable Amount counted(List<Token> tokens, int at) {
        Double number = isArticle(word(tokens, at)) ? Double.valueOf(1) : bareNumber(tokens, at);
        if (number == null) {
            return null;
        }
        int i = at + 1;
        if (number >= 20 && i < tokens.size() && tokens.get(i).hyphenated()) {
            Double ones = bareNumber(tokens, i);
            if (ones != null && ones < 10 && !tokens.get(i).digits()) {
                number += ones;
                i++;
            }
        }
        double fraction = fraction(tokens, i);
        if (fraction > 0) {
            number += fraction;
            i += fractionWords(tokens, i);
        }
        int unit = unit(word(tokens, i));
        if (unit == 0) {
            return null;
        }
        i++;
        if (unit == 1) {
            return new Amount(afterLong(tokens, i), number, true, null);
        }
        double minutes = number * 60;
        fraction = fraction(tokens, i);
        if (fraction > 0 && unit(word(tokens, i + fractionWords(tokens, i))) == 0) {
            return new Amount(
                    afterLong(tokens, i + fractionWords(tokens, i)), minutes + fraction * 60, fraction != 0.5, null);
        }
        int more = word(tokens, i).equals("and") ? i + 1 : i;
        Double extra = bareNumber(tokens, more);
        if (extra != null && extra < 60) {
            int afterExtra = more + 1;
            if (extra >= 20
                    && afterExtra < tokens.size()
                    && tokens.get(afterExtra).hyphenated()) {
                Double ones = bareNumber(tokens, afterExtra);
                if (ones != null && ones < 10 && !tokens.get(afterExtra).digits()) {
                    extra += ones;
                    afterExtra++;
                }
            }
            if (unit(word(tokens, afterExtra)) == 1) {
                return new Amount(afterLong(tokens, afterExtra + 1), minutes + extra, true, null);
            }
        }
        return new Amount(afterLong(tokens, i), minutes, false, null);
    }

    private static double fraction(List<Token> tokens, int at) {
        if (word(tokens, at).equals("and") && isArticle(word(tokens, at + 1))) {
            return switch (word(tokens, at + 2)) {
                case "half" -> 0.5;
                case "quarter" -> 0.25;
                default -> 0;
            };
        }
        return word(tokens, at).equals("and")
                        && word(tokens, at + 1).equals("three")
                        && word(tokens, at + 2).startsWith("quarter")
                ? 0.75
                : 0;
    }

    private static int fractionWords(List<Token> tokens, int at) {
        return fraction(tokens, at) > 0 ? 3 : 0;
    }

    private static int afterLong(List<Token> tokens, int at) {
        return word(tokens, at).equals("long") ? at + 1 : at;
    }

    private static @Nullable Double bareNumber(List<Token> tokens, int at) {
        String word = word(tokens, at);
        if (word.isEmpty()) {
            return null;
        }
        if (Character.isDigit(word.charAt(0))) {
            String raw = tokens.get(at).raw();
            try {
                return raw.length() > 6 ? null : Double.valueOf(raw.replace(',', '.'));
            } catch (NumberFormatException e) {
                return null;
            }
        }
        List<String> value = NUMBERS.get(word);
        return value == null ? null : Double.valueOf(value.get(0));
    }

    /** Minutes in the unit, 0 when the word is none. */
    private static int unit(String word) {
        return switch (word) {
            case "hour", "hours", "hr", "hrs", "h" -> 60;
            case "minute", "minutes", "min", "mins" -> 1;
            default -> 0;
        };
    }

    private static boolean isArticle(String word) {
        return word.equals("a") || word.equals("an");
    }

    private static String word(List<Token> tokens, int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).folded() : "";
    }
}
