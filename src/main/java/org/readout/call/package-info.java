/** The write side: reports become calls, grouped, reconciled, kept on one row each with every row before it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "article",
            "claim",
            "decision",
            "feed",
            "grouping",
            "platform",
            "reconciliation",
            "report"
        })
package org.readout.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
