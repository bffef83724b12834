package org.readout.extraction.contact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.Person;

/**
 * Calls whose people are told elsewhere: by the headline, or by their states ("the Chinese got out a readout of the call").
 * Who gives an account of a call was on it, as was whoever issued the text.
 */
final class CallsOfSides extends ContactRules {

    private static final PhraseList CALLS = PhraseList.of("contact-nouns");
    private static final WordList DOCUMENTS = WordList.glosses("readout", "readouts", "account", "accounts", "version");
    private static final WordList DETERMINERS = WordList.of("determiners");
    private static final WordList GOVERNMENTS = WordList.glosses("government", "side", "authorities");
    private static final int DOCUMENT_REACH = 4;
    private static final int WITH_REACH = 8;

    private @Nullable List<Party> readOut;
    private @Nullable List<Party> withGovernment;

    CallsOfSides(ContactRules others) {
        super(others);
    }

    /** Those on a call that the text does not otherwise give to anybody; none where nothing tells. */
    List<Party> of(CallNoun n) {
        List<Party> titled = parties.titled(n.start);
        if (!titled.isEmpty()) {
            return titled;
        }
        if (readOut == null) {
            readOut = readOut();
        }
        if (readOut.size() == 2) {
            return readOut;
        }
        Party issuer = parties.issuer(n.start);
        if (issuer == null || !ofIssuer(n, issuer)) {
            return List.of();
        }
        if (withGovernment == null) {
            withGovernment = withOnlyGovernment(issuer);
        }
        return withGovernment;
    }

    /** "the conversation that happened today with the President": whether whoever issued the text is said to have been on it. */
    private boolean ofIssuer(CallNoun n, Party issuer) {
        if (n.subjects.size() == 1 && n.subjects.get(0).key().equals(issuer.key())) {
            return true;
        }
        return mentions.within(n.to, Math.min(n.s.to(), n.to + WITH_REACH)).stream()
                .filter(m -> text.is(mentions.head(m) - 1, "with") || text.is(mentions.head(m) - 2, "with"))
                .anyMatch(m -> m.person() != null && Party.of(m).key().equals(issuer.key()));
    }

    /** Whoever issued the text, and the leaders of the states whose readouts of the call it speaks of. */
    private List<Party> readOut() {
        List<Party> out = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            if (!text.in(DOCUMENTS, i) || text.sentenceOf(i) < 0 || !ofCall(i)) {
                continue;
            }
            Sentence s = text.sentence(text.sentenceOf(i));
            mentions.within(s.from(), i).forEach(m -> add(out, m));
        }
        Party issuer = parties.issuer(0);
        if (!out.isEmpty() && issuer != null && !issuer.isIn(out)) {
            out.add(0, issuer);
        }
        return out;
    }

    private boolean ofCall(int document) {
        int noun = document + 2;
        while (noun < text.size() && noun - document < DOCUMENT_REACH && text.in(DETERMINERS, noun)) {
            noun++;
        }
        return text.is(document + 1, "of") && text.at(CALLS, noun).isPresent();
    }

    /** "the conversation with the President … what the Israeli government should do": the leader of the only other that is named. */
    private List<Party> withOnlyGovernment(Party issuer) {
        List<Party> out = new ArrayList<>(List.of(issuer));
        for (Mention m : mentions.within(0, text.size())) {
            if (m.kind() == Mention.Kind.STATE && text.in(GOVERNMENTS, m.to())) {
                add(out, m);
            }
        }
        return out.size() == 2 ? out : List.of();
    }

    private static void add(List<Party> some, Mention state) {
        List<Person> leaders = state.kind() == Mention.Kind.STATE ? state.members() : List.of();
        for (Person leader : leaders) {
            Party p = Party.of(leader, state);
            if (!p.isIn(some)) {
                some.add(p);
            }
        }
    }
}
