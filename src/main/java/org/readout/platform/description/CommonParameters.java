package org.readout.platform.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;

/** What every read and every write takes, whatever it is of. */
final class CommonParameters {

    private CommonParameters() {}

    static void ofReads(Operation operation) {
        operation.addParametersItem(parameter(
                "query",
                "fields",
                "Properties of what is asked for, or of each item, separated by commas; the others are left out",
                "id"));
    }

    static void ofWrites(Operation operation) {
        operation.addParametersItem(parameter(
                "header",
                "Idempotency-Key",
                "A word for this request alone: sent again under it within a day, it is answered as it was and not done again",
                "8e03978e-40d5-43dd-bc93-6894a57f9324"));
        operation.addParametersItem(
                parameter("header", "Prefer", "return=minimal for an answer without a body", "return=minimal"));
    }

    private static Parameter parameter(String in, String name, String description, String example) {
        return new Parameter()
                .in(in)
                .name(name)
                .description(description)
                .example(example)
                .schema(new StringSchema());
    }
}
