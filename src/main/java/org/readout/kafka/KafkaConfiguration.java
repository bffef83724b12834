package org.readout.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** Connects to the brokers that {@code readout.kafka.bootstrap-servers} names; without it there is none of this. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("readout.kafka.bootstrap-servers")
@EnableConfigurationProperties(KafkaTopics.class)
@Import({ArticleTopic.class, ChangeTopic.class})
class KafkaConfiguration {

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    /** Articles taken between two commits of the place in a partition. */
    private static final int AT_A_TIME = 50;

    private static final Duration SENT_WITHIN = Duration.ofSeconds(20);

    /** Makes the topics that are not there, with as many partitions as the brokers give topics that say nothing. */
    @Bean
    KafkaAdmin kafkaAdmin(KafkaTopics topics) {
        return new KafkaAdmin(client(topics));
    }

    @Bean
    KafkaAdmin.NewTopics kafkaTopics(KafkaTopics topics) {
        return new KafkaAdmin.NewTopics(
                TopicBuilder.name(topics.articlesTopic()).build(),
                TopicBuilder.name(topics.deadLetterTopic()).build(),
                TopicBuilder.name(topics.changesTopic()).build());
    }

    @Bean
    ProducerFactory<byte[], byte[]> kafkaProducers(KafkaTopics topics) {
        Map<String, Object> settings = client(topics);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) SENT_WITHIN.toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) SENT_WITHIN.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) SENT_WITHIN.toMillis() / 2);
        return new DefaultKafkaProducerFactory<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Bean
    KafkaTemplate<byte[], byte[]> kafkaTemplate(ProducerFactory<byte[], byte[]> producers) {
        return new KafkaTemplate<>(producers);
    }

    /**
     * A place in a partition is committed when its articles are stored. While they cannot be, the partition waits: they are
     * tried again until they can.
     */
    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> articles(KafkaTopics topics, ArticleTopic listener) {
        Map<String, Object> settings = client(topics);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, topics.group());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_A_TIME);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        ContainerProperties properties = new ContainerProperties(topics.articlesTopic());
        properties.setMessageListener(listener);
        ConcurrentMessageListenerContainer<byte[], byte[]> container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                properties);
        container.setConcurrency(topics.threads());
        container.setCommonErrorHandler(new DefaultErrorHandler(
                new FixedBackOff(BETWEEN_ATTEMPTS.toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS)));
        return container;
    }

    private static Map<String, Object> client(KafkaTopics topics) {
        Map<String, Object> out = new HashMap<>(topics.properties());
        out.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, topics.bootstrapServers());
        return out;
    }
}
