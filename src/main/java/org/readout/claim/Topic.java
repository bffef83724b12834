package org.readout.claim;

/** A subject of the call, in the vocabulary's name for it. */
public record Topic(String name) {}
