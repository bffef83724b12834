package org.readout.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import tools.jackson.databind.json.JsonMapper;

/** A broker of the tests' own. */
public final class Broker implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final EmbeddedKafkaKraftBroker broker;
    private final KafkaProducer<byte[], byte[]> producer;

    private Broker(EmbeddedKafkaKraftBroker broker) {
        this.broker = broker;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address()), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Starts one that has a topic of so many partitions. */
    public static Broker start(String topic, int partitions) {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, partitions, topic);
        broker.afterPropertiesSet();
        return new Broker(broker);
    }

    public String address() {
        return broker.getBrokersAsString();
    }

    /** Sends a record; it is not lost by the broker's end. */
    public void send(String topic, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value))
                .get();
    }

    /** Reads a topic from its beginning until what was read is enough. */
    public List<ConsumerRecord<byte[], byte[]>> read(
            String topic, Predicate<List<ConsumerRecord<byte[], byte[]>>> enough) {
        Map<String, Object> settings = Map.of("bootstrap.servers", address(), "auto.offset.reset", "earliest");
        List<ConsumerRecord<byte[], byte[]>> out = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (long until = System.nanoTime() + PATIENCE.toNanos(); !enough.test(out); ) {
                if (System.nanoTime() > until) {
                    throw new AssertionError("Only " + out.size() + " records came to " + topic);
                }
                consumer.poll(Duration.ofSeconds(1)).forEach(out::add);
            }
        }
        return out;
    }

    /** The ids of the articles that events tell of as added. */
    public static Set<String> added(List<ConsumerRecord<byte[], byte[]>> events) {
        return events.stream()
                .map(e -> JSON.readTree(e.value()))
                .filter(e -> e.path("type").asString().equals("org.readout.source-article.added"))
                .map(e -> e.path("subject").asString())
                .collect(Collectors.toSet());
    }

    /** The numbers of the changes that events tell of. */
    public static Set<Long> numbers(List<ConsumerRecord<byte[], byte[]>> events) {
        return events.stream()
                .map(e -> JSON.readTree(e.value()).path("id").asString())
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        producer.close();
        broker.destroy();
    }
}
