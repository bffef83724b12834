package org.readout.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.readout.delivery.CloudEvent;
import org.readout.feed.Change;
import org.readout.feed.Feed;
import org.readout.platform.Awaited;
import org.readout.platform.Worker;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends changes to their topic in their order, keyed by what changed. The database remembers how far they have gone, so
 * that none is left out; after a crash some go again under the same id.
 */
final class ChangeTopic extends Worker {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int AT_A_TIME = 500;

    private final KafkaTopics topics;
    private final Feed feed;
    private final KafkaTemplate<byte[], byte[]> template;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    ChangeTopic(
            KafkaTopics topics,
            Feed feed,
            KafkaTemplate<byte[], byte[]> template,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            JsonMapper json) {
        super("change-topic", 1, LOOK_EVERY);
        this.topics = topics;
        this.feed = feed;
        this.template = template;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
    }

    /** Sends what is due; false where nothing is, or another instance is sending. */
    @Override
    protected boolean step() {
        return Objects.requireNonNull(transaction.execute(status ->
                jdbc.queryForList("select last_seq from change_topic for update skip locked", Long.class).stream()
                        .anyMatch(this::sendAfter)));
    }

    private boolean sendAfter(long seq) {
        List<Change> due = feed.list(seq, null, null, null, AT_A_TIME);
        List<Future<?>> sent = new ArrayList<>();
        due.forEach(change -> sent.add(template.send(event(change))));
        sent.forEach(Awaited::of);
        if (!due.isEmpty()) {
            jdbc.update(
                    "update change_topic set last_seq = ?",
                    due.get(due.size() - 1).seq());
        }
        return !due.isEmpty();
    }

    private ProducerRecord<byte[], byte[]> event(Change change) {
        ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(
                topics.changesTopic(),
                change.id().getBytes(StandardCharsets.UTF_8),
                json.writeValueAsBytes(CloudEvent.of(change)));
        event.headers().add("content-type", CloudEvent.MEDIA_TYPE.getBytes(StandardCharsets.UTF_8));
        return event;
    }
}
