package org.readout.intake;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.readout.article.ArticleDraft;
import org.readout.extraction.Reading;

/**
 * An article of several that came together, once it has been read.
 *
 * @param place its place among them
 * @param changes how often what is known of people had been changed when it was read
 */
record ReadDraft(int place, ArticleDraft draft, Reading reading, long changes) {

    /** What it bears on: itself, its page, and the calls of the people whom it names. */
    Set<Object> bearing() {
        Set<Object> out = new HashSet<>();
        out.add(ByteBuffer.wrap(draft.identity()));
        if (draft.url() != null) {
            out.add(draft.url());
        }
        reading.reports().forEach(r -> out.add(r.participants().id()));
        return out;
    }
}
