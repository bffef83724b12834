package org.readout.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.readout.platform.Problem;
import org.readout.platform.Text;
import org.springframework.http.HttpStatus;

/** The lines of a stream one after another, each of a bounded length, so that no more than one need be held. */
final class Lines {

    /** One line: its number from 1, and its text, unless it is none. */
    record Line(int number, Optional<Problem> fault, String text) {}

    private final InputStream in;
    private final long longest;
    private int number;

    /**
     * @param longest bytes that a line may have
     */
    Lines(InputStream in, long longest) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.longest = longest;
    }

    /** The next line that is not blank; empty at the end. */
    Optional<Line> next() throws IOException {
        while (true) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            long length = 0;
            int b = in.read();
            if (b < 0) {
                return Optional.empty();
            }
            number++;
            for (; b >= 0 && b != '\n'; b = in.read()) {
                if (++length <= longest) {
                    bytes.write(b);
                }
            }
            Line line = line(number, bytes.toByteArray(), length, longest);
            if (line.fault().isPresent() || !line.text().isBlank()) {
                return Optional.of(line);
            }
        }
    }

    /** The line that bytes are, of which there were so many. */
    static Line line(int number, byte[] bytes, long length, long longest) {
        if (length > longest) {
            return new Line(
                    number,
                    Optional.of(
                            Problem.of(HttpStatus.CONTENT_TOO_LARGE, "The line is longer than " + longest + " bytes.")),
                    "");
        }
        return Text.utf8(bytes)
                .map(text -> new Line(number, Optional.empty(), text))
                .orElseGet(() -> new Line(number, Optional.of(Problem.field("", "is not UTF-8")), ""));
    }
}
