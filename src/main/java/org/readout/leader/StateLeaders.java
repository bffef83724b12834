package org.readout.leader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Which office leads a state where that is not its prime minister: {@code registry/executive.txt}. */
final class StateLeaders {

    private StateLeaders() {}

    static Set<String> executivePresidencies() {
        return codes("presidents");
    }

    static Set<String> executiveMonarchies() {
        return codes("monarchs");
    }

    private static Set<String> codes(String kind) {
        try (InputStream in = StateLeaders.class.getResourceAsStream("/registry/executive.txt")) {
            if (in == null) {
                throw new IllegalStateException("No registry/executive.txt");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(l -> l.startsWith(kind + " ="))
                    .flatMap(l -> Arrays.stream(
                            l.substring(l.indexOf('=') + 1).strip().split("\\s+")))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
