/** The whole store, or a part of it, read and settled anew; what is left to do stands in the database. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"article", "call", "extraction", "feed", "intake", "platform", "reconciliation", "report"
        })
package org.readout.rereading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
