package org.readout.access;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Refuses to listen beyond this machine while nobody is asked who they are, unless the operator says so in words. */
@Component
@ConditionalOnWebApplication
class Listening implements SmartInitializingSingleton {

    /** Who may do everything while there is no key and no identity provider. */
    enum OpenTo {
        /** Nobody: without a credential to be had the service does not start. */
        NOBODY,
        /** Whoever is on this machine. */
        MACHINE,
        /** Whoever reaches the port. */
        ANYBODY
    }

    /** The service would be open to others than it may. */
    static final class Unprotected extends IllegalStateException {
        Unprotected(String message) {
            super(message);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    private final Protection protection;
    private final OpenTo openTo;
    private final @Nullable InetAddress address;

    Listening(
            Protection protection,
            @Value("${readout.access.open-to}") OpenTo openTo,
            @Value("${server.address:#{null}}") @Nullable InetAddress address) {
        this.protection = protection;
        this.openTo = openTo;
        this.address = address;
    }

    boolean openToAnybody() {
        return openTo == OpenTo.ANYBODY;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (protection.isUp()) {
            return;
        }
        boolean here = address != null && address.isLoopbackAddress();
        if (openTo == OpenTo.NOBODY) {
            throw new Unprotected(
                    "There is no key and no identity provider, and it is to be open to nobody without one.");
        }
        if (openTo == OpenTo.MACHINE && !here) {
            throw new Unprotected("There is no key and no identity provider, and it is to listen on "
                    + (address == null ? "every address" : address.getHostAddress())
                    + ", where others could do everything.");
        }
        LOG.warn(
                "There is no key and no identity provider: {} may do everything",
                openTo == OpenTo.MACHINE ? "whoever is on this machine" : "whoever reaches this port");
    }
}
