package org.readout.report;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Objects;
import org.readout.claim.Property;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Tells in the API's description which properties a claim can be about. */
@Component
class ClaimSchema implements OpenApiCustomizer {

    @Override
    @SuppressWarnings("unchecked")
    public void customise(OpenAPI api) {
        Schema<?> claim =
                Objects.requireNonNull(api.getComponents().getSchemas().get("Claim"));
        Schema<String> property =
                (Schema<String>) Objects.requireNonNull(claim.getProperties().get("property"));
        property.setEnum(Property.all().stream().map(Property::json).toList());
    }
}
