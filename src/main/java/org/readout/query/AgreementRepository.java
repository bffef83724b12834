package org.readout.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.readout.claim.Property;
import org.readout.query.AgreementStatistics.ByCountryPair;
import org.readout.query.AgreementStatistics.ByPublisher;
import org.readout.query.AgreementStatistics.OnProperty;
import org.readout.reconciliation.Rules;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Counts over many calls how far their reports agree. */
@Service
class AgreementRepository {

    private static final String COMPARED = "coalesce(bool_or(o ~ ':(AGREE|COMPATIBLE|CONFLICT)$'), false)";
    private static final String CONFLICT = "coalesce(bool_or(o ~ ':CONFLICT$'), false)";

    private final NamedParameterJdbcTemplate jdbc;

    AgreementRepository(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts the calls of the filter, all of one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    AgreementStatistics count(CallFilter filter) {
        String calls = "with f as materialized (select c.outcomes, c.dissent, c.publishers, c.countries, "
                + "(select " + COMPARED + " from unnest(c.outcomes) o) as compared, "
                + "(select " + CONFLICT + " from unnest(c.outcomes) o) as conflict " + filter.from() + ") ";
        Map<String, Object> bound = filter.bound();
        long[] total = jdbc.query(
                        calls
                                + "select count(*), count(*) filter (where compared), count(*) filter (where conflict) from f",
                        bound,
                        (rs, row) -> new long[] {rs.getLong(1), rs.getLong(2), rs.getLong(3)})
                .get(0);
        return new AgreementStatistics(
                total[0],
                total[1],
                total[2],
                AgreementView.share(total[2], total[1]),
                properties(calls, bound),
                publishers(calls, bound),
                pairs(calls, bound));
    }

    private List<OnProperty> properties(String calls, Map<String, Object> bound) {
        Map<String, OnProperty> found = new HashMap<>();
        jdbc.query(calls + """
                        select split_part(o, ':', 1),
                               count(*) filter (where o !~ ':NOT_STATED$'),
                               count(*) filter (where o ~ ':SINGLE$'),
                               count(*) filter (where o ~ ':AGREE$'),
                               count(*) filter (where o ~ ':COMPATIBLE$'),
                               count(*) filter (where o ~ ':CONFLICT$'),
                               count(*) filter (where o ~ ':ADJUDICATED$')
                        from f, unnest(f.outcomes) o group by 1
                        """, bound, rs -> {
            long conflict = rs.getLong(6);
            found.put(
                    rs.getString(1),
                    new OnProperty(
                            Property.named(rs.getString(1)).orElseThrow().field(),
                            rs.getLong(2),
                            rs.getLong(3),
                            rs.getLong(4),
                            rs.getLong(5),
                            conflict,
                            rs.getLong(7),
                            AgreementView.share(conflict, rs.getLong(4) + rs.getLong(5) + conflict)));
        });
        return Rules.all().stream()
                .map(p -> found.getOrDefault(p.name(), new OnProperty(p.field(), 0, 0, 0, 0, 0, 0, null)))
                .toList();
    }

    private List<ByPublisher> publishers(String calls, Map<String, Object> bound) {
        return jdbc.query(
                calls + """
                        select p, count(*), count(*) filter (where exists (
                                 select 1 from unnest(f.dissent) d where substr(d, position(':' in d) + 1) = p))
                        from f, unnest(f.publishers) p group by p order by 2 desc, 1 limit 100
                        """,
                bound,
                (rs, row) -> new ByPublisher(
                        rs.getString(1),
                        rs.getLong(2),
                        rs.getLong(3),
                        AgreementView.share(rs.getLong(3), rs.getLong(2))));
    }

    private List<ByCountryPair> pairs(String calls, Map<String, Object> bound) {
        return jdbc.query(
                calls + """
                        select a, b, count(*), count(*) filter (where compared), count(*) filter (where conflict)
                        from f, unnest(f.countries) a, unnest(f.countries) b where a < b
                        group by a, b order by 3 desc, 1, 2 limit 100
                        """,
                bound,
                (rs, row) -> new ByCountryPair(
                        List.of(rs.getString(1), rs.getString(2)),
                        rs.getLong(3),
                        rs.getLong(4),
                        rs.getLong(5),
                        AgreementView.share(rs.getLong(5), rs.getLong(4))));
    }
}
