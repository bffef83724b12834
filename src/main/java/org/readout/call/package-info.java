/** Reports become calls: grouped, reconciled, kept on one row each. */
@NullMarked
@ApplicationModule(allowedDependencies = {"claim", "article", "reconciliation", "leader", "feed", "platform"})
package org.readout.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
