package org.readout.call;

import java.time.Instant;
import java.util.UUID;

/** What a call's record looks like to those who ask for it; the side that answers them says so. */
public interface CallAnswers {

    /** The answer to a GET of a call, as JSON. */
    String json(UUID callId, long version, Instant createdAt, Instant updatedAt, Settled settled);

    /** A number that differs where answers have other properties than before: what is kept in another form is made anew. */
    int form();
}
