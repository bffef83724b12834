/** The order of the steps from a posted article to its calls, in one transaction. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "claim",
            "extraction",
            "reconciliation",
            "leader",
            "article",
            "call",
            "statement",
            "feed",
            "platform"
        })
package org.readout.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
