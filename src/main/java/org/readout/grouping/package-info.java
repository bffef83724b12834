/** Which reports of the same people tell of one call. Plain Java. */
@NullMarked
@ApplicationModule(allowedDependencies = {"claim"})
package org.readout.grouping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
