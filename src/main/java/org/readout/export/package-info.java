/** Calls to take away, whole, in the forms that others read: tables, lines, linked data, graphs, event data. */
@NullMarked
@ApplicationModule(allowedDependencies = {"article", "claim", "platform", "query", "reconciliation", "report"})
package org.readout.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
