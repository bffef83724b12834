/** Services and databases in processes of their own, for tests that kill them and benchmarks that time them. */
package org.readout.process;
