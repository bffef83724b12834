package org.readout.extraction.source;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;
import org.readout.claim.Origin;
import org.readout.extraction.language.Language;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.PhraseTrie;

/** Finds the news agency whose text an article prints: credited at its edges, or the publisher itself. */
public final class AgencyReader {

    private static final PhraseList AGENCIES = PhraseList.of("agencies");

    /** Words from either edge of a text within which an agency is credited. */
    private static final int HEAD = 60;

    private static final int TAIL = 30;

    private AgencyReader() {}

    public static Optional<Origin> read(@Nullable String publisher, @Nullable ArticleKind kind, TokenizedText text) {
        Optional<String> credited = credited(text);
        return credited.or(() -> publisher(publisher, kind, text.language())).map(AgencyReader::origin);
    }

    /** "BERLIN (Reuters) -", "/TASS/", "Source: AFP": in brackets or behind "source", not one that a sentence names. */
    private static Optional<String> credited(TokenizedText text) {
        for (int i = 0; i < text.size(); i++) {
            if (i >= HEAD && i < text.size() - TAIL) {
                i = text.size() - TAIL;
            }
            Optional<PhraseTrie.Found<String>> found =
                    text.token(i).capital() ? text.at(AGENCIES, i) : Optional.empty();
            if (found.isPresent() && isCredit(text, i, i + found.get().length())) {
                return Optional.of(found.get().values().get(0));
            }
        }
        return Optional.empty();
    }

    private static boolean isCredit(TokenizedText text, int from, int to) {
        String before = gap(text, from - 1).strip();
        String after = gap(text, to - 1).strip();
        boolean bracketed =
                before.endsWith("(") && after.startsWith(")") || before.endsWith("/") && after.startsWith("/");
        return bracketed || text.is(from - 1, "source") && before.startsWith(":");
    }

    private static String gap(TokenizedText text, int token) {
        return token < 0 ? "" : text.gap(token);
    }

    private static Optional<String> publisher(
            @Nullable String publisher, @Nullable ArticleKind kind, Language language) {
        if (publisher == null || publisher.isBlank()) {
            return Optional.empty();
        }
        if (kind == ArticleKind.WIRE) {
            return Optional.of(publisher.strip());
        }
        TokenizedText name = TokenizedText.of(publisher, language);
        return name.size() == 0
                ? Optional.empty()
                : name.at(AGENCIES, 0)
                        .filter(f -> f.length() == name.size())
                        .map(f -> f.values().get(0));
    }

    private static Origin origin(String agency) {
        return new Origin("agency:" + agency.toLowerCase(Locale.ROOT), agency, null);
    }
}
