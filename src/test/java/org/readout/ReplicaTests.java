package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Reads that may be old go to the replica, all else to the database; another database stands for a replica that lags. */
class ReplicaTests extends ServiceTests {

    private static final String COUNT = API + "/statistics/calls?by=pair";
    private static final String ROWS = API + "/calls.ndjson";

    private static void post(Http to, String day) {
        assertThat(to.text(API + "/source-articles/texts", "Emmanuel Macron phoned Narendra Modi on " + day + ".")
                        .status())
                .isEqualTo(201);
    }

    private static long counted(Http at) {
        return at.get(COUNT).json().path("calls").asLong();
    }

    private static long listed(Http at) {
        return at.get(API + "/calls?limit=200").json().path("items").size();
    }

    private static long exported(Http at) {
        return at.get(ROWS).body().lines().count();
    }

    @Test
    void answersWhatMayBeOld() {
        Instance.Database database = Instance.Database.beside(Objects.requireNonNull(jdbc.getDataSource()));
        Instance.Database lagging = Instance.Database.of(jdbc.getDataSource());
        post(http, "2 May 2023");
        try (Instance instance = Instance.start(database, "--readout.read-replica.url=" + lagging.url())) {
            Http there = instance.http();
            post(there, "3 June 2023");
            post(there, "4 July 2023");
            assertThat(counted(there)).isEqualTo(1);
            assertThat(exported(there)).isEqualTo(1);
            assertThat(listed(there)).isEqualTo(2);
            post(there, "5 August 2023");
            assertThat(listed(there)).isEqualTo(3);
            assertThat(counted(there)).isEqualTo(1);
        }
        try (Instance instance = Instance.start(
                database, "--readout.read-replica.url=" + lagging.url(), "--readout.read-replica.reads=all")) {
            assertThat(listed(instance.http())).isEqualTo(1);
            post(instance.http(), "6 September 2023");
        }
        try (Instance instance =
                Instance.start(database, "--readout.read-replica.url=jdbc:postgresql://127.0.0.1:1/none")) {
            assertThat(counted(instance.http())).isEqualTo(4);
            assertThat(exported(instance.http())).isEqualTo(4);
        }
    }
}
