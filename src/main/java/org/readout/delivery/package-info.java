/** Changes brought to those who follow them elsewhere: as CloudEvents, and by webhooks. */
@NullMarked
@ApplicationModule(allowedDependencies = {"feed", "platform"})
package org.readout.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
