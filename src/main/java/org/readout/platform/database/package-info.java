/** The PostgreSQL that the service runs beside itself where no other one is named. */
@NullMarked
package org.readout.platform.database;

import org.jspecify.annotations.NullMarked;
