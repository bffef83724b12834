package org.readout.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.readout.feed.Change;

/** A change as an event in the words of CloudEvents 1.0. */
@Schema(name = "CloudEvent", description = "A change as a CloudEvent (1.0)")
public record CloudEvent(
        @JsonProperty("specversion") @Schema(name = "specversion", example = "1.0")
        String specVersion,

        @Schema(description = "The change's number", example = "17")
        String id,

        @Schema(description = "Whose changes these are", example = "/api/v1/changes")
        String source,

        @Schema(description = "What happened to what sort of thing", example = "org.readout.call.changed")
        String type,

        @Schema(description = "The id of what changed") String subject,

        Instant time,

        @JsonProperty("datacontenttype") @Schema(name = "datacontenttype", example = "application/json")
        String dataContentType,

        @Schema(description = "The change") Change data) {

    public static final String MEDIA_TYPE = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";

    /** A change as an event. */
    public static CloudEvent of(Change change) {
        return new CloudEvent(
                "1.0",
                String.valueOf(change.seq()),
                "/api/v1/changes",
                "org.readout." + word(change.subject()) + "." + word(change.kind()),
                change.id(),
                change.at(),
                "application/json",
                change);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
