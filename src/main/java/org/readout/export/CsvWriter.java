package org.readout.export;

import java.io.IOException;
import java.io.Writer;
import org.readout.query.CallView;

/** Calls as rows of a table. */
final class CsvWriter implements CallWriter {

    private final CallTable table;
    private final CsvLines lines;

    CsvWriter(CallTable table, Writer out) throws IOException {
        this.table = table;
        this.lines = new CsvLines(out);
    }

    @Override
    public void begin() {
        lines.write(table.header());
    }

    @Override
    public void write(CallView call) {
        table.rows(call).forEach(lines::write);
    }
}
