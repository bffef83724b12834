package org.readout.extraction.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;

/** What stands in quotation marks, and who says it. */
public final class Quotations {

    /** Words between quotation marks: offsets of what is inside, indexes of its words. */
    public record Quotation(int start, int end, int from, int to) {
        public int words() {
            return to - from;
        }
    }

    private static final WordList ADVERBS = WordList.of("saying-adverbs");
    private static final WordList SUBJECTS = WordList.of("subject-pronouns");
    private static final int LONGEST_CHAIN = 4;
    private static final WordList POINTERS = WordList.glosses("this", "that", "it");
    private static final WordList COPULAS = WordList.of("copulas");
    private static final WordList SPEECH = WordList.of("speech-verbs");
    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final int LONGEST_SAYING = 5;
    /** Paragraphs over which a quotation goes on before the text says whose it is. */
    private static final int MOST_PARAGRAPHS = 12;

    private static final WordList CALLED = WordList.of("calling-verbs");
    private static final WordList PARTICIPLES = WordList.of("statement-participles");
    private static final String HAND_OVER = ",?!…—–";
    private static final int REACH = 40;
    private static final int NEAR = 8;

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final List<Quotation> all;

    private Quotations(TokenizedText text, MentionIndex mentions, List<Quotation> all) {
        this.text = text;
        this.mentions = mentions;
        this.all = all;
    }

    public static Quotations in(TokenizedText text, MentionIndex mentions) {
        List<Quotation> out = new ArrayList<>();
        for (QuotationMarks.Pair pair : QuotationMarks.pairs(text.text())) {
            int from = text.tokenAt(pair.start());
            int to = text.tokenAt(pair.end());
            if (to > from) {
                out.add(new Quotation(pair.start(), pair.end(), from, to));
            }
        }
        return new Quotations(text, mentions, out);
    }

    public List<Quotation> all() {
        return all;
    }

    /** Whether the offset lies within quotation marks. */
    public boolean inside(int offset) {
        return at(offset) != null;
    }

    /** Whether some quotation lies wholly between the offsets. */
    public boolean anyWithin(int start, int end) {
        int i = firstEndingAfter(start);
        return i < all.size() && all.get(i).start() >= start && all.get(i).end() <= end
                || i + 1 < all.size()
                        && all.get(i + 1).start() >= start
                        && all.get(i + 1).end() <= end;
    }

    @Nullable
    public Quotation at(int offset) {
        int i = firstEndingAfter(offset);
        return i < all.size() && all.get(i).start() <= offset ? all.get(i) : null;
    }

    private int firstEndingAfter(int offset) {
        int lo = 0;
        int hi = all.size();
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            if (all.get(mid).end() <= offset) {
                lo = mid + 1;
            } else {
                hi = mid;
            }
        }
        return lo;
    }

    /** The person to whom the words at the offset are given, where the text names one. */
    @Nullable
    public Mention speakerOf(int offset) {
        Quotation q = at(offset);
        return q == null ? null : speaker(q).orElse(null);
    }

    /** Whether the mention signs the words before it ("— Donald J. Trump"). */
    public boolean signs(Mention m) {
        return m.from() > 0
                && (text.gapHas(m.from() - 1, '—') || text.gapHas(m.from() - 1, '–'))
                && m.kind() == Mention.Kind.PERSON;
    }

    /** Whether a dash stands right behind the quotation: "“We must talk” - Scholz". */
    private boolean signed(Quotation q) {
        return text.gapHas(q.to() - 1, '—') || text.gapHas(q.to() - 1, '–') || text.gapHas(q.to() - 1, '-');
    }

    /** The one who says it: behind the quotation ("…," X said), else before it (X said, "…"), else who said the one before. */
    public Optional<Mention> speaker(Quotation q) {
        Optional<Mention> speaker = beside(q);
        Quotation at = q;
        for (int k = 0; k < MOST_PARAGRAPHS && speaker.isEmpty() && at != null && goesOn(at); k++) {
            at = next(at);
            speaker = at == null ? Optional.empty() : beside(at);
        }
        return speaker;
    }

    private Optional<Mention> beside(Quotation q) {
        Optional<Mention> behind = behind(q);
        return behind.isPresent() ? behind : before(q);
    }

    /** Whether the paragraph ends with the quotation open, which then goes on in the next. */
    private boolean goesOn(Quotation q) {
        return q.end() < text.text().length() && text.text().charAt(q.end()) == '\n';
    }

    private @Nullable Quotation next(Quotation q) {
        int i = firstEndingAfter(q.end());
        return i < all.size() ? all.get(i) : null;
    }

    private Optional<Mention> behind(Quotation q) {
        Mention signer = q.to() < text.size() ? mentions.at(q.to()) : null;
        if (signer != null && signer.kind() == Mention.Kind.PERSON && signed(q)) {
            return Optional.of(signer);
        }
        int verb = -1;
        int limit = Math.min(text.size(), q.to() + 12);
        for (int i = q.to(); i < limit; i++) {
            if (i > q.to() && text.sentenceOf(i) != text.sentenceOf(q.to())
                    || inside(text.token(i).start())) {
                break;
            }
            if (text.in(SPEECH, i)) {
                verb = i;
                break;
            }
        }
        boolean apart = startsSentence(q.to()) && !onlySays(q.to(), verb);
        if (verb < 0 || apart || !handsOver(q)) {
            return Optional.empty();
        }
        int end = text.sentenceOf(verb) < 0
                ? verb + 1
                : text.sentence(text.sentenceOf(verb)).to();
        for (Mention m : mentions.within(q.to(), Math.min(end, verb + 6))) {
            boolean person = m.kind() == Mention.Kind.PERSON
                    || m.kind() == Mention.Kind.OFFICE
                    || m.kind() == Mention.Kind.PRONOUN;
            if (person && (m.from() > verb || m.from() == q.to() || !text.in(PREPOSITIONS, m.from() - 1))) {
                return referent(m);
            }
        }
        return Optional.empty();
    }

    /** "…." He said." or "…." This was said by him": a sentence that only says who spoke, behind the quotation. */
    private boolean onlySays(int token, int verb) {
        if (text.in(POINTERS, token) && text.in(COPULAS, token + 1) && verb == token + 2 && text.is(verb + 1, "by")) {
            return true;
        }
        int s = text.sentenceOf(token);
        return s >= 0 && verb >= 0 && verb == text.sentence(s).to() - 1 && verb - token < LONGEST_SAYING;
    }

    /** Whether a quotation ends as one does whose speaker is named behind it: with a comma, or a mark of its own. */
    private boolean handsOver(Quotation q) {
        boolean marked = HAND_OVER.indexOf(text.text().charAt(q.end() - 1)) >= 0;
        return marked || text.gapHas(q.to() - 1, ',') || !spokenBefore(q);
    }

    /** Whether the sentence says before the quotation that somebody speaks. */
    private boolean spokenBefore(Quotation q) {
        int s = text.sentenceOf(q.from());
        return s >= 0 && text.any(SPEECH, Math.max(text.sentence(s).from(), q.from() - REACH), q.from());
    }

    private boolean startsSentence(int token) {
        int s = token < text.size() ? text.sentenceOf(token) : -1;
        return s >= 0 && text.sentence(s).from() == token && text.token(token).capital() && endsWithStop(token);
    }

    private boolean endsWithStop(int token) {
        String gap = text.gap(token - 1);
        return gap.indexOf('.') >= 0 || gap.indexOf('!') >= 0 || gap.indexOf('?') >= 0;
    }

    private Optional<Mention> before(Quotation q) {
        int s = text.sentenceOf(q.from());
        if (s < 0) {
            return Optional.empty();
        }
        Sentence sentence = text.sentence(s);
        List<Mention> left = mentions.within(Math.max(sentence.from(), q.from() - REACH), q.from());
        boolean goesOn = goesOn(sentence, q);
        for (int k = 0; k < left.size(); k++) {
            Mention m = left.get(goesOn ? k : left.size() - 1 - k);
            boolean subject = m.kind() == Mention.Kind.PERSON
                    || m.kind() == Mention.Kind.OFFICE
                    || m.kind() == Mention.Kind.PRONOUN;
            if (m.kind() == Mention.Kind.PERSON
                    && Math.max(m.to(), m.reach()) == q.from()
                    && text.gapHas(q.from() - 1, ':')
                    && !text.in(SPEECH, m.from() - 1)
                    && !mentions.governed(m)) {
                return Optional.of(m);
            }
            boolean governed = text.in(PREPOSITIONS, m.from() - 1) && !saying(m) || text.in(CALLED, m.from() - 1);
            if (subject && !m.possessive() && !governed && (goesOn || speaks(m, q.from()))) {
                return referent(m);
            }
        }
        return Optional.empty();
    }

    /** ", with Trump writing that “…”": a participle right behind somebody. */
    private boolean saying(Mention m) {
        int verb = Math.max(m.to(), m.reach());
        return text.is(m.from() - 1, "with") && text.ends(verb, "ing") && text.in(SPEECH, verb);
    }

    /** "Trump said he would tell Macron, adding: …": a participle behind a comma goes on with the first subject. */
    private boolean goesOn(Sentence s, Quotation q) {
        int verb = q.from() - 1;
        while (verb > s.from() && q.from() - verb < REACH / 4 && !text.in(SPEECH, verb)) {
            verb--;
        }
        return text.ends(verb, "ing") && text.gapHas(verb - 1, ',');
    }

    private boolean speaks(Mention m, int until) {
        for (int i = Math.max(m.to(), m.reach()); i <= until; i++) {
            boolean joined = text.is(i - 1, "and") || text.is(i - 2, "and") && text.in(ADVERBS, i - 1);
            boolean near = i < Math.min(until, m.to() + NEAR) || joined;
            if (near && (text.in(SPEECH, i) || text.in(PARTICIPLES, i))) {
                return true;
            }
        }
        return false;
    }

    /** "He" is the last person named before as a subject. */
    private Optional<Mention> referent(Mention m) {
        return referent(m, 0);
    }

    /** The same; where a sentence before begins with "he" as well, the one whom that stands for. */
    private Optional<Mention> referent(Mention m, int chain) {
        if (m.kind() != Mention.Kind.PRONOUN) {
            return Optional.of(m);
        }
        int s = text.sentenceOf(m.from());
        Quotation here = at(text.token(m.from()).start());
        Mention governed = null;
        for (int k = s; k >= Math.max(0, s - 2); k--) {
            Sentence at = text.sentence(k);
            int until = k == s ? m.from() : at.to();
            for (Mention other : mentions.within(Math.max(at.from(), until - REACH), until)) {
                boolean named = other.kind() == Mention.Kind.PERSON
                        || other.kind() == Mention.Kind.OFFICE && other.person() != null;
                boolean goesOn = other.kind() == Mention.Kind.PRONOUN
                        && k < s
                        && other.from() == at.from()
                        && text.in(SUBJECTS, other.from())
                        && mentions.agree(m, other)
                        && chain < LONGEST_CHAIN;
                if (goesOn) {
                    return referent(other, chain + 1);
                }
                if (named
                        && mentions.agrees(m, other.person())
                        && !other.possessive()
                        && Objects.equals(at(text.token(other.from()).start()), here)) {
                    if (!mentions.governed(other)) {
                        return Optional.of(other);
                    }
                    governed = governed == null ? other : governed;
                }
            }
        }
        return Optional.ofNullable(governed);
    }
}
