package org.readout.leader;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.names.NameIndex;

/** A leader as the API shows it. */
@Schema(name = "Leader", description = "A person who holds or held an office")
public record LeaderView(
        @Schema(description = "Readable slug", example = "olaf-scholz")
        String id,

        @Schema(description = "The usual name", example = "Olaf Scholz")
        String name,

        @Schema(description = "Wikidata id", example = "Q61053") @Nullable
        String wikidataId,

        @Schema(description = "Name in its own script", example = "Olaf Scholz") @Nullable
        String nativeName,

        @Schema(description = "Other spellings of the name", example = "[\"Scholz\",\"Olaf Schulz\"]")
        List<String> names,

        @Schema(description = "Times in office, in no order")
        List<TermView> terms,

        @Schema(description = "Whether a person changed it; a reload of the registry passes it by")
        boolean corrected,

        @Schema(description = "Grows with every change, and is its ETag", example = "0")
        long version,

        Instant createdAt,
        Instant updatedAt,

        @Schema(description = "In what its name is like the q asked for; null without q") @Nullable
        MatchView match) {

    /** How well a leader answers a name asked for. */
    @Schema(name = "NameMatch", description = "In what a leader's name is like the one asked for")
    public record MatchView(
            @Schema(description = "From 0 to 1; 1 for the same words or an id", example = "0.97")
            double score,

            @Schema(
                    description =
                            "ID; NAME: the same words; WORD_ORDER: in another order; TRANSLITERATION: in other letters; PART_OF_NAME: all words asked for are among the name's; LIKENESS: words like them",
                    example = "TRANSLITERATION")
            NameIndex.Reason reason,

            @Schema(description = "The spelling that is like it", example = "Putin")
            String name) {}

    /** A time in office. */
    @Schema(name = "Term", description = "A time in office; its ends are EDTF dates")
    public record TermView(
            @Schema(description = "ISO 3166-1 alpha-2 code, or the code of an organisation", example = "DE")
            String country,

            @Schema(description = "The office", example = "CHANCELLOR")
            String office,

            @Schema(description = "The office's title in English", example = "Federal Chancellor") @Nullable
            String title,

            @Schema(description = "First day, month or year; null when unknown", example = "2021-12-08") @Nullable
            String start,

            @Schema(description = "Last day, month or year; null while in office", example = "2025-05-06") @Nullable
            String end,

            @Schema(description = "Where this is from", example = "wikidata-2025")
            String source) {}

    static LeaderView of(Leader leader) {
        return of(leader, null);
    }

    static LeaderView of(LeaderFinder.Found found) {
        NameIndex.Match m = found.match();
        return of(found.leader(), new MatchView(m.score(), m.reason(), m.spelling()));
    }

    private static LeaderView of(Leader leader, @Nullable MatchView match) {
        LeaderFacts f = leader.facts();
        return new LeaderView(
                f.id(),
                f.name(),
                f.wikidataId(),
                f.nativeName(),
                f.spellings(),
                f.terms().stream()
                        .map(t -> new TermView(t.country(), t.office(), t.title(), t.start(), t.end(), t.source()))
                        .toList(),
                leader.corrected(),
                leader.version(),
                leader.createdAt(),
                leader.updatedAt(),
                match);
    }
}
