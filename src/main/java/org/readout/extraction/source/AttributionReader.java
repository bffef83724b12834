package org.readout.extraction.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Origin;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.source.Source.Kind;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;

/**
 * Reads whom an account comes from, clause by clause. A source answers for what its words govern: for what follows
 * ("the Kremlin said that …", "according to Berlin, …"), for what stands before it ("…, the Kremlin said"), for both
 * ("The call, Moscow said, lasted an hour"); never for the next sentence, unless that goes on in its words.
 */
public final class AttributionReader {

    private static final WordList VERBS = WordList.of("attribution-verbs");
    private static final WordList CONFIRMING = WordList.of("account-verbs");
    private static final WordList ACCOUNTS = WordList.of("account-objects");
    private static final WordList DOCUMENTS = WordList.of("source-documents");
    private static final WordList ARTICLES = WordList.of("articles");
    private static final PhraseList LEADS = PhraseList.of("attribution-leads");

    private final TokenizedText text;
    private final Quotations quotations;
    private final SourceFinder finder;
    private final AccountExtent extent;
    private final SayingVerbs verbs;
    private final List<Attribution> found = new ArrayList<>();

    private AttributionReader(Scene scene) {
        this.text = scene.text();
        this.quotations = scene.quotations();
        this.finder = new SourceFinder(scene);
        this.extent = new AccountExtent(text, scene.mentions());
        this.verbs = new SayingVerbs(text, scene.mentions(), extent);
    }

    public static List<Attribution> read(Scene scene) {
        AttributionReader reader = new AttributionReader(scene);
        for (Sentence s : scene.text().sentences()) {
            reader.sentence(s);
        }
        return reader.found;
    }

    private void sentence(Sentence s) {
        List<Source> sources = finder.in(s);
        List<Attribution> here = new ArrayList<>();
        for (int k = 0; k < sources.size(); k++) {
            Source source = sources.get(k);
            Source last = source;
            List<Source> together = new ArrayList<>(List.of(source));
            while (k + 1 < sources.size() && joined(last, sources.get(k + 1))) {
                last = sources.get(++k);
                together.add(last);
            }
            Source next = k + 1 < sources.size() ? sources.get(k + 1) : null;
            Attribution frame = frame(source, last, next, s);
            if (frame != null) {
                for (Source one : together) {
                    here.add(of(one, frame.start(), frame.end()));
                }
            }
        }
        found.addAll(relayed(here, sources));
    }

    /** "the German government and the Kremlin": two sources of one account. */
    private boolean joined(Source a, Source b) {
        if (a.kind() == Kind.AGAIN || b.kind() == Kind.AGAIN || b.from() - a.to() > 3) {
            return false;
        }
        boolean and = false;
        for (int i = a.to(); i < b.from(); i++) {
            and |= text.is(i, "and");
            if (!text.is(i, "and") && !text.in(ARTICLES, i) && !text.is(i, "both")) {
                return false;
            }
        }
        return and;
    }

    private @Nullable Attribution frame(Source first, Source last, @Nullable Source next, Sentence s) {
        int segmentStart = extent.segmentStart(first.from(), s);
        int segmentEnd = extent.segmentEnd(last.to(), s);
        int lead = leadBefore(first, s);
        if (lead >= 0
                && text.at(LEADS, lead)
                        .filter(f -> f.values().contains("QUOTED"))
                        .isPresent()) {
            int saying = saysSo(last.to(), s);
            return saying < 0
                    ? null
                    : saying >= segmentEnd ? of(first, segmentStart, first.from()) : of(first, saying, segmentEnd);
        }
        if (lead >= 0) {
            boolean opens = lead - s.from() <= 2 || lead == segmentStart;
            return of(first, opens ? last.to() : segmentStart, segmentEnd);
        }
        if (extent.colonBehind(last)) {
            return of(first, last.to(), extent.ofColon(s));
        }
        int before = first.from() - 1;
        boolean behindIt = first.kind() != Kind.AGAIN && text.gapHas(before - 1, ',') || extent.quoteEnds(before - 1);
        if (text.in(VERBS, before) && behindIt) {
            return of(first, segmentStart, before);
        }
        int verb = verbs.behind(first, last, next, s);
        if (verb < 0 || quotedApart(first, verb)) {
            return null;
        }
        if (extent.colonAt(verb, s) || verb + 1 >= s.to() && text.gapHas(verb, ':')) {
            return of(first, verb + 1, extent.ofColon(s));
        }
        if (text.in(CONFIRMING, verb) && tellsAll(verb + 1, segmentEnd)) {
            return of(first, 0, extent.endOfParagraph(s));
        }
        int rest = extent.contentBehind(verb + 1, segmentEnd);
        boolean opening = extent.opens(first.from(), segmentStart);
        if (rest < 0) {
            return opening ? null : of(first, segmentStart, first.from());
        }
        boolean aside = text.gapHas(verb, ',') && !opening;
        return aside ? of(first, segmentStart, segmentEnd) : of(first, verb + 1, segmentEnd);
    }

    /** "quoted Peskov as saying": where begins what he said; -1 where he is not quoted so. */
    private int saysSo(int at, Sentence s) {
        for (int i = at; i < Math.min(s.to(), at + 5); i++) {
            if (text.is(i, "as") && text.ends(i + 1, "ing")) {
                return i + 2;
            }
        }
        return -1;
    }

    private static Attribution of(Source source, int start, int end) {
        return new Attribution(
                source.from(),
                source.to(),
                start,
                end,
                source.origin(),
                source.country(),
                source.kind() == Kind.LEADER,
                null);
    }

    /** "according to", "citing", "in a readout from": the first word of what leads to the source; -1 where nothing does. */
    private int leadBefore(Source source, Sentence s) {
        for (int back = 1; back <= 4; back++) {
            int at = source.from() - back;
            Optional<PhraseTrie.Found<String>> lead = at < s.from() ? Optional.empty() : text.at(LEADS, at);
            if (lead.isPresent() && at + lead.get().length() >= source.from() - 1) {
                int between = at + lead.get().length();
                if (between == source.from() || text.in(ARTICLES, between)) {
                    return source.kind() == Kind.AGAIN && source.to() - source.from() == 1 ? -1 : at;
                }
            }
        }
        boolean document = false;
        for (int i = source.from(); i < source.to(); i++) {
            document |= text.in(DOCUMENTS, i);
        }
        return document && text.is(source.from() - 1, "in") && !speaksLater(source, s) ? source.from() - 1 : -1;
    }

    private boolean speaksLater(Source source, Sentence s) {
        return text.in(VERBS, source.to()) && source.to() < s.to();
    }

    /** "the Ukrainian people's fight," he noted: words of a quotation are not the subject of the verb behind it. */
    private boolean quotedApart(Source source, int verb) {
        return !Objects.equals(
                quotations.at(text.token(source.from()).start()),
                quotations.at(text.token(verb).start()));
    }

    /** "confirmed the call", "gave details of the conversation": the source answers for all that was told of it so far. */
    private boolean tellsAll(int from, int end) {
        for (int i = from; i < Math.min(end, from + 5); i++) {
            if (text.in(ACCOUNTS, i)) {
                return true;
            }
            if (!text.in(ARTICLES, i)) {
                return false;
            }
        }
        return false;
    }

    /**
     * An outlet that passes a deeper source on is its relayer, not a source of its own; a source who is not named is
     * known by the outlet to which it spoke.
     */
    private List<Attribution> relayed(List<Attribution> here, List<Source> sources) {
        Source outlet = sources.stream()
                .filter(o -> o.kind() == Kind.OUTLET)
                .findFirst()
                .orElse(null);
        boolean deeper =
                here.stream().anyMatch(a -> !a.byOutlet() && !a.origin().key().startsWith("text:"));
        List<Attribution> out = new ArrayList<>();
        for (Attribution a : here) {
            if (a.byOutlet() && deeper) {
                continue;
            }
            boolean unnamed = a.origin().key().startsWith("text:");
            if (unnamed && outlet == null) {
                continue;
            }
            if (unnamed && outlet != null) {
                String label = a.origin().label() + ", via " + outlet.origin().label();
                out.add(a.as(new Origin(outlet.origin().key(), label, null))
                        .relayedBy(outlet.origin().label()));
            } else {
                out.add(a.relayedBy(
                        outlet == null || a.byOutlet() ? null : outlet.origin().label()));
            }
        }
        return out;
    }
}
