package org.readout.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.readout.claim.Report;
import org.readout.reconciliation.HeardReport;
import org.readout.reconciliation.Profile;
import org.readout.reconciliation.Reconciler;

/**
 * A change of what the rules give asks for another version of the rules, so that stores are read anew: what they give on
 * the labelled texts is kept as a hash beside the version, one line a text.
 */
class RulesVersionTests {

    private static final Path KEPT = Path.of("src/test/resources/reading/rules.txt");

    @Test
    void theRulesGiveWhatTheirVersionGave() throws IOException {
        Map<String, String> now = now();
        List<String> lines = new ArrayList<>();
        lines.add("version " + Reconciler.RULES_VERSION);
        now.forEach((text, gives) -> lines.add(text + " " + gives));
        if (Boolean.getBoolean("readout.rules.keep")) {
            Files.write(KEPT, lines);
        }
        List<String> kept = Files.readAllLines(KEPT);
        Map<String, String> before = new TreeMap<>();
        kept.stream().skip(1).map(l -> l.split(" ", -1)).forEach(l -> before.put(l[0], l[1]));
        List<String> changed = now.entrySet().stream()
                .filter(e -> before.containsKey(e.getKey())
                        && !before.get(e.getKey()).equals(e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        boolean sameVersion = kept.get(0).equals("version " + Reconciler.RULES_VERSION);
        assertThat(!sameVersion || changed.isEmpty())
                .as("The rules give something else on %d texts: raise Reconciler.RULES_VERSION", changed.size())
                .isTrue();
        assertThat(kept)
                .as("Texts or rules are new: keep what they give with -Dreadout.rules.keep=true")
                .isEqualTo(lines);
    }

    private static Map<String, String> now() {
        Map<String, String> out = new TreeMap<>();
        for (ReadingCases.Case c : ReadingCases.all()) {
            StringBuilder gives = new StringBuilder();
            int n = 0;
            for (Report r : c.read()) {
                n++;
                HeardReport heard = new HeardReport(
                        "r" + n, "a", c.text().publisher(), c.text().published(), "a", r);
                gives.append(r).append(Reconciler.reconcile(List.of(heard), List.of(), Profile.INFORMATIVE));
            }
            out.put(hash(c.text().toString()), hash(gives.toString()));
        }
        return out;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
