/** Reads a text into reports of claims, each with its span: the packages below are the steps. Plain Java; words are resource files. */
@NullMarked
@ApplicationModule(allowedDependencies = {"claim", "names"})
package org.readout.extraction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
