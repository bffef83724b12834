/** People, polities, and offices on a date, by all their names; and text as the words that names are made of. Plain Java. */
@NullMarked
@ApplicationModule(allowedDependencies = {"claim"})
package org.readout.names;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
