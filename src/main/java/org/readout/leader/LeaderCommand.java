package org.readout.leader;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.Words;
import org.readout.platform.Bounds;
import org.readout.platform.Checked;
import org.readout.platform.Constraints;
import org.readout.platform.Filled;
import org.readout.platform.InputError;

/** What a person says of a leader. */
@Schema(name = "LeaderInput", description = "What is to be known of a leader")
record LeaderCommand(
        @Schema(description = "Readable slug; made from the name when left out", example = "olaf-scholz")
        @Size(max = LONGEST_SLUG)
        @Pattern(regexp = SLUG, message = NO_SLUG)
        @Nullable
        String id,

        @Schema(description = "The usual name", example = "Olaf Scholz")
        @NotNull
        @Filled
        @Size(max = Bounds.NAME)
        @Nullable
        String name,

        @Schema(description = "Wikidata id", example = "Q61053")
        @Size(max = 13)
        @Pattern(regexp = "^Q[1-9][0-9]{0,11}$", message = "is not a Wikidata id")
        @Nullable
        String wikidataId,

        @Schema(description = "Name in its own script") @Filled @Size(max = Bounds.NAME) @Nullable
        String nativeName,

        @Schema(description = "Other spellings of the name", example = "[\"Scholz\"]")
        @Size(max = Bounds.ENTRIES, message = Bounds.TOO_MANY)
        @Nullable
        List<@NotNull @Filled @Size(max = Bounds.NAME) @Nullable String> names,

        @Schema(description = "Times in office") @Size(max = Bounds.ENTRIES, message = Bounds.TOO_MANY) @Nullable
        List<@NotNull @Valid @Nullable TermCommand> terms) {

    private static final int LONGEST_SLUG = 120;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_CODE = 40;
    private static final String SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$";
    private static final String NO_SLUG = "is not a slug of lower-case letters, digits and hyphens";
    private static final String CODE = "^[A-Z][A-Z_]{1,39}$";
    private static final String NO_CODE = "is not a code in capitals";

    /** A time in office. */
    @Schema(name = "TermInput", description = "A time in office")
    record TermCommand(
            @Schema(description = "ISO 3166-1 alpha-2 code, or the code of an organisation", example = "DE")
            @NotNull
            @Size(max = LONGEST_CODE)
            @Pattern(regexp = CODE, message = NO_CODE)
            @Nullable
            String country,

            @Schema(description = "The office", example = "CHANCELLOR")
            @NotNull
            @Size(max = LONGEST_CODE)
            @Pattern(regexp = CODE, message = NO_CODE)
            @Nullable
            String office,

            @Schema(description = "The office's title in English", example = "Federal Chancellor")
            @Filled
            @Size(max = LONGEST_TITLE)
            @Nullable
            String title,

            @Schema(description = "First day, month or year (EDTF)", example = "2021-12-08")
            @Size(max = LONGEST_CODE)
            @Nullable
            String start,

            @Schema(description = "Last day, month or year (EDTF)", example = "2025-05-06")
            @Size(max = LONGEST_CODE)
            @Nullable
            String end,

            @Schema(description = "Where this is from", example = "Bundestag")
            @Filled
            @Size(max = LONGEST_TITLE)
            @Nullable
            String source) {

        private void faults(List<InputError> errors, String at) {
            edtf(errors, at + "/start", start);
            edtf(errors, at + "/end", end);
            LocalDate first = facts().firstDay();
            LocalDate last = facts().lastDay();
            if (first != null && last != null && last.isBefore(first)) {
                errors.add(InputError.field(at + "/end", "is before the start"));
            }
        }

        private static void edtf(List<InputError> errors, String at, @Nullable String value) {
            if (value != null
                    && value.length() <= LONGEST_CODE
                    && CallDate.parse(value).isEmpty()) {
                errors.add(InputError.field(at, "is not an EDTF date (YYYY, YYYY-MM or YYYY-MM-DD)"));
            }
        }

        private TermFacts facts() {
            return new TermFacts(
                    Objects.requireNonNullElse(country, ""),
                    Objects.requireNonNullElse(office, ""),
                    title,
                    start,
                    end,
                    Objects.requireNonNullElse(source, "api"));
        }
    }

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
        List<InputError> errors = new ArrayList<>(Constraints.faults(this, ""));
        String slug = pathId != null ? pathId : id != null ? id : slug(name);
        if (pathId != null && id != null && !id.equals(pathId)) {
            errors.add(InputError.field("/id", "is not the id of the path"));
        } else if (errors.isEmpty() && (!slug.matches(SLUG) || slug.length() > LONGEST_SLUG)) {
            errors.add(InputError.field("/id", NO_SLUG));
        }
        for (int i = 0; terms != null && i < terms.size(); i++) {
            TermCommand term = terms.get(i);
            if (term != null) {
                term.faults(errors, "/terms/" + i);
            }
        }
        return errors.isEmpty() ? Checked.of(known(slug), errors) : Checked.of(null, errors);
    }

    private LeaderFacts known(String slug) {
        return new LeaderFacts(
                slug,
                Objects.requireNonNull(name),
                wikidataId,
                nativeName,
                all(names).stream().distinct().toList(),
                all(terms).stream().map(TermCommand::facts).toList());
    }

    private static <T> List<T> all(@Nullable List<@Nullable T> given) {
        return given == null
                ? List.of()
                : given.stream().map(Objects::requireNonNull).toList();
    }

    private static String slug(@Nullable String name) {
        String plain = name == null ? "" : Normalizer.normalize(name, Normalizer.Form.NFKD);
        return Words.fold(plain).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
