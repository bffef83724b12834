package org.readout.article;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;
import org.readout.claim.Warning;

/** Which articles a caller asks for; each part narrows the others. */
public record ArticleQuery(
        @Parameter(example = "MENAFN") @Nullable String publisher,
        @Nullable ArticleKind kind,

        @Parameter(description = "Published on this day, month or year (EDTF) or later", example = "2024-11") @Nullable
        String from,

        @Parameter(description = "Published on this day, month or year (EDTF) or before", example = "2024-11-30")
        @Nullable
        String to,

        @Parameter(description = "Words of title and text", example = "\"phone call\"") @Nullable
        String q,

        @Parameter(example = "https://example.org/news/1") @Nullable
        String url,

        @Parameter(description = "Articles that may tell of less than they say, for this reason") @Nullable
        Warning warning) {}
