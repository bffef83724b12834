package org.readout.platform;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Makes ids. */
public final class Ids {

    private Ids() {}

    /** A new id; later ones sort after earlier ones (UUID version 7, RFC 9562). */
    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** The same id for the same name. */
    public static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
