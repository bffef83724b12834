package org.readout.extraction;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.PublishedBasis;
import org.readout.claim.Report;
import org.readout.claim.Warning;

/**
 * What a text gives.
 *
 * @param published the day of publication, given or read
 * @param basis where that day comes from
 * @param externalIds ids that agencies put into the text
 * @param reports one for each call it tells of, in the order of the text
 * @param warnings why it may tell of less than it says
 */
public record Reading(
        @Nullable LocalDate published,
        PublishedBasis basis,
        List<String> externalIds,
        List<Report> reports,
        Set<Warning> warnings) {

    /** The same with other reports. */
    public Reading with(List<Report> others) {
        return new Reading(published, basis, externalIds, others, warnings);
    }

    /** The same with one more warning. */
    public Reading with(Warning more) {
        Set<Warning> all = EnumSet.of(more);
        all.addAll(warnings);
        return new Reading(published, basis, externalIds, reports, all);
    }
}
