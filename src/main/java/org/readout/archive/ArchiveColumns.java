package org.readout.archive;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the database says of its tables. */
@Component
class ArchiveColumns {

    private final JdbcTemplate jdbc;

    ArchiveColumns(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns that are not computed from others, separated by commas. */
    String of(ArchivedTable table) {
        return list(
                "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = cast(? as regclass) and attnum > 0 and not attisdropped and attgenerated = ''",
                table);
    }

    /** The columns of the primary key. */
    String key(ArchivedTable table) {
        return list(
                "select string_agg(quote_ident(attname), ', ' order by array_position(cast(indkey as smallint[]), attnum)) from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey) where indrelid = cast(? as regclass) and indisprimary",
                table);
    }

    private String list(String query, ArchivedTable table) {
        return String.valueOf(jdbc.queryForObject(query, String.class, table.word()));
    }
}
