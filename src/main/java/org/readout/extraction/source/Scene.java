package org.readout.extraction.source;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.Person;

/**
 * A text and what is known of it before calls, sources and sayings are looked for.
 *
 * @param text its words and sentences
 * @param mentions whom it names, and where
 * @param quotations what stands in quotation marks, and who is quoted
 * @param day the day of its publication; null where nothing tells
 * @param issuer the leader whose office issued it; null for any other text
 * @param readout whether it is an official readout
 * @param titled what its headline says
 */
public record Scene(
        TokenizedText text,
        MentionIndex mentions,
        Quotations quotations,
        @Nullable LocalDate day,
        @Nullable Person issuer,
        boolean readout,
        Titled titled) {}
