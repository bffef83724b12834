/** Who may do what, and how much of it: keys, tokens of an identity provider, limits. */
@NullMarked
package org.readout.access;

import org.jspecify.annotations.NullMarked;
