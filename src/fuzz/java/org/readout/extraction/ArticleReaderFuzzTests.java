package org.readout.extraction;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import org.readout.claim.ArticleKind;
import org.readout.claim.Claim;
import org.readout.claim.Report;
import org.readout.leader.RegistryNames;

/** Reads whatever the fuzzer thinks of; every claim must quote the text exactly. */
class ArticleReaderFuzzTests {

    private static final ArticleReader READER = new ArticleReader(RegistryNames.ofFiles());

    @FuzzTest(maxDuration = "10m")
    void readsAnything(FuzzedDataProvider data) {
        ArticleKind kind = data.pickValue(ArticleKind.values());
        LocalDate day = data.consumeBoolean() ? LocalDate.ofEpochDay(data.consumeInt(0, 25_000)) : null;
        String publisher = data.consumeBoolean() ? data.consumeString(40) : "The White House";
        String text = data.consumeRemainingAsString();
        for (Report r : READER.read(new ArticleText(text, null, publisher, day, kind)).reports()) {
            for (Claim c : r.claims()) {
                if (!text.substring(c.span().start(), c.span().end()).equals(c.span().exact())) {
                    throw new AssertionError(c);
                }
            }
        }
    }
}
