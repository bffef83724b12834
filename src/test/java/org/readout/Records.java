package org.readout;

import java.util.List;

/** Calls as they can be compared between stores. */
public final class Records {

    private static final String CALLS = "/api/v1/calls";

    private Records() {}

    /** The calls without what depends on when they were stored, each with how its values were found. */
    public static List<String> of(Http http) {
        return http.all(CALLS).stream()
                .map(c -> c + " "
                        + http.get(CALLS + "/" + c.path("id").asString() + "/reconciliation")
                                .body())
                .map(s -> s.replaceAll("\"(id|callId|articleId|reportId|createdAt|updatedAt)\":(\"[^\"]*\"|null)", "")
                        .replaceAll("\"key\":\"article:[^\"]*\"", "")
                        .replaceAll("\"version\":\\d+", "")
                        .replaceAll("But call [0-9a-f-]+ of", "But a call of"))
                .sorted()
                .toList();
    }
}
