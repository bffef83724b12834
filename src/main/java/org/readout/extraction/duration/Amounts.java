package org.readout.extraction.duration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDuration;
import org.readout.extraction.language.Language;
import org.readout.extraction.language.Numbers;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.names.PhraseTrie;
import org.readout.names.Token;

/** Reads an amount of time without what hedges it: "an hour and a half", "1h45", "three quarters of an hour". */
final class Amounts {

    /**
     * An amount of time.
     *
     * @param to index after its last word
     * @param minutes how many minutes
     * @param inMinutes whether it is named in minutes, which is finer than in hours
     * @param vague what it means where it names no number ("a few minutes")
     */
    record Amount(
            int to,
            double minutes,
            boolean inMinutes,
            @Nullable CallDuration vague) {}

    private static final PhraseList VAGUE = PhraseList.of("duration-vague");
    private static final WordList HOURS = WordList.of("hour-units");
    private static final WordList MINUTES = WordList.of("minute-units");
    private static final WordList SECONDS = WordList.of("second-units");
    private static final WordList FILLERS = WordList.of("duration-fillers");
    private static final WordList JOINERS = WordList.of("duration-joiners");
    private static final WordList ARTICLES = WordList.of("articles");
    private static final Pattern GLUED_HOURS = Pattern.compile(
            "(\\d{1,2}(?:[.,]\\d{1,2})?[½¼¾]?)h(?:(?:ou)?rs?)?(?:(\\d{1,2})(?:m(?:in(?:s|utes?)?)?)?)?");
    private static final Pattern GLUED_MINUTES = Pattern.compile("(\\d{1,3})(?:m(?:in(?:s|utes?)?)?)");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})");

    private final Language language;
    private final List<Token> tokens;
    private final Map<String, List<String>> parts;

    Amounts(Language language, List<Token> tokens) {
        this.language = language;
        this.tokens = tokens;
        this.parts = language.groups("duration-parts");
    }

    /** The amount that begins at a word; null where none does. */
    @Nullable
    Amount at(int at) {
        if (at >= tokens.size()) {
            return null;
        }
        Optional<PhraseTrie.Found<String>> vague = language.phrases(VAGUE).at(tokens, at);
        if (vague.isPresent()) {
            return vague(at, vague.get());
        }
        Amount glued = glued(at);
        if (glued != null) {
            return glued;
        }
        Amount part = partOfAnHour(at);
        return part != null ? part : counted(at);
    }

    private static Amount vague(int at, PhraseTrie.Found<String> found) {
        String[] bounds = found.values().get(0).split("/", -1);
        int best = Integer.parseInt(bounds[1]);
        return new Amount(
                at + found.length(),
                best,
                true,
                new CallDuration(Integer.parseInt(bounds[0]), best, Integer.parseInt(bounds[2]), false, false));
    }

    /** "1h45", "90min", "2hours 20minutes". */
    private @Nullable Amount glued(int at) {
        if (!tokens.get(at).digits()) {
            return null;
        }
        String raw = tokens.get(at).raw().toLowerCase(java.util.Locale.ROOT);
        Matcher minutes = GLUED_MINUTES.matcher(raw);
        if (minutes.matches()) {
            return new Amount(at + 1, Integer.parseInt(minutes.group(1)), true, null);
        }
        Matcher hours = GLUED_HOURS.matcher(raw);
        if (!hours.matches()) {
            return null;
        }
        double value = number(hours.group(1)) * 60;
        if (hours.group(2) != null) {
            return new Amount(at + 1, value + Integer.parseInt(hours.group(2)), true, null);
        }
        Amount rest = at + 1 < tokens.size() ? minutesBehind(at + 1) : null;
        return rest == null
                ? new Amount(at + 1, value, false, null)
                : new Amount(rest.to(), value + rest.minutes(), true, null);
    }

    private static double number(String digits) {
        double part = digits.endsWith("½") ? 0.5 : digits.endsWith("¼") ? 0.25 : digits.endsWith("¾") ? 0.75 : 0;
        String whole = part > 0 ? digits.substring(0, digits.length() - 1) : digits;
        return Double.parseDouble(whole.replace(',', '.')) + part;
    }

    /** "half an hour", "a quarter of an hour", "three-quarters of an hour", "3/4 hour". */
    private @Nullable Amount partOfAnHour(int at) {
        int i = language.has(ARTICLES, word(at)) && !language.is(word(at), "the") ? at + 1 : at;
        double share = part(i);
        int to = i + 1;
        Optional<Numbers.Found> count = share > 0 ? Optional.empty() : Numbers.at(language, tokens, i);
        if (share == 0 && count.isPresent() && part(count.get().to()) == 0.25) {
            share = count.get().value() * 0.25;
            to = count.get().to() + 1;
        } else if (share == 0 && count.isPresent() && count.get().value() < 1) {
            share = count.get().value();
            to = count.get().to();
        }
        if (share <= 0 || share >= 1) {
            return null;
        }
        to = language.is(word(to), "of") ? to + 1 : to;
        to = language.has(ARTICLES, word(to)) ? to + 1 : to;
        return language.has(HOURS, word(to)) ? new Amount(afterLong(to + 1), share * 60, share != 0.5, null) : null;
    }

    /** A half or a quarter; 0 for any other word. */
    private double part(int i) {
        List<String> value = parts.get(word(i));
        return value == null ? 0 : Double.parseDouble(value.get(0));
    }

    /** A number of hours or minutes, with what is added: "and a half", "and 15 minutes", "and three quarters". */
    private @Nullable Amount counted(int at) {
        Matcher clock =
                CLOCK.matcher(language.has(HOURS, word(at + 1)) ? tokens.get(at).raw() : "");
        if (clock.matches()) {
            return new Amount(
                    at + 2, Integer.parseInt(clock.group(1)) * 60.0 + Integer.parseInt(clock.group(2)), true, null);
        }
        int i = at;
        double number = 1;
        boolean article = language.has(ARTICLES, word(i)) && !language.is(word(i), "the");
        Optional<Numbers.Found> counted = Numbers.at(language, tokens, article ? i + 1 : i);
        // "a 45-minute call": the length begins at its number.
        if (article && counted.isPresent()) {
            return null;
        }
        if (counted.isPresent()) {
            number = counted.get().value();
            i = counted.get().to();
        } else if (language.is(word(article ? i + 1 : i), "hundred")) {
            number = 100;
            i = article ? i + 2 : i + 1;
            Optional<Numbers.Found> more = Numbers.at(language, tokens, language.is(word(i), "and") ? i + 1 : i);
            number += more.map(Numbers.Found::value).orElse(0.0);
            i = more.map(Numbers.Found::to).orElse(i);
        } else if (article) {
            i++;
        } else if (!language.has(HOURS, word(i))
                || addedPart(i + 1) == 0
                        && !language.is(word(i + 1), "long")
                        && !(language.has(JOINERS, word(i + 1)) && minutesBehind(i + 1) != null)) {
            return language.is(word(i), "hourlong") ? new Amount(i + 1, 60, false, null) : null;
        }
        boolean odd = language.is(word(i), "odd");
        i = odd ? i + 1 : i;
        double fraction = addedPart(i);
        if (fraction > 0 && unitBehind(afterPart(i)) >= 0) {
            number += fraction;
            i = afterPart(i);
        }
        int unit = unitBehind(i);
        if (unit < 0 || language.is(word(i), "hourlong")) {
            return language.is(word(i), "hourlong") ? new Amount(i + 1, number * 60, false, null) : null;
        }
        i = unit;
        String name = word(i);
        i++;
        if (language.has(SECONDS, name)) {
            return new Amount(i, Math.max(1, Math.ceil(number / 60)), true, null);
        }
        fraction = addedPart(i);
        boolean whole = fraction > 0 && unitBehind(afterPart(i)) < 0;
        if (language.has(MINUTES, name)) {
            int seconds = language.has(JOINERS, word(i)) ? i + 1 : i;
            Optional<Numbers.Found> more = Numbers.at(language, tokens, seconds);
            if (more.isPresent() && language.has(SECONDS, word(more.get().to()))) {
                return new Amount(more.get().to() + 1, number + (more.get().value() >= 30 ? 1 : 0), true, null);
            }
            return whole
                    ? new Amount(afterLong(afterPart(i)), Math.ceil(number + fraction), true, null)
                    : new Amount(afterLong(i), number, true, null);
        }
        double minutes = number * 60;
        if (whole) {
            return new Amount(afterLong(afterPart(i)), minutes + fraction * 60, fraction != 0.5, null);
        }
        Amount more = minutesBehind(i);
        return more != null
                ? new Amount(afterLong(more.to()), minutes + more.minutes(), true, null)
                : new Amount(afterLong(i), minutes, false, null);
    }

    /** "and 15 minutes", "20 minutes", "twenty" at the end of the wording. */
    private @Nullable Amount minutesBehind(int at) {
        int i = language.has(JOINERS, word(at)) ? at + 1 : at;
        Optional<Numbers.Found> number = Numbers.at(language, tokens, i);
        if (number.isEmpty() || number.get().value() >= 60) {
            Matcher glued =
                    GLUED_MINUTES.matcher(i < tokens.size() ? tokens.get(i).folded() : "");
            return glued.matches() ? new Amount(i + 1, Integer.parseInt(glued.group(1)), true, null) : null;
        }
        int unit = unitBehind(number.get().to());
        if (unit >= 0 && language.has(MINUTES, word(unit))) {
            int after = unit + 1;
            Optional<Numbers.Found> seconds =
                    Numbers.at(language, tokens, language.has(JOINERS, word(after)) ? after + 1 : after);
            boolean counted = seconds.isPresent()
                    && language.has(SECONDS, word(seconds.get().to()));
            boolean up = counted && seconds.get().value() >= 30;
            return new Amount(
                    counted ? seconds.get().to() + 1 : after, number.get().value() + (up ? 1 : 0), true, null);
        }
        return number.get().to() >= tokens.size() && i == at
                        || number.get().to() >= tokens.size() && language.is(word(at), "and")
                ? new Amount(number.get().to(), number.get().value(), true, null)
                : null;
    }

    /** "and a half", "and one-half", "and a quarter", "and three quarters"; 0 where nothing is added. */
    private double addedPart(int at) {
        if (!language.is(word(at), "and")) {
            return 0;
        }
        int i = language.has(ARTICLES, word(at + 1)) ? at + 2 : at + 1;
        if (part(i) > 0) {
            return part(i);
        }
        Optional<Numbers.Found> count = Numbers.at(language, tokens, i);
        double share = count.isEmpty() ? 0 : part(count.get().to());
        return share == 0 ? 0 : Math.min(0.75, share == 0.5 ? 0.5 : count.get().value() * share);
    }

    private int afterPart(int at) {
        int i = language.has(ARTICLES, word(at + 1)) ? at + 2 : at + 1;
        return part(i) > 0
                ? i + 1
                : Numbers.at(language, tokens, i).map(Numbers.Found::to).orElse(i) + 1;
    }

    /** The index of the unit at a word, "full" or "straight" before it passed over; -1 where there is none. */
    private int unitBehind(int at) {
        int i = language.has(FILLERS, word(at)) ? at + 1 : at;
        return isUnit(i) ? i : -1;
    }

    boolean isUnit(int i) {
        String w = word(i);
        return language.has(HOURS, w) || language.has(MINUTES, w) || language.has(SECONDS, w);
    }

    private int afterLong(int at) {
        return language.is(word(at), "long") ? at + 1 : at;
    }

    String word(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).folded() : "";
    }
}
