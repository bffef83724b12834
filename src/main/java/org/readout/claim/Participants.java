package org.readout.claim;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** Everyone a report puts on one call, in the order of mention. */
public record Participants(List<Participant> people) {

    public Participants {
        people = List.copyOf(people);
    }

    /** Equal for the same people in any order. */
    public String key() {
        TreeSet<String> keys = new TreeSet<>();
        people.forEach(p -> keys.add(p.key()));
        return String.join("|", keys);
    }

    /** The set of people as one id: the MD5 of {@link #key}, as the database computes it too. */
    public UUID id() {
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(key().getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
