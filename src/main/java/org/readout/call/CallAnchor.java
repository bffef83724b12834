package org.readout.call;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a call is found again when reports come: the people, and the days that made it.
 *
 * @param people the people who took part, as one id
 * @param first the first of the days that its reports give; null where none gives one
 * @param last the last of them
 */
record CallAnchor(
        UUID people, @Nullable LocalDate first, @Nullable LocalDate last) {}
