/** Stored texts, kept as they came, and which of them repeat one another. */
@NullMarked
@ApplicationModule(allowedDependencies = {"claim", "platform"})
package org.readout.article;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
