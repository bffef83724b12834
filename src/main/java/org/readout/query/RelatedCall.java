package org.readout.query;

import io.swagger.v3.oas.annotations.media.Schema;

/** A call that another one is to be seen beside. */
@Schema(name = "RelatedCall", description = "A call that another one is to be seen beside, and why")
public record RelatedCall(
        @Schema(
                description =
                        "MAY_BE_SAME: at most a day apart, and all participants of one are on the other; SAME_DAY: with some of the same participants; BEFORE, AFTER: the nearest between the same people")
        Relation relation,

        CallView call) {

    /** Why it is to be seen beside the other. */
    public enum Relation {
        MAY_BE_SAME,
        SAME_DAY,
        BEFORE,
        AFTER
    }
}
