package org.readout.extraction.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Origin;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.source.Quotations.Quotation;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;
import org.readout.names.Polity;

/**
 * Finds the words of a text that can stand for a source: a government by its seat, capital, office or spokesperson, a
 * leader or an aide, an agency or an outlet. Whether they are one there is {@link AttributionReader}'s to say.
 */
final class SourceFinder {

    private static final WordList ARTICLES = WordList.of("articles");
    private static final PhraseList OUTLETS = PhraseList.of("outlets");
    private static final WordList OUTLET_HEADS = WordList.of("outlet-heads");
    private static final PhraseList AIDES = PhraseList.of("aides");
    private static final PhraseList AGENCIES = PhraseList.of("agencies");

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final Sides sides;
    private final KnownSources known;
    private final SourcePhrases phrases;
    private final Quotations quotations;

    SourceFinder(Scene scene) {
        this.text = scene.text();
        this.mentions = scene.mentions();
        this.sides = new Sides(text, mentions, scene.day());
        this.quotations = scene.quotations();
        this.known = new KnownSources(text, quotations);
        this.phrases = new SourcePhrases(text, mentions, sides, known);
    }

    /** The sources that a sentence may name, in order; those named before are known by it. */
    List<Source> in(Sentence s) {
        List<Source> out = new ArrayList<>();
        for (int i = s.from(); i < s.to(); ) {
            Source found = at(i, s);
            if (found == null) {
                i++;
                continue;
            }
            out.add(found);
            known.note(found);
            i = Math.max(i + 1, found.to());
        }
        return out;
    }

    private @Nullable Source at(int i, Sentence s) {
        int head = phrases.headFrom(i, s);
        if (head >= 0) {
            return phrases.read(i, head, s);
        }
        Optional<PhraseTrie.Found<String>> agency = text.token(i).capital() ? text.at(AGENCIES, i) : Optional.empty();
        Optional<PhraseTrie.Found<String>> outlet =
                agency.isEmpty() && text.token(i).capital() ? text.at(OUTLETS, i) : agency;
        if (outlet.isPresent()) {
            String name = outlet.get().values().get(0);
            String prefix = agency.isPresent() ? "agency:" : "outlet:";
            return new Source(
                    i,
                    i + outlet.get().length(),
                    new Origin(prefix + name.toLowerCase(Locale.ROOT), name, null),
                    null,
                    Source.Kind.OUTLET);
        }
        Optional<PhraseTrie.Found<String>> aide = text.token(i).capital() ? text.at(AIDES, i) : Optional.empty();
        if (aide.isPresent()) {
            String state = aide.get().values().get(0);
            int end = i + aide.get().length();
            return new Source(
                    i,
                    end,
                    Origin.ofSide(state, phrases.words(i, end), phrases.words(i, end)),
                    state,
                    Source.Kind.SIDE);
        }
        Mention m = mentions.at(i);
        if (m == null || m.isStranger()) {
            return named(i);
        }
        if (m.from() != i) {
            return null;
        }
        String state = sides.stateOf(m);
        return switch (m.kind()) {
            case STATE ->
                state == null || m.form() == Polity.Form.DEMONYM || m.possessive()
                        ? null
                        : place(m, sides.ownerOf(m, state));
            case PERSON, OFFICE, COUNTERPART ->
                state == null || m.possessive() ? null : leader(m.from(), Math.max(m.to(), m.reach()), m, state);
            case PRONOUN -> m.possessive() ? null : subjectBefore(m);
            default -> null;
        };
    }

    private Source leader(int from, int to, Mention m, String state) {
        String name = m.person() == null ? null : m.person().name();
        return new Source(
                from, to, Origin.ofSide(state, phrases.words(m.from(), m.to()), name), state, Source.Kind.LEADER);
    }

    private Source place(Mention m, String state) {
        return new Source(m.from(), m.to(), Origin.ofSide(state, m.name(), null), state, Source.Kind.SIDE);
    }

    /** A name that was given with a description before: "Peskov", "the channel". */
    private @Nullable Source named(int i) {
        Source outlet = known.outlet();
        if (outlet != null && text.in(OUTLET_HEADS, i) && text.in(ARTICLES, i - 1)) {
            return new Source(i, i + 1, outlet.origin(), null, Source.Kind.OUTLET);
        }
        if (text.is(i, "it") && !known.isEmpty()) {
            return known.again(i, i + 1, null);
        }
        Source before = text.token(i).capital() ? known.named(text.word(i)) : null;
        return before == null ? null : new Source(i, i + 1, before.origin(), before.country(), Source.Kind.SIDE);
    }

    /** "he": the spokesman named in the sentence before, else the leader whom it is about, else the source named last. */
    private @Nullable Source subjectBefore(Mention pronoun) {
        int s = text.sentenceOf(pronoun.from());
        Quotation here = quotations.at(text.token(pronoun.from()).start());
        for (int k = s; k >= Math.max(0, s - 2); k--) {
            Sentence at = text.sentence(k);
            if (at.paragraph() < text.sentence(s).paragraph() - 1) {
                break;
            }
            int until = k == s ? pronoun.from() : at.to();
            Source spokesman = k == s ? null : known.spokesman(at.from(), until);
            if (spokesman != null) {
                return spokesman.again(pronoun.from(), pronoun.to());
            }
            for (Mention m : mentions.within(at.from(), until)) {
                boolean person = m.kind() == Mention.Kind.PERSON || m.kind() == Mention.Kind.OFFICE;
                String state = person && mentions.agrees(pronoun, m.person()) ? sides.stateOf(m) : null;
                boolean apart =
                        !Objects.equals(quotations.at(text.token(m.from()).start()), here);
                if (state != null && !m.possessive() && !apart) {
                    return leader(pronoun.from(), pronoun.to(), m, state);
                }
            }
        }
        return known.again(pronoun.from(), pronoun.to(), null);
    }
}
