/**
 * Articles from a topic of Apache Kafka, and changes to another; only where brokers are named.
 */
@NullMarked
package org.readout.kafka;

import org.jspecify.annotations.NullMarked;
