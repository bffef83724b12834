package org.readout.export;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values as cells of a table. */
final class Cell {

    /** Characters that make a spreadsheet take a cell for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private Cell() {}

    /** The value as text; text that a spreadsheet would take for a formula has an apostrophe before it. */
    static String text(@Nullable Object value) {
        String text = Objects.toString(value, "");
        return value instanceof String && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
