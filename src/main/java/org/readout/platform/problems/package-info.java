/** How what goes wrong is answered, wherever it does: in an operation, a filter, or the container itself. */
@NullMarked
package org.readout.platform.problems;

import org.jspecify.annotations.NullMarked;
