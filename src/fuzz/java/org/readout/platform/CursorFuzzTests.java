package org.readout.platform;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** A cursor, a time or an entity tag of a caller's is taken, or refused as the caller's fault. */
class CursorFuzzTests {

    @FuzzTest(maxDuration = "2m")
    void isTakenOrRefused(FuzzedDataProvider data) {
        int keys = data.consumeInt(1, 3);
        String given = data.consumeRemainingAsString();
        try {
            Cursor read = Cursor.read(given, keys);
            if (read == null || !read.equals(Cursor.read(read.encode(), keys))) {
                throw new AssertionError(given);
            }
        } catch (Problem refused) {
            expect400(refused);
        }
        try {
            Times.read("since", given);
        } catch (Problem refused) {
            expect400(refused);
        }
    }

    private static void expect400(Problem refused) {
        if (refused.statusCode() != 400) {
            throw new AssertionError(refused);
        }
    }
}
