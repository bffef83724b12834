package org.readout.platform;

/** An answer that is JSON already, and is sent as it is. */
public interface ReadyJson {

    byte[] utf8();
}
