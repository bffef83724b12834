/** The registry: who holds which office when, under all their names. */
@NullMarked
@ApplicationModule(allowedDependencies = {"claim", "feed", "names", "platform"})
package org.readout.leader;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
