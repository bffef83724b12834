package org.readout.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.readout.claim.Words;
import org.readout.reconciliation.CallRecord;
import org.readout.reconciliation.StatementCluster;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person ruled to be no statement of a call; the ruling outlives every reconciling. */
@Service
public class StatementRemovals {

    private final JdbcTemplate jdbc;

    StatementRemovals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Rules out a statement of the call in all these wordings. */
    @Transactional
    public void remove(UUID callId, List<String> wordings) {
        wordings.forEach(w -> jdbc.update(
                "insert into statement_removal (call_id, wording) values (?, ?) on conflict do nothing",
                callId,
                hash(w)));
    }

    CallRecord without(UUID callId, CallRecord record) {
        Set<String> removed = new HashSet<>(jdbc.query(
                "select wording from statement_removal where call_id = ?",
                (rs, row) -> HexFormat.of().formatHex(rs.getBytes(1)),
                callId));
        if (removed.isEmpty()) {
            return record;
        }
        return record.withStatements(
                record.statements().stream().filter(s -> !isRemoved(s, removed)).toList());
    }

    private static boolean isRemoved(StatementCluster statement, Set<String> removed) {
        return statement.variants().stream()
                .anyMatch(v -> removed.contains(HexFormat.of().formatHex(hash(v.text()))));
    }

    private static byte[] hash(String wording) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(Words.fold(wording).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
