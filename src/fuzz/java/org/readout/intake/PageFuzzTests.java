package org.readout.intake;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import tools.jackson.databind.json.JsonMapper;

/** Of any page a command is made, of which only the text can be at fault. */
class PageFuzzTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ArticleMetadata NOTHING = new ArticleMetadata(null, null, null, null, null, null);

    @FuzzTest(maxDuration = "2m")
    void anyPageIsRead(FuzzedDataProvider data) {
        String html = "<script type=\"application/ld+json\">" + data.consumeString(400) + "</script>"
                + data.consumeRemainingAsString();
        Drafts.ofText(WebPage.of(html, JSON).command(NOTHING)).errors().forEach(e -> {
            if (e.parameter() != null) {
                throw new AssertionError(e);
            }
        });
    }
}
