package org.readout.extraction;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.PublishedBasis;
import org.readout.claim.Report;

/**
 * What a text gives.
 *
 * @param published the day of publication, given or read
 * @param basis where that day comes from
 * @param externalIds ids that agencies put into the text
 * @param reports one for each call it tells of, in the order of the text
 */
public record Reading(
        @Nullable LocalDate published, PublishedBasis basis, List<String> externalIds, List<Report> reports) {}
