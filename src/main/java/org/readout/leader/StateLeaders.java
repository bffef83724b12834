package org.readout.leader;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.readout.claim.WordFile;

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
        return WordFile.lines("/registry/executive.txt").stream()
                .filter(l -> l.startsWith(kind + " ="))
                .flatMap(l ->
                        Arrays.stream(l.substring(l.indexOf('=') + 1).strip().split("\\s+")))
                .collect(Collectors.toSet());
    }
}
