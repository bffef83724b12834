package org.readout.archive;

import io.swagger.v3.oas.annotations.media.Schema;

/** How much an archive held. */
@Schema(name = "ArchiveRows", description = "What was brought in")
record ArchiveRows(
        @Schema(description = "How many rows", example = "12345")
        long rows) {}
