package org.readout.intake;

import org.readout.platform.Problem;
import org.readout.platform.Text;

/** The text of a body, a file or a line. */
final class TextBody {

    private TextBody() {}

    /** The text that the bytes are in UTF-8, or the problem that they are none. */
    static String of(byte[] bytes) {
        return checked(Text.utf8(bytes).orElseThrow(() -> Problem.field("", "is not UTF-8")));
    }

    /** The text, or the problem that it cannot be stored unchanged. */
    static String checked(String text) {
        String fault = Text.fault(text);
        if (fault != null) {
            throw Problem.field("", fault);
        }
        return text;
    }
}
