package org.readout.reconciliation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallDuration;
import org.readout.claim.Medium;
import org.readout.claim.Origin;
import org.readout.claim.Outcome;

/** Every sentence that tells a person how a value was found. */
final class Explanations {

    /** What a day is inferred from, by the rule that inferred it. */
    private static final Map<String, String> INFERRED_FROM = Map.of(
            "date-before-neighbouring-call",
                    ", or earlier: the other call that it tells of, before which it was, was that day",
            "date-of-neighbouring-call", ", the day of the other call that it tells of",
            "date-of-account", ", the day on which its source spoke of the call");

    private static final List<String> COUNTS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private Explanations() {}

    static String notStated(String what) {
        return "No report states " + what + ".";
    }

    // Duration

    static String qualifiersOnly(HeardClaims<?> voices) {
        return "The reports call it " + wordings(voices) + " and give no length of time.";
    }

    static String duration(HeardClaims<?> voices, CallDuration selected, Outcome outcome) {
        return switch (outcome) {
            case SINGLE ->
                subject(voices) + ": " + wordings(voices) + verb(wordingCount(voices), " mean", " means") + " "
                        + minutes(selected) + ".";
            case AGREE -> clause(voices, "agree on ", "agrees on ") + wordings(voices) + ": " + minutes(selected) + ".";
            default ->
                subject(voices) + ": " + wordings(voices) + verb(wordingCount(voices), " fit", " fits") + " "
                        + minutes(selected) + ".";
        };
    }

    /** Two sides; an article that states both is said to. */
    static String durationsDiffer(
            HeardClaims<?> supporting, HeardClaims<?> opposing, CallDuration selected, boolean tie) {
        return clause(supporting, "say ", "says ") + wordings(supporting) + ": " + minutes(selected) + "; "
                + otherSide(supporting, opposing) + wordings(opposing) + ", which "
                + verb(wordingCount(opposing), "do", "does") + " not fit"
                + (tie ? "; as many origins stand for one as for the other." : ".");
    }

    private static String otherSide(HeardClaims<?> some, HeardClaims<?> others) {
        boolean sameArticles = others.all().stream()
                .allMatch(o -> some.all().stream().anyMatch(s -> s.article().equals(o.article())));
        return sameArticles
                ? verb(others.articles(), "the same articles say ", "the same article says ")
                : lower(clause(others, "say ", "says "));
    }

    private static String minutes(CallDuration d) {
        return d.low() + " to " + d.high() + " minutes";
    }

    // Dates

    static String unresolved(HeardClaims<?> voices) {
        return wordings(voices) + " cannot be resolved to a day without more reports.";
    }

    static String callerNotOnTheCall(HeardClaims<?> voices) {
        return wordings(voices) + " names no side of the call.";
    }

    static String weekdayContradicts(HeardClaims<?> voices, CallDate selected) {
        return "The weekday that a report names is not that of " + selected.edtf() + ": " + wordings(voices)
                + verb(wordingCount(voices), " contradict each other.", " contradicts itself.");
    }

    static String datesDiffer(HeardClaims<CallDate> voices, CallDate selected) {
        TreeSet<String> days = new TreeSet<>();
        voices.all().stream()
                .map(v -> v.value() == null ? null : v.value().edtf())
                .filter(Objects::nonNull)
                .forEach(days::add);
        return clause(voices, "give", "gives") + " different dates: " + String.join(", ", days)
                + "; most origins stand for " + selected.edtf() + ".";
    }

    static String date(HeardClaims<CallDate> voices, HeardClaims<CallDate> open, CallDate selected, Outcome outcome) {
        String said = switch (outcome) {
            case SINGLE -> clause(voices, "give ", "gives ") + selected.edtf() + basis(voices, selected);
            case AGREE -> clause(voices, "agree on ", "agrees on ") + selected.edtf();
            default -> clause(voices, "fit ", "fits ") + selected.edtf();
        };
        return said + "." + agreeing(open);
    }

    static String daysApart(HeardClaims<CallDate> voices, HeardClaims<CallDate> open, CallDate selected) {
        return clause(voices, "give", "gives") + " days next to each other, as across time zones; " + selected.edtf()
                + " is taken." + agreeing(open);
    }

    private static String basis(HeardClaims<CallDate> voices, CallDate selected) {
        if (!selected.inferred()) {
            return "";
        }
        return voices.all().stream()
                .map(v -> INFERRED_FROM.get(v.claim().rule()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(", the day of its publication");
    }

    private static String agreeing(HeardClaims<?> open) {
        return open.isEmpty()
                ? ""
                : " " + wordings(open) + verb(wordingCount(open), " agree with it.", " agrees with it.");
    }

    // The earlier contact

    static String undated(HeardClaims<?> voices) {
        return "The reports speak of an earlier contact (" + wordings(voices) + ") and give no date.";
    }

    static String callBetween(String explanation, String call, CallDate date) {
        return explanation + " But call " + call + " of " + date.edtf() + " lies between.";
    }

    // Whether it took place

    static String denied(HeardClaims<?> happened, HeardClaims<?> denied) {
        return clause(happened, "tell", "tells") + " of the call; " + lower(clause(denied, "deny it.", "denies it."));
    }

    static String planDenied(HeardClaims<?> planned, HeardClaims<?> denied) {
        return clause(planned, "tell", "tells") + " of a plan; " + lower(clause(denied, "deny it.", "denies it."));
    }

    static String happenedThoughCancelled(HeardClaims<?> happened, HeardClaims<?> cancelled) {
        return clause(cancelled, "have", "has") + " the call cancelled, " + lower(clause(happened, "have", "has"))
                + " it take place.";
    }

    static String happened(HeardClaims<?> happened, boolean othersPlan) {
        return clause(happened, "say", "says") + " that the call took place"
                + (othersPlan ? "; others tell of the plan." : ".");
    }

    static String postponed() {
        return "The call was planned and put off.";
    }

    static String cancelled() {
        return "The call was planned and called off.";
    }

    static String planned(HeardClaims<?> voices) {
        return clause(voices, "tell", "tells") + " of a planned call.";
    }

    static String deniedByAll(HeardClaims<?> voices) {
        return clause(voices, "deny", "denies") + " the call.";
    }

    // Who called, how, who took part, and what the reports name

    static String callersDiffer(HeardClaims<?> voices) {
        return clause(voices, "name", "names") + " different callers: " + wordings(voices) + ".";
    }

    static String caller(HeardClaims<?> voices) {
        return clause(voices, "say", "says") + " who called: " + wordings(voices) + ".";
    }

    static String medium(HeardClaims<?> voices) {
        return clause(voices, "say ", "says ") + wordings(voices) + ".";
    }

    static String mediaDiffer(HeardClaims<?> voices, Medium selected) {
        return clause(voices, "name", "names") + " different media; most origins say "
                + selected.name().toLowerCase(java.util.Locale.ROOT) + ".";
    }

    static String participants(HeardClaims<?> voices, Collection<String> names, boolean partial) {
        return clause(voices, "name ", "names ")
                + join(List.copyOf(names))
                + (partial ? ", one of them by a part of the name." : ".");
    }

    static String names(HeardClaims<?> voices, Collection<String> things) {
        return clause(voices, "name ", "names ") + String.join(", ", things) + ".";
    }

    static String toFollow(HeardClaims<?> voices) {
        return clause(voices, "tell", "tells") + " of what was to follow: " + wordings(voices) + ".";
    }

    // What a person decided

    static String decided(
            @Nullable String who, @Nullable String reason, boolean opposed, boolean later, String byReports) {
        String because =
                reason == null ? "." : ": " + reason.strip() + (reason.strip().endsWith(".") ? "" : ".");
        String against = !opposed
                ? ""
                : later ? " Reports that came later say otherwise." : " The reports that say otherwise were known.";
        return (who == null ? "A person" : who) + " decided it" + because + against + " By the reports alone: "
                + byReports;
    }

    // Parts of sentences

    /** Who speaks, at the beginning of a sentence: "Two articles, both relaying the Kremlin". */
    private static String subject(HeardClaims<?> voices) {
        int n = voices.articles();
        String articles = upper(count(n)) + (n == 1 ? " article" : " articles");
        String relayed = relayed(voices);
        if (relayed != null) {
            return articles + (n == 1 ? " relaying " : n == 2 ? ", both relaying " : ", all relaying ") + relayed;
        }
        return n == 1
                ? articles
                : articles + " from " + count(voices.origins()) + (voices.origins() == 1 ? " origin" : " origins");
    }

    /** Who speaks and what they do: "Two articles, both relaying the Kremlin, say". */
    private static String clause(HeardClaims<?> voices, String plural, String singular) {
        boolean aside = voices.articles() > 1 && relayed(voices) != null;
        return subject(voices) + (aside ? ", " : " ") + verb(voices.articles(), plural, singular);
    }

    /** The one source that all relay. */
    private static @Nullable String relayed(HeardClaims<?> voices) {
        List<String> labels = voices.all().stream()
                .map(v -> v.claim().origin())
                .filter(Origin::named)
                .map(o -> o.name() != null ? o.name() : o.label())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return voices.origins() == 1 && !labels.isEmpty() ? withoutCapitalArticle(labels.get(labels.size() - 1)) : null;
    }

    private static String verb(int n, String plural, String singular) {
        return n == 1 ? singular : plural;
    }

    private static String count(int n) {
        return n < COUNTS.size() ? COUNTS.get(n) : String.valueOf(n);
    }

    private static String upper(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** A subject within a sentence: only its first word, a count or an article, loses the capital; names keep theirs. */
    private static String lower(String subject) {
        return Character.toLowerCase(subject.charAt(0)) + subject.substring(1);
    }

    private static String withoutCapitalArticle(String label) {
        return label.startsWith("A ") || label.startsWith("An ") || label.startsWith("The ") ? lower(label) : label;
    }

    private static List<String> quoted(HeardClaims<?> voices) {
        return voices.all().stream()
                .map(v -> "“" + v.claim().text().replaceAll("\\s+", " ").strip() + "”")
                .distinct()
                .sorted()
                .toList();
    }

    private static int wordingCount(HeardClaims<?> voices) {
        return quoted(voices).size();
    }

    private static String wordings(HeardClaims<?> voices) {
        return join(quoted(voices));
    }

    private static String join(List<String> parts) {
        return parts.size() <= 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
    }
}
