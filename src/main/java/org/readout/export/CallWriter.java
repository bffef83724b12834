package org.readout.export;

import java.io.IOException;
import org.readout.query.CallView;

/** Writes calls one after another, in some form. */
interface CallWriter {

    /** What stands before the first call. */
    default void begin() throws IOException {}

    void write(CallView call) throws IOException;

    /** What stands after the last one. */
    default void end() throws IOException {}
}
