package org.readout.extraction;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;

/**
 * A text to read, with what is known of it.
 *
 * @param text the text as published
 * @param title its headline
 * @param publisher who published it
 * @param published the day of publication, where it was given
 * @param kind what sort of publication it is
 */
public record ArticleText(
        String text,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable LocalDate published,
        @Nullable ArticleKind kind) {}
