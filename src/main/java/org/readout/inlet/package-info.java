/** Articles fetched from where they are published: RSS and Atom feeds. Off unless the operator turns it on. */
@NullMarked
@ApplicationModule(allowedDependencies = {"claim", "intake", "platform"})
package org.readout.inlet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
