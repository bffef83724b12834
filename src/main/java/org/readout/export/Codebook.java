package org.readout.export;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** What each column of the tables means. */
final class Codebook {

    /** One column. */
    @Schema(name = "CodebookColumn", description = "What a column of a table means")
    record Column(
            @Schema(example = "durationBest") String name,

            @Schema(example = "The likeliest length in whole minutes")
            String description) {}

    private static final Properties WORDS = words();

    private Codebook() {}

    /** The columns of a table, in their order. */
    static List<Column> of(List<String> columns) {
        return columns.stream().map(c -> new Column(c, meaning(c))).toList();
    }

    private static String meaning(String column) {
        String own = WORDS.getProperty(column);
        if (own != null) {
            return own;
        }
        String outcome = column.endsWith("Outcome") ? WORDS.getProperty("*Outcome") : null;
        if (outcome == null) {
            throw new IllegalStateException("The codebook has no word for " + column);
        }
        return outcome.formatted(column.substring(0, column.length() - "Outcome".length()));
    }

    private static Properties words() {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource("export/codebook.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
