package org.readout.leader;

import io.swagger.v3.oas.annotations.media.Schema;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.Words;
import org.readout.platform.Checked;
import org.readout.platform.InputError;

/** What a person says of a leader. */
@Schema(name = "LeaderInput", description = "What is to be known of a leader")
record LeaderCommand(
        @Schema(
                maxLength = 120,
                description = "Readable slug; made from the name when left out",
                example = "olaf-scholz")
        @Nullable
        String id,

        @Schema(
                maxLength = 200,
                description = "The usual name",
                example = "Olaf Scholz",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String name,

        @Schema(maxLength = 13, description = "Wikidata id", example = "Q61053") @Nullable
        String wikidataId,

        @Schema(maxLength = 200, description = "Name in its own script") @Nullable
        String nativeName,

        @Schema(description = "Other spellings of the name", example = "[\"Scholz\"]") @Nullable
        List<@Nullable String> names,

        @Schema(description = "Times in office") @Nullable List<@Nullable TermCommand> terms) {

    /** A time in office. */
    @Schema(name = "TermInput", description = "A time in office")
    record TermCommand(
            @Schema(
                    maxLength = 40,
                    description = "ISO 3166-1 alpha-2 code, or the code of an organisation",
                    example = "DE",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String country,

            @Schema(
                    maxLength = 40,
                    description = "The office",
                    example = "CHANCELLOR",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String office,

            @Schema(maxLength = 300, description = "The office's title in English", example = "Federal Chancellor")
            @Nullable
            String title,

            @Schema(maxLength = 40, description = "First day, month or year (EDTF)", example = "2021-12-08") @Nullable
            String start,

            @Schema(maxLength = 40, description = "Last day, month or year (EDTF)", example = "2025-05-06") @Nullable
            String end,

            @Schema(maxLength = 300, description = "Where this is from", example = "Bundestag") @Nullable
            String source) {}

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern WIKIDATA = Pattern.compile("Q[1-9][0-9]{0,11}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{1,39}");
    private static final int LONGEST = 200;
    private static final int MOST = 200;

    /** What would have to be said to make the leader what it is. */
    static LeaderCommand of(LeaderFacts f) {
        return new LeaderCommand(
                f.id(),
                f.name(),
                f.wikidataId(),
                f.nativeName(),
                List.copyOf(f.spellings()),
                f.terms().stream()
                        .map(t -> new TermCommand(t.country(), t.office(), t.title(), t.start(), t.end(), t.source()))
                        .toList());
    }

    /** The facts, checked; {@code id} is the one of the path when there is one. */
    Checked<LeaderFacts> facts(@Nullable String pathId) {
        List<InputError> errors = new ArrayList<>();
        String slug = pathId != null ? pathId : id != null ? id : slug(name);
        if (pathId != null && id != null && !id.equals(pathId)) {
            errors.add(InputError.field("/id", "is not the id of the path"));
        }
        if (!SLUG.matcher(slug).matches() || slug.length() > 120) {
            errors.add(
                    InputError.field("/id", "is not a slug of lower-case letters, digits and hyphens (at most 120)"));
        }
        text(errors, "/name", name, true);
        text(errors, "/nativeName", nativeName, false);
        if (wikidataId != null && !WIKIDATA.matcher(wikidataId).matches()) {
            errors.add(InputError.field("/wikidataId", "is not a Wikidata id"));
        }
        List<String> spellings = new ArrayList<>();
        List<@Nullable String> given = names == null ? List.of() : names;
        for (int i = 0; i < given.size(); i++) {
            text(errors, "/names/" + i, given.get(i), true);
            spellings.add(Objects.requireNonNullElse(given.get(i), ""));
        }
        List<TermFacts> facts = new ArrayList<>();
        List<@Nullable TermCommand> givenTerms = terms == null ? List.of() : terms;
        for (int i = 0; i < givenTerms.size(); i++) {
            term(errors, "/terms/" + i, givenTerms.get(i), facts);
        }
        if (given.size() > MOST || givenTerms.size() > MOST) {
            errors.add(
                    InputError.field(given.size() > MOST ? "/names" : "/terms", "has more than " + MOST + " entries"));
        }
        return Checked.of(
                name == null
                        ? null
                        : new LeaderFacts(
                                slug,
                                name,
                                wikidataId,
                                nativeName,
                                spellings.stream().distinct().toList(),
                                facts),
                errors);
    }

    private static void term(List<InputError> errors, String at, @Nullable TermCommand term, List<TermFacts> facts) {
        if (term == null) {
            errors.add(InputError.field(at, "is null"));
            return;
        }
        code(errors, at + "/country", term.country());
        code(errors, at + "/office", term.office());
        text(errors, at + "/title", term.title(), false);
        text(errors, at + "/source", term.source(), false);
        edtf(errors, at + "/start", term.start());
        edtf(errors, at + "/end", term.end());
        TermFacts f = new TermFacts(
                Objects.requireNonNullElse(term.country(), ""),
                Objects.requireNonNullElse(term.office(), ""),
                term.title(),
                term.start(),
                term.end(),
                Objects.requireNonNullElse(term.source(), "api"));
        LocalDate first = f.firstDay();
        LocalDate last = f.lastDay();
        if (first != null && last != null && last.isBefore(first)) {
            errors.add(InputError.field(at + "/end", "is before the start"));
        }
        facts.add(f);
    }

    private static void code(List<InputError> errors, String at, @Nullable String value) {
        if (value == null || !CODE.matcher(value).matches()) {
            errors.add(InputError.field(at, value == null ? "is missing" : "is not a code in capitals"));
        }
    }

    private static void edtf(List<InputError> errors, String at, @Nullable String value) {
        if (value != null && (value.length() > 40 || CallDate.parse(value).isEmpty())) {
            errors.add(InputError.field(at, "is not an EDTF date (YYYY, YYYY-MM or YYYY-MM-DD)"));
        }
    }

    private static void text(List<InputError> errors, String at, @Nullable String value, boolean required) {
        if (value == null) {
            if (required) {
                errors.add(InputError.field(at, "is missing"));
            }
        } else if (value.isBlank()) {
            errors.add(InputError.field(at, "is empty"));
        } else if (value.length() > LONGEST) {
            errors.add(InputError.field(at, "is longer than " + LONGEST + " characters"));
        }
    }

    private static String slug(@Nullable String name) {
        String plain = name == null ? "" : Normalizer.normalize(name, Normalizer.Form.NFKD);
        return Words.fold(plain).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
