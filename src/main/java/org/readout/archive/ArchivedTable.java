package org.readout.archive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an archive holds. Keys, webhooks, feeds and work under way belong to an installation and stay there. */
enum ArchivedTable {
    POLITY,
    LEADER,
    LEADER_NAME,
    LEADER_TERM,
    LEADER_REVISION,
    SOURCE_ARTICLE,
    NEAR_COPY,
    PEOPLE_BAND,
    CALL_RECORD,
    CALL_REVISION,
    CALL_ARTICLE,
    REPORT,
    STATEMENT,
    DECISION,
    DECISION_REPORT,
    CHANGE;

    /** Its name in the database and in archives. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is filled before anything is posted. */
    boolean isRegistry() {
        return compareTo(LEADER_REVISION) <= 0;
    }

    static Optional<ArchivedTable> of(String word) {
        return Arrays.stream(values()).filter(t -> t.word().equals(word)).findFirst();
    }
}
