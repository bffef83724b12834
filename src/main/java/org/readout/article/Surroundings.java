package org.readout.article;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.PublishedBasis;
import org.readout.claim.Warning;

/**
 * What reading found around a text.
 *
 * @param published the day of publication
 * @param basis where that is from
 * @param externalIds ids that agencies put into the text
 * @param warnings why it may tell of less than it says
 */
public record Surroundings(
        @Nullable LocalDate published, PublishedBasis basis, List<String> externalIds, Collection<Warning> warnings) {}
