/** How fast the service is beside a lean one and beside PostgreSQL alone; run by {@code -Pbenchmark}. */
package org.readout.benchmark;
