/** What articles say, stored, and which report of an article read anew is which of those held. */
@NullMarked
@ApplicationModule(allowedDependencies = {"claim", "grouping", "platform"})
package org.readout.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
