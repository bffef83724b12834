package org.readout.intake;

import org.jspecify.annotations.Nullable;
import org.readout.extraction.Reading;
import org.springframework.stereotype.Component;

/** Reads texts that are not to be stored. */
@Component
public class TextTrial {

    private final DraftReader reader;

    TextTrial(DraftReader reader) {
        this.reader = reader;
    }

    /**
     * What a text would give.
     *
     * @throws org.readout.platform.InvalidInput naming what cannot be taken
     */
    public Reading read(String text, @Nullable String publisher, @Nullable String publishedAt) {
        return reader.read(
                Drafts.of(new ArticleCommand(text, null, publisher, null, publishedAt, null, null, null, null), null)
                        .orThrow());
    }
}
