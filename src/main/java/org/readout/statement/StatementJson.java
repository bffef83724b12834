package org.readout.statement;

import tools.jackson.databind.json.JsonMapper;

/** Wordings as the store keeps them. */
final class StatementJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private StatementJson() {}

    static String write(StatementVariants variants) {
        return MAPPER.writeValueAsString(variants);
    }

    static StatementVariants read(String json) {
        return MAPPER.readValue(json, StatementVariants.class);
    }
}
