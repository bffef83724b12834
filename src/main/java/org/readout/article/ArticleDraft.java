package org.readout.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;

/**
 * An article as a caller gives it.
 *
 * @param text the text, null when only reports are given
 * @param givenReports the reports the caller read, as JSON
 * @param publishedOn the day of publication, where given
 * @param publishedTime the time of publication, where given
 */
public record ArticleDraft(
        @Nullable String text,
        @Nullable String givenReports,
        @Nullable String url,
        @Nullable String publisher,
        @Nullable String title,
        @Nullable String language,
        ArticleKind kind,
        @Nullable LocalDate publishedOn,
        @Nullable Instant publishedTime,
        List<String> externalIds) {

    /** SHA-256 of what makes two postings the same article: text, reports, url, publisher, time of publication. */
    public byte[] identity() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : new Object[] {text, givenReports, url, publisher, publishedOn, publishedTime}) {
                byte[] bytes = part == null ? new byte[0] : part.toString().getBytes(StandardCharsets.UTF_8);
                digest.update((part == null ? "-" : bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
