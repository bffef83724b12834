/** Pages for people: the read side shown, and a form to try a text out. Nothing is changed from here. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "article",
            "call",
            "claim",
            "extraction",
            "intake",
            "leader",
            "platform",
            "query",
            "reconciliation",
            "report"
        })
package org.readout.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
