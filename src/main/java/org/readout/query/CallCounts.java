package org.readout.query;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/** Counts calls by what they have in common. */
@Repository
class CallCounts {

    private final NamedParameterJdbcTemplate jdbc;

    CallCounts(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts the calls of a filter, all of one moment.
     *
     * @param asked the parameters of the filter, which the links repeat
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    CallStatistics count(CallFilter filter, List<Dimension> by, UriComponentsBuilder asked, int most) {
        Map<String, Object> bound = filter.bound();
        String calls = "with f as materialized (select c.* " + filter.from() + ") ";
        Long total = jdbc.queryForObject(calls + "select count(*) from f", bound, Long.class);
        String arrays = by.stream().map(Dimension::array).collect(Collectors.joining(", "));
        String joins = by.stream().map(Dimension::join).collect(Collectors.joining(" "));
        List<CallStatistics.Group> groups = jdbc.query(
                calls + "select count(*), min(c.date_earliest), max(c.date_latest), " + arrays + " from f c " + joins
                        + by.stream()
                                .map(d -> "cardinality(" + d.array() + ") > 0")
                                .collect(Collectors.joining(" and ", " where ", ""))
                        + " group by " + arrays + " order by 1 desc, " + arrays + " limit " + most,
                bound,
                (rs, row) -> group(rs, by, asked));
        return new CallStatistics(by, Objects.requireNonNullElse(total, 0L), groups);
    }

    private static CallStatistics.Group group(ResultSet rs, List<Dimension> by, UriComponentsBuilder asked)
            throws SQLException {
        Map<String, List<String>> key = new LinkedHashMap<>();
        UriComponentsBuilder link = asked.cloneBuilder();
        for (int i = 0; i < by.size(); i++) {
            List<String> values = strings(rs.getArray(4 + i));
            key.put(by.get(i).name().toLowerCase(Locale.ROOT), values);
            link = by.get(i).narrow(link, values);
        }
        return new CallStatistics.Group(
                key,
                rs.getLong(1),
                rs.getObject(2, LocalDate.class),
                rs.getObject(3, LocalDate.class),
                link.encode().build().toUriString());
    }

    private static List<String> strings(Array array) throws SQLException {
        List<String> out = new ArrayList<>();
        for (Object value : (Object[]) array.getArray()) {
            out.add((String) value);
        }
        return out;
    }
}
