package org.readout.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A past record is whole again from its own remains and the next record. */
class EvidenceTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static JsonNode record(List<Integer> supporting, List<Integer> variants) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode record = root.putObject("record");
        ObjectNode finding = record.putObject("findings").putObject("duration");
        finding.put("outcome", "AGREE");
        ArrayNode witnesses = finding.putArray("supporting");
        supporting.forEach(n -> witnesses.addObject().put("claimId", n));
        finding.putArray("opposing");
        ObjectNode statement = record.putArray("statements").addObject();
        statement.put("key", "k");
        ArrayNode wordings = statement.putArray("variants");
        variants.forEach(n -> wordings.addObject().put("text", "wording " + n));
        return root;
    }

    private static void isWholeAgain(JsonNode before, JsonNode next) {
        JsonNode steps = Evidence.fromNext(before, next);
        JsonNode bare = Evidence.without(before);
        assertThat(Evidence.restore(bare, steps, next)).isEqualTo(before);
    }

    @Test
    void whereTheNextRecordHasMoreInBetween() {
        isWholeAgain(record(List.of(1, 3, 4), List.of(7)), record(List.of(1, 2, 3, 4), List.of(7, 8)));
    }

    @Test
    void whereTheNextRecordHasLostSome() {
        isWholeAgain(record(List.of(1, 2, 3), List.of(7, 8)), record(List.of(3), List.of()));
    }

    @Test
    void whereTheyHaveNothingInCommon() {
        isWholeAgain(record(List.of(1, 2), List.of(5)), record(List.of(8, 9), List.of(6)));
    }

    @Test
    void whereEntriesRepeat() {
        isWholeAgain(record(List.of(1, 1, 2, 1), List.of(5, 5)), record(List.of(1, 2, 2, 1), List.of(5)));
    }

    @Test
    void whereAnyNumberOfThemMove() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            List<Integer> a = IntStream.range(0, random.nextInt(12))
                    .mapToObj(k -> random.nextInt(6))
                    .toList();
            List<Integer> b = IntStream.range(0, random.nextInt(12))
                    .mapToObj(k -> random.nextInt(6))
                    .toList();
            isWholeAgain(record(a, b), record(b, a));
        }
    }

    @Test
    void whatIsKeptIsSmall() {
        List<Integer> many = IntStream.range(0, 1000).boxed().toList();
        JsonNode before = record(many, List.of());
        JsonNode next = record(IntStream.range(0, 1001).boxed().toList(), List.of());
        assertThat(Evidence.fromNext(before, next).toString()).hasSizeLessThan(200);
        assertThat(Evidence.without(before).toString()).hasSizeLessThan(300);
    }
}
