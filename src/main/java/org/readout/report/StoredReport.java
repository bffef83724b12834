package org.readout.report;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Report;
import org.readout.grouping.Grouping;

/** What one article says about one call; which call that is can change as other reports come and go. */
public interface StoredReport {

    UUID id();

    UUID articleId();

    /** Its place among the reports of its article, from 0. */
    int position();

    /** The people it puts on the call, as one id. */
    UUID people();

    @Nullable
    LocalDate publishedOn();

    /** The call it tells of; none before it was first grouped. */
    @Nullable
    UUID callId();

    /** The call it tells of, once grouped. */
    UUID call();

    /** Says which call it tells of, before it is entered. */
    void moveTo(UUID call);

    /** What grouping needs to know of it. */
    Grouping.Item item();

    Report report();
}
