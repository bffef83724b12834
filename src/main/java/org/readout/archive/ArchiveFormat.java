package org.readout.archive;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The lines of an archive: {@code {"archive":1,"schema":…,"at":…}}, then {@code {"table":…,"row":{…}}} for each row, then
 * {@code {"rows":…}}.
 */
@Component
class ArchiveFormat {

    static final String TABLE = "table";
    static final String ROW = "row";
    static final String ROWS = "rows";
    private static final String ARCHIVE = "archive";
    private static final String SCHEMA = "schema";
    private static final int VERSION = 1;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    ArchiveFormat(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The version of the database's schema. */
    private String schema() {
        return String.valueOf(jdbc.queryForObject(
                "select max(cast(version as integer)) from flyway_schema_history where success", Integer.class));
    }

    String header(String at) {
        ObjectNode header = json.createObjectNode();
        header.put(ARCHIVE, VERSION).put(SCHEMA, schema()).put("at", at);
        return header.toString();
    }

    String end(long rows) {
        return json.createObjectNode().put(ROWS, rows).toString();
    }

    /** What is wrong with the first line of an archive; null where it can be taken. */
    @Nullable
    String fault(@Nullable JsonNode header) {
        if (header == null || header.path(ARCHIVE).asInt(0) != VERSION) {
            return "does not begin with the header of an archive";
        }
        String theirs = header.path(SCHEMA).asString("");
        return theirs.equals(schema())
                ? null
                : "is of schema " + theirs + ", and this store of schema " + schema()
                        + ": bring it into a service of the version that wrote it, and start the new version on that";
    }
}
