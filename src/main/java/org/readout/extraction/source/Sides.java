package org.readout.extraction.source;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.Polity;

/** Which state words speak for: by those whom they name, or by whoever the sentences around are about. */
final class Sides {

    private static final PhraseList SHARED_SEATS = PhraseList.of("shared-seats");

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final @Nullable LocalDate day;
    private final Set<String> states = new LinkedHashSet<>();

    Sides(TokenizedText text, MentionIndex mentions, @Nullable LocalDate day) {
        this.text = text;
        this.mentions = mentions;
        this.day = day;
        for (Mention m : mentions.within(0, text.size())) {
            String state = m.kind() == Mention.Kind.PERSON || m.kind() == Mention.Kind.OFFICE ? stateOf(m) : null;
            if (state != null) {
                states.add(state);
            }
        }
    }

    /** "the PMO in Ottawa", "the German Foreign Office": of Germany, whosever seat goes by that name; else that of those whom the text names. */
    String ownerOf(Mention seat, String state) {
        Mention place = text.is(seat.to(), "in") ? mentions.at(seat.to() + 1) : null;
        if (seat.form() == Polity.Form.SEAT && place != null && place.kind() == Mention.Kind.STATE) {
            return Objects.requireNonNullElse(place.country(), state);
        }
        if (seat.form() == Polity.Form.SEAT
                && text.at(SHARED_SEATS, seat.from()).isPresent()
                && !states.contains(state)) {
            String own = ownSide(seat.from(), text.sentence(text.sentenceOf(seat.from())));
            return own == null ? states.stream().findFirst().orElse(state) : own;
        }
        Mention before = seat.form() == Polity.Form.SEAT ? mentions.before(seat.from()) : null;
        boolean adjoins = before != null
                && before.kind() == Mention.Kind.STATE
                && before.to() == seat.from()
                && text.gap(before.to() - 1).isBlank();
        String owner = before == null || !adjoins ? null : before.country();
        return owner == null ? state : owner;
    }

    /** "a government spokesperson": of the side of whoever the sentence is about. */
    @Nullable
    String ownSide(int start, Sentence s) {
        for (Mention m : mentions.within(s.from(), s.to())) {
            boolean person = m.kind() == Mention.Kind.PERSON || m.kind() == Mention.Kind.OFFICE;
            String state = person && m.from() != start ? stateOf(m) : null;
            if (state != null) {
                return state;
            }
        }
        return null;
    }

    @Nullable
    String stateWithin(int from, int to) {
        for (Mention m : mentions.within(from, to)) {
            String state = sideOf(m);
            if (state != null) {
                return state;
            }
            if (m.kind() == Mention.Kind.PRONOUN && m.possessive()) {
                return ownerBefore(m);
            }
        }
        return null;
    }

    /** "his spokesman": of the last person named as a subject. */
    @Nullable
    String ownerBefore(Mention pronoun) {
        int s = text.sentenceOf(pronoun.from());
        for (int k = s; k >= Math.max(0, s - 2); k--) {
            Sentence at = text.sentence(k);
            for (Mention m : mentions.within(at.from(), k == s ? pronoun.from() : at.to())) {
                boolean person = m.kind() == Mention.Kind.PERSON || m.kind() == Mention.Kind.OFFICE;
                String state = person && mentions.agrees(pronoun, m.person()) ? stateOf(m) : null;
                if (state != null) {
                    return state;
                }
            }
        }
        return null;
    }

    /** The state of whoever is mentioned; of a seat, whose it is here. */
    @Nullable
    String sideOf(Mention m) {
        String state = stateOf(m);
        return state == null || m.kind() != Mention.Kind.STATE ? state : ownerOf(m, state);
    }

    @Nullable
    String stateOf(Mention m) {
        if (m.kind() == Mention.Kind.STATE) {
            return m.country();
        }
        return m.person() == null ? m.country() : Party.of(m).state(day);
    }
}
