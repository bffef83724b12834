/** What every room stands on: problem details, strict input, paging, the embedded database. Knows nothing of the domain. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.readout.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
