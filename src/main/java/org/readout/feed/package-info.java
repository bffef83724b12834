/** What changed, and why, in the order in which it came to be known. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package org.readout.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
