package org.readout.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Whether two stored documents say the same. */
class DocumentsTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a":1,"b":[1,2]}   | {"b":[1,2],"a":1}   | true
                    {"a":null}          | {}                  | true
                    {"a":{"b":null}}    | {"a":{}}            | true
                    [{"a":1,"b":null}]  | [{"a":1}]           | true
                    {"a":1}             | {"a":2}             | false
                    {"a":1}             | {"a":1,"b":2}       | false
                    {"a":1,"b":2}       | {"a":1}             | false
                    [1,2]               | [2,1]               | false
                    [1,2]               | [1,2,3]             | false
                    [null]              | []                  | false
                    {"a":1}             | {"a":"1"}           | false
                    {}                  | []                  | false
                    """)
    void areCompared(String a, String b, boolean same) {
        assertThat(Documents.same(JSON.readTree(a), JSON.readTree(b))).isEqualTo(same);
        assertThat(Documents.same(JSON.readTree(b), JSON.readTree(a))).isEqualTo(same);
    }
}
