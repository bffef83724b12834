/** The order of the steps from a posted article to its calls, in one transaction. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "article",
            "call",
            "claim",
            "extraction",
            "extraction :: trace",
            "feed",
            "leader",
            "names",
            "platform",
            "report"
        })
package org.readout.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
