package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The feed followed as a stream of events. */
class FollowingTests extends ServiceTests {

    @Test
    @Timeout(60)
    void whatChangesWhileOneListensArrives() throws IOException, InterruptedException {
        Thread later = new Thread(this::postMenafn);
        later.start();
        List<JsonNode> events = http.events(0, 2);
        later.join();
        assertThat(events).isEqualTo(http.all(API + "/changes").subList(0, 2));
    }
}
