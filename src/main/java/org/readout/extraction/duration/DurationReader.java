package org.readout.extraction.duration;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDuration;
import org.readout.extraction.duration.Amounts.Amount;
import org.readout.extraction.language.Language;
import org.readout.extraction.language.Numbers;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.names.PhraseTrie;
import org.readout.names.Token;
import org.readout.names.Tokenizer;

/**
 * Reads a wording of a length of time as an interval of plausible minutes: "nearly an hour" is 48 / 55 / 59. What each
 * modifier means stands in {@code lexicon/durations.txt}; see {@link DurationCalibration}.
 */
public final class DurationReader {

    /**
     * A length of time found in a text.
     *
     * @param from index of its first word
     * @param to index after its last word
     * @param value the minutes; null for a qualifier such as "lengthy"
     */
    public record Length(int from, int to, @Nullable CallDuration value) {}

    private static final PhraseList MODIFIERS = PhraseList.of("duration-modifiers");
    private static final PhraseList TAILS = PhraseList.of("duration-tails");
    private static final WordList QUALIFIERS = WordList.of("duration-qualifiers");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})(?::\\d{2})?");
    private static final Pattern THOUSANDS = Pattern.compile("(?<!\\d)(\\d{1,3}),(\\d{3})(?!\\d)");
    private static final Pattern GLUE = Pattern.compile("(?<=[\\d½¼¾])(?=\\p{L})|(?<=\\p{L})(?=\\d)");
    private static final double LONGEST_MINUTES = 48 * 60;

    private final DurationCalibration calibration = DurationCalibration.load();
    private final Language language;
    private final List<Map.Entry<Pattern, String>> alone;

    /** A reader of English wordings. */
    public DurationReader() {
        this(Language.ENGLISH);
    }

    /** A reader of wordings in a language. */
    public DurationReader(Language language) {
        this.language = language;
        this.alone = language.lines("duration-alone").stream()
                .map(line -> line.split("\\s+=\\s+", -1))
                .map(f -> Map.entry(Pattern.compile(f[0], Pattern.CASE_INSENSITIVE), f[1]))
                .toList();
    }

    /**
     * Reads a wording on its own, as a caller gives it: in words, in digits, as ISO 8601 ({@code PT1H30M}) or as hours and
     * minutes ({@code 1:30}).
     *
     * @return empty when the words are no length of time; a null value never
     */
    public Optional<CallDuration> read(String wording) {
        Optional<Double> written = written(wording.strip());
        if (written.isPresent()) {
            return written.filter(m -> m >= 1 && m <= LONGEST_MINUTES)
                    .map(m -> calibration.interval(m, true, EnumSet.noneOf(DurationModifier.class)));
        }
        List<Token> tokens = Tokenizer.tokens(spelledOut(wording));
        for (int i = 0; i < tokens.size(); i++) {
            Optional<Length> found = at(tokens, i);
            if (found.isPresent()) {
                return Optional.ofNullable(found.get().value());
            }
        }
        return Optional.empty();
    }

    /** A wording that stands alone with its figures and units apart: "4min11.5s", "1,000 mins", "2'"; in a text these are no lengths. */
    private String spelledOut(String wording) {
        String apart = THOUSANDS.matcher(wording).replaceAll("$1$2");
        apart = GLUE.matcher(apart).replaceAll(" ");
        for (Map.Entry<Pattern, String> unit : alone) {
            apart = unit.getKey().matcher(apart).replaceAll(unit.getValue());
        }
        return apart;
    }

    private static Optional<Double> written(String wording) {
        Matcher clock = CLOCK.matcher(wording);
        if (clock.matches()) {
            return Optional.of(Integer.parseInt(clock.group(1)) * 60.0 + Integer.parseInt(clock.group(2)));
        }
        if (wording.length() > 1 && wording.startsWith("PT")) {
            try {
                return Optional.of((double) Duration.parse(wording).toMinutes());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether the words only qualify a length ("lengthy", "brief"). */
    public boolean qualifies(String wording) {
        return Tokenizer.tokens(wording).stream().anyMatch(t -> language.has(QUALIFIERS, t.folded()));
    }

    /** The length of time whose first word, modifiers included, is word {@code i}. */
    public Optional<Length> at(List<Token> tokens, int i) {
        if (language.has(QUALIFIERS, tokens.get(i).folded())
                && (i + 1 >= tokens.size() || !tokens.get(i + 1).hyphenated())) {
            return Optional.of(new Length(i, i + 1, null));
        }
        Optional<ClockSpans.Span> clock = ClockSpans.at(language, tokens, i);
        if (clock.isPresent()) {
            int minutes = clock.get().minutes();
            return Optional.of(new Length(i, clock.get().to(), calibration.exactly(minutes, minutes)));
        }
        Amounts amounts = new Amounts(language, tokens);
        if (language.is(amounts.word(i), "between") || language.is(amounts.word(i), "from")) {
            return range(amounts, tokens, i, i + 1);
        }
        EnumSet<DurationModifier> modifiers = EnumSet.noneOf(DurationModifier.class);
        int at = i;
        for (int k = 0; k < 2; k++) {
            Optional<PhraseTrie.Found<String>> modifier =
                    language.phrases(MODIFIERS).at(tokens, at);
            if (modifier.isEmpty()) {
                break;
            }
            DurationModifier found =
                    DurationModifier.valueOf(modifier.get().values().get(0));
            if (found == DurationModifier.APPROX && modifiers.contains(DurationModifier.MORE_THAN)) {
                // "over about 40 minutes": "over" says during.
                return Optional.empty();
            }
            modifiers.add(found);
            at += modifier.get().length();
        }
        Optional<Length> span = range(amounts, tokens, i, at);
        if (span.isPresent()) {
            return span;
        }
        Amount amount = amounts.at(at);
        if (amount == null || amount.minutes() > LONGEST_MINUTES) {
            return Optional.empty();
        }
        int to = amount.to();
        Optional<PhraseTrie.Found<String>> tail = language.phrases(TAILS).at(tokens, to);
        if (tail.isPresent()) {
            modifiers.add(DurationModifier.valueOf(tail.get().values().get(0)));
            to += tail.get().length();
        }
        CallDuration vague = amount.vague();
        return Optional.of(new Length(
                i, to, vague != null ? vague : calibration.interval(amount.minutes(), amount.inMinutes(), modifiers)));
    }

    /** "between 30 and 40 minutes", "30 to 40 minutes", "30-40 min", "one or two hours", "an hour or two". */
    private Optional<Length> range(Amounts amounts, List<Token> tokens, int start, int at) {
        boolean between = language.is(amounts.word(start), "between") || language.is(amounts.word(start), "from");
        Amount whole = amounts.at(at);
        Optional<Numbers.Found> bare = Numbers.at(language, tokens, at);
        int joint = whole != null ? whole.to() : bare.map(Numbers.Found::to).orElse(-1);
        if (joint < 0 || whole != null && whole.vague() != null) {
            return Optional.empty();
        }
        String word = amounts.word(joint);
        boolean joined = language.is(word, "to") || language.is(word, "or") || language.is(word, "and") && between;
        boolean dashed = joint < tokens.size()
                && Numbers.at(language, tokens, joint).isPresent()
                && (tokens.get(joint).hyphenated()
                                && tokens.get(joint).digits() == tokens.get(at).digits()
                        || tokens.get(joint).start() - tokens.get(joint - 1).end() == 3);
        if (!joined && (!dashed || whole != null)) {
            return Optional.empty();
        }
        int second = joined ? joint + 1 : joint;
        Amount high = amounts.at(second);
        Optional<Numbers.Found> highBare = Numbers.at(language, tokens, second);
        if (high == null && whole != null && language.is(word, "or") && highBare.isPresent()) {
            double unit = whole.inMinutes() ? 1 : 60;
            high = new Amount(highBare.get().to(), highBare.get().value() * unit, whole.inMinutes(), null);
        }
        if (high == null || high.vague() != null || high.minutes() > LONGEST_MINUTES) {
            return Optional.empty();
        }
        double low = whole != null ? whole.minutes() : bare.orElseThrow().value() * (high.inMinutes() ? 1 : 60);
        if (low >= high.minutes() || high.minutes() < 1) {
            return Optional.empty();
        }
        return Optional.of(new Length(
                start,
                high.to(),
                between
                        ? calibration.between(low, high.minutes(), high.inMinutes())
                        : calibration.exactly(low, high.minutes())));
    }
}
