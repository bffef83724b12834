package org.readout.report;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Report;

/**
 * An article and what it says.
 *
 * @param articleId the article's id
 * @param published the day of publication
 * @param reports what it says of each call, in the order of its text
 */
public record ReportedArticle(UUID articleId, @Nullable LocalDate published, List<Report> reports) {}
