package org.readout.query;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readout.call.CallAnswers;
import org.readout.call.Settled;
import org.readout.query.words.Match;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Calls as JSON, in the form that their views give it. */
@Component
class Answers implements CallAnswers {

    private static final int FORM = form(CallView.class).reduce(17, (h, word) -> 31 * h + word.hashCode(), (a, b) -> a);

    private final JsonMapper json;

    Answers(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String json(UUID callId, long version, Instant createdAt, Instant updatedAt, Settled settled) {
        return json.writeValueAsString(CallView.of(callId, version, createdAt, updatedAt, settled));
    }

    @Override
    public int form() {
        return FORM;
    }

    /** The names and kinds of all properties of a view, and of the views within. */
    private static Stream<Object> form(Type type) {
        if (type instanceof ParameterizedType of) {
            return Stream.concat(
                    Stream.of(of.getRawType().getTypeName()),
                    Arrays.stream(of.getActualTypeArguments()).flatMap(Answers::form));
        }
        RecordComponent[] parts = type instanceof Class<?> view && view.isRecord() ? view.getRecordComponents() : null;
        return parts == null
                ? Stream.of(type.getTypeName())
                : Arrays.stream(parts).flatMap(p -> Stream.concat(Stream.of(p.getName()), form(p.getGenericType())));
    }

    CallView.Answered answer(CallView view) {
        return new CallView.Answered(json.writeValueAsBytes(view));
    }

    CallView view(CallView.Answered answer) {
        return json.readValue(answer.utf8(), CallView.class);
    }

    /** The same answer, with the place of the words that it was asked for by. */
    CallView.Answered matching(CallView.Answered answer, @Nullable Match match) {
        return match == null ? answer : answer(view(answer).matching(match));
    }
}
