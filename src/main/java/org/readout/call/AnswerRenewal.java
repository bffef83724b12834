package org.readout.call;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.readout.platform.Times;
import org.readout.platform.Worker;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the answers anew that are kept in another form than today's, as they are after an update of the service. Meanwhile
 * they are made whenever they are asked for.
 */
@Component
class AnswerRenewal extends Worker {

    private static final int AT_A_TIME = 100;
    private static final Duration LOOK_EVERY = Duration.ofHours(1);

    /** Together: {@code is distinct from ?}, each in the order of an index. */
    private static final List<String> OTHER_FORM =
            List.of("answer_form is null and ? is not null", "answer_form < ?", "answer_form > ?");

    private final CallAnswers answers;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    AnswerRenewal(CallAnswers answers, JdbcTemplate jdbc, TransactionTemplate transaction) {
        super("answers", 1, LOOK_EVERY);
        this.answers = answers;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Makes some answers anew; false where none is left. Rows that others work on get theirs from them. */
    @Override
    protected boolean step() {
        return OTHER_FORM.stream()
                .anyMatch(condition -> Objects.requireNonNull(transaction.execute(status -> renew(condition))));
    }

    private boolean renew(String otherForm) {
        int form = answers.form();
        List<Object[]> made = jdbc.query(
                "select id, version, created_at, updated_at, cast(record as text) as record from call_record where record is not null and "
                        + otherForm + " limit " + AT_A_TIME + " for update skip locked",
                (rs, row) -> {
                    UUID id = rs.getObject("id", UUID.class);
                    return new Object[] {
                        answers.json(
                                id,
                                rs.getLong("version"),
                                Objects.requireNonNull(Times.of(rs, "created_at")),
                                Objects.requireNonNull(Times.of(rs, "updated_at")),
                                Settled.of(rs.getString("record"))),
                        form,
                        id
                    };
                },
                form);
        jdbc.batchUpdate("update call_record set answer = ?, answer_form = ? where id = ?", made);
        return !made.isEmpty();
    }
}
