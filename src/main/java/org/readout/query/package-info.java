/** The read side: lists, filters, calls as of a time, agreement. The one room that reads the tables of others. */
@NullMarked
@ApplicationModule(allowedDependencies = {"call", "claim", "feed", "leader", "platform", "reconciliation", "report"})
package org.readout.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
