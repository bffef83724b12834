package org.readout.kafka;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which topics of which brokers.
 *
 * @param group under which all instances share the articles' partitions
 * @param articlesTopic articles as they are posted, in JSON
 * @param deadLetterTopic articles that cannot be taken, with the reason
 * @param changesTopic what changed, as CloudEvents
 * @param threads how many of the articles' partitions an instance works on at a time
 * @param properties any other of Kafka's, such as {@code security.protocol}
 */
@ConfigurationProperties("readout.kafka")
record KafkaTopics(
        String bootstrapServers,
        @DefaultValue("readout") String group,
        @DefaultValue("readout.articles") String articlesTopic,
        @DefaultValue("readout.articles.dead") String deadLetterTopic,
        @DefaultValue("readout.changes") String changesTopic,
        @DefaultValue("2") int threads,
        @DefaultValue Map<String, String> properties) {}
