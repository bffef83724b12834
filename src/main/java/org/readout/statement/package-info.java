/** Who said what to whom: the statements of all calls, each once with all its wordings. */
@NullMarked
@ApplicationModule(allowedDependencies = {"call", "claim", "leader", "platform", "reconciliation"})
package org.readout.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
