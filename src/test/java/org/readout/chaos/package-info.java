/** What must survive kills, restarts and company; run by {@code -Pchaos}. */
package org.readout.chaos;
