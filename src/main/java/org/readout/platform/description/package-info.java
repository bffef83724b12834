/** Completes the description of the API that is made from the code. */
@NullMarked
package org.readout.platform.description;

import org.jspecify.annotations.NullMarked;
