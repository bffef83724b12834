package org.readout.platform;

import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs work that finds out, without any lock, what it will have to lock and write. Where another transaction was faster
 * and made that untrue, {@link Outpaced} rolls the work back and it begins anew.
 */
@Component
public class Attempts {

    private static final int MOST = 50;

    /** What was found out before the locks were held no longer holds. */
    public static final class Outpaced extends RuntimeException {
        public Outpaced(String what) {
            super(what, null, false, false);
        }
    }

    /** The work's result; a problem (503) where others are faster every time. */
    public <T> T run(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Work that may begin anew begins outside of a transaction");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (Outpaced e) {
                if (attempt == MOST) {
                    throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "Others change the same things all the time.");
                }
            }
        }
    }
}
