/** Claims in, one record out: which reports tell of one call, what they agree on, who disagrees, by which rule. Plain Java. */
@NullMarked
@ApplicationModule(allowedDependencies = {"claim"})
package org.readout.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
