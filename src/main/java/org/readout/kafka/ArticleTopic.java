package org.readout.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.readout.intake.ArticleInlet;
import org.readout.platform.Awaited;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Takes articles from their topic. One that comes again is known by its content; one that cannot be taken goes to the
 * topic of dead letters before the place in the partition is committed.
 */
final class ArticleTopic implements BatchMessageListener<byte[], byte[]> {

    static final String STATUS = "readout-status";
    static final String REASON = "readout-reason";

    private static final Logger LOG = LoggerFactory.getLogger(ArticleTopic.class);

    private final KafkaTopics topics;
    private final ArticleInlet inlet;
    private final KafkaTemplate<byte[], byte[]> template;

    ArticleTopic(KafkaTopics topics, ArticleInlet inlet, KafkaTemplate<byte[], byte[]> template) {
        this.topics = topics;
        this.inlet = inlet;
        this.template = template;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        List<ArticleInlet.Outcome> outcomes =
                inlet.take(records.stream().map(ConsumerRecord::value).toList());
        List<Future<?>> dead = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            ArticleInlet.Outcome outcome = outcomes.get(i);
            if (outcome.articleId() == null) {
                dead.add(template.send(deadLetter(records.get(i), outcome)));
            }
        }
        dead.forEach(Awaited::of);
        if (!dead.isEmpty()) {
            LOG.warn("kafka event=refused articles={} of={}", dead.size(), records.size());
        }
    }

    private ProducerRecord<byte[], byte[]> deadLetter(ConsumerRecord<byte[], byte[]> of, ArticleInlet.Outcome outcome) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(topics.deadLetterTopic(), of.key(), of.value());
        of.headers().forEach(letter.headers()::add);
        header(letter, STATUS, outcome.status());
        header(letter, REASON, outcome.reason());
        header(letter, KafkaHeaders.DLT_ORIGINAL_TOPIC, of.topic());
        header(letter, KafkaHeaders.DLT_ORIGINAL_PARTITION, of.partition());
        header(letter, KafkaHeaders.DLT_ORIGINAL_OFFSET, of.offset());
        return letter;
    }

    private static void header(ProducerRecord<byte[], byte[]> letter, String name, @Nullable Object value) {
        letter.headers().add(name, String.valueOf(value).getBytes(StandardCharsets.UTF_8));
    }
}
