package org.readout.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.readout.ServiceTests;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Answers kept in another form than today's are never given, and made anew. */
class AnswerRenewalTests extends ServiceTests {

    private static final String KEPT = "select count(*) from call_record where answer_form = ? and answer is not null";

    @Autowired
    private AnswerRenewal renewal;

    @Autowired
    private CallAnswers answers;

    @Test
    void answersOfAnotherFormAreMadeAnew() {
        postDefenceTalks();
        postMenafn();
        JsonNode before = http.get(API + "/calls").json();
        Integer all = jdbc.queryForObject(KEPT, Integer.class, answers.form());
        assertThat(all).isPositive();

        jdbc.update("update call_record set answer = '{}', answer_form = answer_form - 1 where answer is not null");
        assertThat(http.get(API + "/calls").json()).isEqualTo(before);
        JsonNode first = before.path("items").get(0);
        assertThat(http.get(API + "/calls/" + first.path("id").asString()).json())
                .isEqualTo(first);

        jdbc.update(
                "update call_record set answer = null, answer_form = null where id = cast(? as uuid)",
                first.path("id").asString());
        while (renewal.step()) {
            assertThat(jdbc.queryForObject(KEPT, Integer.class, answers.form())).isPositive();
        }
        assertThat(jdbc.queryForObject(KEPT, Integer.class, answers.form())).isEqualTo(all);
        assertThat(http.get(API + "/calls").json()).isEqualTo(before);
    }
}
