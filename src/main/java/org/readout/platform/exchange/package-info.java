/** What any request may ask for beside its matter: to be done once only, an answer without a body, some fields of it. */
@NullMarked
package org.readout.platform.exchange;

import org.jspecify.annotations.NullMarked;
