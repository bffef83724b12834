/** People, their names and terms of office: a spelling, an office, a state and a date give candidates. */
@NullMarked
@ApplicationModule(allowedDependencies = {"claim", "extraction", "feed", "platform"})
package org.readout.leader;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
