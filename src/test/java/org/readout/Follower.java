package org.readout;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What someone who only reads the feed makes of it. */
final class Follower {

    private final Map<String, Long> calls = new TreeMap<>();
    private final Set<String> articles = new TreeSet<>();
    private long seen;

    /** Takes a change; one that came before is passed by. */
    synchronized void take(JsonNode change) {
        long seq = change.path("seq").asLong();
        if (seq <= seen) {
            return;
        }
        seen = seq;
        String id = change.path("id").asString();
        String kind = change.path("kind").asString();
        switch (change.path("subject").asString()) {
            case "CALL" -> {
                if (Set.of("MERGED", "EMPTIED").contains(kind)) {
                    calls.remove(id);
                } else {
                    calls.put(id, change.path("version").asLong());
                }
            }
            case "SOURCE_ARTICLE" -> {
                if (kind.equals("WITHDRAWN")) {
                    articles.remove(id);
                } else {
                    articles.add(id);
                }
            }
            default -> {}
        }
    }

    synchronized long seen() {
        return seen;
    }

    /** The calls with their versions, and the articles. */
    synchronized String state() {
        return calls + " " + articles;
    }

    /** The same as the service lists it. */
    static String stateOf(Http http) {
        Follower store = new Follower();
        http.all("/api/v1/calls")
                .forEach(c -> store.calls.put(
                        c.path("id").asString(), c.path("version").asLong()));
        http.all("/api/v1/source-articles")
                .forEach(a -> store.articles.add(a.path("id").asString()));
        return store.state();
    }
}
