/** The vocabulary: what was said, where, and the values it can take. Plain Java. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.readout.claim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
