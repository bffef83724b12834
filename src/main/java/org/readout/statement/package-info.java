/** Who said what to whom: the statements of all calls, each once with all its wordings. */
@NullMarked
@ApplicationModule(allowedDependencies = {"claim", "reconciliation", "leader", "call", "platform"})
package org.readout.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
