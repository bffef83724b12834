package org.readout.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes articles that the service fetched itself. */
@Component
public class PageInlet {

    private final IntakeService intake;
    private final JsonMapper json;

    PageInlet(IntakeService intake, JsonMapper json) {
        this.intake = intake;
        this.json = json;
    }

    /**
     * Takes a piece of HTML as an article.
     *
     * @return whether the article is new
     * @throws org.readout.platform.InvalidInput naming what cannot be taken
     */
    public boolean take(
            String html,
            @Nullable String url,
            @Nullable String publisher,
            @Nullable String title,
            @Nullable String publishedAt,
            @Nullable String language,
            ArticleKind kind,
            List<String> externalIds) {
        ArticleCommand c =
                WebPage.of(html, json).command(new ArticleMetadata(url, publisher, title, publishedAt, language, kind));
        return intake.take(new ArticleCommand(
                        c.text(),
                        c.url(),
                        c.publisher(),
                        c.title(),
                        c.publishedAt(),
                        c.language(),
                        kind,
                        List.copyOf(externalIds),
                        null))
                .isNew();
    }
}
