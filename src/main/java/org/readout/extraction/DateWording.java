package org.readout.extraction;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.extraction.date.DateFound;
import org.readout.extraction.date.DateReader;
import org.readout.extraction.language.Language;
import org.readout.extraction.text.TokenizedText;

/** Reads a wording of a date on its own, as a caller gives it. */
public final class DateWording {

    private DateWording() {}

    /**
     * What the words mean as seen from the day of publication.
     *
     * @param wording EDTF, or words such as "on Friday", "15 November"
     * @param published the day of publication, null when unknown; a weekday then stays open
     * @return empty when the words are no date, or none that can be resolved
     */
    public static Optional<CallDate> read(String wording, @Nullable LocalDate published) {
        Optional<CallDate> edtf = CallDate.parse(wording.strip());
        if (edtf.isPresent()) {
            return edtf;
        }
        TokenizedText text = TokenizedText.of("in " + wording, Language.ENGLISH);
        return DateReader.find(text, published).stream()
                .filter(r -> r.from() <= 2 && r.to() == text.size())
                .map(DateFound::value)
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }
}
