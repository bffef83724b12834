package org.readout.extraction.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText.Sentence;

/** Contacts told by a verb that stands for another: "Macron spoke with Putin, as did Scholz", "… Scholz did the same". */
final class SameOfOthers extends ContactRules {

    private static final WordList SAME = WordList.glosses("as", "so");
    private static final PhraseList LIKEWISE = PhraseList.of("same-again");
    private static final WordList DID = WordList.glosses("did", "has", "had", "have");

    SameOfOthers(ContactRules others) {
        super(others);
    }

    void read(Sentence s) {
        for (int i = s.from(); i < s.to() - 2 && !found.isEmpty(); i++) {
            if (text.in(SAME, i) && text.in(DID, i + 1)) {
                add(i, i == s.from() ? s.index() - 1 : s.index(), mentions.at(i + 2), s);
            }
            if (text.at(LIKEWISE, i).isPresent()) {
                Mention subject = mentions.before(i);
                add(i, subject != null && subject.from() == s.from() ? s.index() - 1 : s.index(), subject, s);
            }
        }
    }

    /** Adds the contact that {@code another} had, as the one told of last in a sentence. */
    private void add(int at, int told, @Nullable Mention another, Sentence s) {
        Contact first = found.get(found.size() - 1);
        boolean named = another != null && another.kind() == Mention.Kind.PERSON && !another.possessive();
        if (another == null
                || !named
                || first.sentence() != told
                || first.parties().size() != 2) {
            return;
        }
        Party subject = first.parties().get(0);
        Contact c = new Contact(
                Math.min(at, another.from()), Math.max(at + 1, another.to()), s.index(), first.medium(), first.rule());
        c.gapped(true);
        List<Party> others = parties.resolve(another, s, c);
        if (others.isEmpty() || first.has(others.get(0))) {
            return;
        }
        Party caller = first.caller();
        if (caller != null && caller.key().equals(subject.key())) {
            c.called(others.get(0), c.from(), c.to(), first.callerRule());
        }
        maker.pair(c, others, List.of(first.parties().get(1)), s, told == s.index() ? first.from() : at, c.to(), null);
    }
}
