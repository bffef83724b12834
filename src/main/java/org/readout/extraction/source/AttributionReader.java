package org.readout.extraction.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Origin;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.source.Source.Kind;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;
import org.readout.names.Polity;

/**
 * Reads whom an account comes from, clause by clause. A source answers for what its words govern: for what follows
 * ("the Kremlin said that …", "according to Berlin, …"), for what stands before it ("…, the Kremlin said"), for both
 * ("The call, Moscow said, lasted an hour"); never for the next sentence, unless that goes on in its words.
 */
public final class AttributionReader {

    private static final WordList VERBS = WordList.of("attribution-verbs");
    private static final WordList LEADER_VERBS = WordList.of("leader-attribution-verbs");
    private static final WordList TOLD = WordList.of("told");
    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList AUDIENCES = WordList.of("audiences");
    private static final WordList ASIDES = WordList.of("attribution-asides");
    private static final WordList CONFIRMING = WordList.of("account-verbs");
    private static final WordList ACCOUNTS = WordList.of("account-objects");
    private static final WordList DOCUMENTS = WordList.of("source-documents");
    private static final WordList COPULAS = WordList.of("copulas");
    private static final WordList ARTICLES = WordList.of("articles");
    private static final PhraseList LEADS = PhraseList.of("attribution-leads");
    private static final PhraseList OUTLETS = PhraseList.of("outlets", "agencies");
    private static final String MARKS = ";“”\"";
    private static final int REACH = 9;

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final Quotations quotations;
    private final SourceFinder finder;
    private final List<Attribution> found = new ArrayList<>();
    private final int[] segmentStarts;
    private final int[] segmentEnds;

    private AttributionReader(
            TokenizedText text, MentionIndex mentions, Quotations quotations, @Nullable LocalDate day) {
        this.text = text;
        this.mentions = mentions;
        this.quotations = quotations;
        this.finder = new SourceFinder(text, mentions, quotations, day);
        this.segmentStarts = new int[text.size()];
        this.segmentEnds = new int[text.size()];
        text.sentences().forEach(this::segments);
    }

    public static List<Attribution> read(
            TokenizedText text, MentionIndex mentions, Quotations quotations, @Nullable LocalDate day) {
        AttributionReader reader = new AttributionReader(text, mentions, quotations, day);
        for (Sentence s : text.sentences()) {
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
        int segmentStart = segmentStart(first.from(), s);
        int segmentEnd = segmentEnd(last.to(), s);
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
        if (colonBehind(last)) {
            return of(first, last.to(), coverOfColon(s));
        }
        int before = first.from() - 1;
        boolean behindIt = first.kind() != Kind.AGAIN && text.gapHas(before - 1, ',') || quoteEnds(before - 1);
        if (text.in(VERBS, before) && behindIt) {
            return of(first, segmentStart, before);
        }
        int verb = verbBehind(first, last, next, s);
        if (verb < 0 || quotedApart(first, verb)) {
            return null;
        }
        if (colonAt(verb, s) || verb + 1 >= s.to() && text.gapHas(verb, ':')) {
            return of(first, verb + 1, coverOfColon(s));
        }
        if (text.in(CONFIRMING, verb) && tellsAll(verb + 1, segmentEnd)) {
            return of(first, 0, endOfParagraph(s));
        }
        int rest = contentBehind(verb + 1, segmentEnd);
        boolean opening = opens(first.from(), segmentStart);
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

    /** The verb of saying whose subject the source is: right behind it, or behind an apposition, a day, an adverb. */
    private int verbBehind(Source first, Source last, @Nullable Source next, Sentence s) {
        boolean leader = first.kind() == Kind.LEADER;
        boolean again = first.kind() == Kind.AGAIN;
        if ((leader || first.kind() == Kind.AGAIN) && text.in(PREPOSITIONS, first.from() - 1)) {
            return -1;
        }
        int limit = Math.min(s.to(), last.to() + REACH);
        if (next != null && (isNearer(next, last) || next.kind() == Kind.SIDE && isState(first) && !isState(next))) {
            limit = Math.min(limit, next.from());
        }
        boolean comma = false;
        boolean quoted = quoteOpens(first.from() - 1);
        boolean name = !leader && !again;
        for (int i = last.to(); i < limit; i++) {
            String word = text.word(i);
            String gap = text.gap(i - 1);
            boolean parted = !quoted && MARKS.chars().anyMatch(mark -> gap.indexOf(mark) >= 0);
            if (parted || text.same(word, "and") && !name) {
                return -1;
            }
            comma |= text.gapHas(i - 1, ',');
            name &= text.token(i).capital() && !comma && i - last.to() < 4;
            if (text.token(i).capital() && text.at(OUTLETS, i).isPresent()) {
                return -1;
            }
            if (comma && text.sameEnd(word, "ing") && i == last.to()) {
                return -1;
            }
            if (text.has(TOLD, word)) {
                return toldAudience(i, s) ? i : -1;
            }
            if (text.has(leader ? LEADER_VERBS : VERBS, word)) {
                return isSaidOf(i) ? -1 : i;
            }
            Mention m = mentions.at(i);
            boolean passes = name
                    || text.has(ASIDES, word)
                    || text.token(i).digits()
                    || text.sameEnd(word, "ly")
                    || comma && !leader && text.token(i).capital()
                    || comma && m == null && i - last.to() < 6 && !again;
            if (!passes) {
                return -1;
            }
        }
        return -1;
    }

    /** "the Ukrainian people's fight," he noted: words of a quotation are not the subject of the verb behind it. */
    private boolean quotedApart(Source source, int verb) {
        return !Objects.equals(
                quotations.at(text.token(source.from()).start()),
                quotations.at(text.token(verb).start()));
    }

    /** "returned to the White House, Downing Street said": the source behind the comma speaks, not the one before it. */
    private boolean isNearer(Source next, Source last) {
        boolean speaks = next.kind() != Kind.OUTLET;
        int comma = text.in(ARTICLES, next.from() - 1) ? next.from() - 2 : next.from() - 1;
        return speaks
                && comma >= last.to() - 1
                && text.gapHas(comma, ',')
                && (next.kind() == Kind.AGAIN
                        || !next.origin().key().equals(last.origin().key()));
    }

    /** "the United States, Russia's Foreign Ministry said": a state by its name, which yields to a nearer source. */
    private boolean isState(Source source) {
        Mention m = mentions.at(source.from());
        return m != null && m.kind() == Mention.Kind.STATE && m.to() == source.to();
    }

    /** "was described by": the source is what is spoken of; "was quoted" has its own rule. */
    private boolean isSaidOf(int verb) {
        return text.in(COPULAS, verb - 1) && text.is(verb + 1, "by");
    }

    /** "told reporters", "told the BBC", "told parliament": what was told to the other leader is no account of the call. */
    private boolean toldAudience(int verb, Sentence s) {
        for (int i = verb + 1; i < Math.min(s.to(), verb + 5); i++) {
            if (text.in(AUDIENCES, i)
                    || text.token(i).capital() && text.at(OUTLETS, i).isPresent()) {
                return true;
            }
            Mention m = mentions.at(i);
            if (m != null && m.kind() != Mention.Kind.STATE) {
                return false;
            }
        }
        return false;
    }

    /** Notes for each word where the part between semicolons that it stands in begins and ends. */
    private void segments(Sentence s) {
        for (int i = s.from(), start = i; i < s.to(); i++) {
            start = i > s.from() && text.gapHas(i - 1, ';') ? i : start;
            segmentStarts[i] = start;
        }
        for (int i = s.to() - 1, end = s.to(); i >= s.from(); i--) {
            end = i + 1 < s.to() && text.gapHas(i, ';') ? i + 1 : end;
            segmentEnds[i] = end;
        }
    }

    private int segmentStart(int at, Sentence s) {
        return at - 1 > s.from() ? segmentStarts[at - 1] : s.from();
    }

    private int segmentEnd(int at, Sentence s) {
        return at < s.to() ? segmentEnds[at] : s.to();
    }

    /** Whether only an opening phrase stands before the source: "In a statement on Friday, the Kremlin said". */
    private boolean opens(int from, int segmentStart) {
        if (from - segmentStart <= 1) {
            return true;
        }
        for (int i = segmentStart; i < from; i++) {
            boolean plain = text.in(ASIDES, i)
                    || text.token(i).digits()
                    || text.in(ARTICLES, i)
                    || text.in(DOCUMENTS, i)
                    || text.ends(i, "ly");
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /** Where what was said begins, behind a verb of saying; -1 where only a day, a place or an audience follows. */
    private int contentBehind(int from, int end) {
        for (int i = from; i < end; i++) {
            boolean plain = text.in(ASIDES, i)
                    || text.in(AUDIENCES, i)
                    || text.in(DOCUMENTS, i)
                    || text.in(ARTICLES, i)
                    || text.token(i).digits()
                    || text.token(i).capital() && text.at(OUTLETS, i).isPresent()
                    || isState(i)
                    || text.token(i).capital() && i > from && text.token(i - 1).capital();
            if (!plain) {
                return i;
            }
        }
        return -1;
    }

    private boolean isState(int i) {
        Mention m = mentions.at(i);
        return m != null && m.form() == Polity.Form.DEMONYM;
    }

    private int endOfParagraph(Sentence s) {
        int end = s.to();
        for (int k = s.index() + 1; k < text.sentences().size(); k++) {
            if (text.sentence(k).paragraph() != s.paragraph()) {
                return end;
            }
            end = text.sentence(k).to();
        }
        return end;
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

    private boolean quoteEnds(int before) {
        String gap = before < 0 ? "" : text.gap(before);
        return gap.indexOf('”') >= 0 || gap.indexOf('"') >= 0;
    }

    /** "NEW DELHI: Modi and Biden spoke": the capital before a text is where it was written. */
    private boolean opensText(Source source) {
        Mention m = mentions.at(source.from());
        return source.from() == 0 && m != null && m.form() == Polity.Form.CAPITAL;
    }

    /** "Kremlin: Putin and Scholz spoke." */
    private boolean colonBehind(Source source) {
        return source.kind() != Kind.LEADER
                && source.kind() != Kind.AGAIN
                && !opensText(source)
                && source.to() < text.size()
                && text.gap(source.to() - 1).strip().startsWith(":");
    }

    private boolean colonAt(int verb, Sentence s) {
        return verb + 1 < s.to() && text.gap(verb).strip().startsWith(":");
    }

    /** What a colon opens: the rest of the sentence; at its end, what follows, in quotation marks or to the end of the text. */
    private int coverOfColon(Sentence s) {
        if (!text.gapHas(s.to() - 1, ':')) {
            return s.to();
        }
        int end = s.to();
        boolean quoted = s.to() < text.size() && quoteOpens(s.to() - 1);
        for (int k = s.index() + 1; k < text.sentences().size(); k++) {
            Sentence next = text.sentence(k);
            boolean newParagraph = next.paragraph() != text.sentence(k - 1).paragraph();
            if (quoted && newParagraph && !quoteOpens(next.from() - 1)) {
                return end;
            }
            end = next.to();
        }
        return end;
    }

    private boolean quoteOpens(int before) {
        String gap = before < 0 ? "" : text.gap(before);
        return gap.indexOf('“') >= 0 || gap.indexOf('"') >= 0;
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
