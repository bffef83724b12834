/** What people ruled, stored, in force or undone. */
@NullMarked
@ApplicationModule(allowedDependencies = {"claim", "feed", "grouping", "platform", "reconciliation"})
package org.readout.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
