/** What people do over HTTP: decide, merge, split, add notes, undo. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "article",
            "call",
            "claim",
            "decision",
            "feed",
            "intake",
            "leader",
            "platform",
            "query",
            "reconciliation",
            "report",
            "rereading",
            "statement"
        })
package org.readout.curation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
