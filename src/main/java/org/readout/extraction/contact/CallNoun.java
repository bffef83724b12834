package org.readout.extraction.contact;

import java.util.ArrayList;
import java.util.List;
import org.readout.claim.Medium;
import org.readout.extraction.contact.ArgumentReader.Arguments;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.Ordinals;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;

/** A phrase about to be read: its noun from {@code from} to {@code to}, its first word, and who stands around it. */
final class CallNoun {

    private static final WordList ANOTHER = WordList.of("another-call");
    /** Nouns that are always plural, of one call too. */
    static final WordList TALKS = WordList.of("talk-nouns");

    private static final WordList DAYS = WordList.of("days");
    private static final WordList DEFINITE = WordList.glosses("the", "that", "this", "their", "his", "her", "its");
    private static final WordList EARLIER = WordList.of("earlier-contact");
    private static final WordList ENDS = WordList.glosses("from", "to", "with");
    /** "a call scheduled with Erdogan": what stands between the noun and its preposition. */
    private static final WordList ARRANGED = WordList.of("arranged-participles");

    private static final WordList SIDES = WordList.glosses("with", "between");
    private static final WordList HANDLED = WordList.of("call-participles");
    private static final WordList PHRASE_OPENERS = WordList.of("phrase-openers");

    final Contact c;
    final int from;
    final int to;
    final int start;
    final boolean plain;
    final boolean several;
    final boolean definite;
    final boolean inPhrase;
    /** Whether it is somebody's of whom nothing says who that is: "the Chancellor's call with A and B". */
    final boolean ofUnknown;

    final Sentence s;
    final Arguments args;
    final List<Party> objects = new ArrayList<>();
    List<Party> subjects = new ArrayList<>();

    CallNoun(NounPhrases phrases, PartyFinder parties, int from, int to, String kind, Sentence s) {
        TokenizedText text = phrases.text;
        MentionIndex mentions = phrases.mentions;
        ArgumentReader arguments = phrases.arguments;
        this.from = from;
        this.to = to;
        this.s = s;
        plain = kind.equals("PLAIN");
        several = text.ends(to - 1, "s") && !text.in(TALKS, to - 1);
        c = new Contact(from, to, s.index(), plain ? Medium.UNSPECIFIED : Medium.valueOf(kind), "contact-noun");
        start = phrases.start(from, s);
        boolean dated = text.token(start).possessive() && text.in(DAYS, start);
        definite = dated || text.in(DEFINITE, start) || text.in(DEFINITE, start - 1);
        c.another(text.any(ANOTHER, start - 1, from));
        Mention owner = mentions.before(start + 1);
        c.definite(definite || owner != null && owner.possessive() && owner.from() == start);
        c.ordinal(definite ? Ordinals.within(text, start - 1, from) : 0);
        for (int i = Math.max(0, start - 1); i < from; i++) {
            c.earlier(c.earlier() || text.in(EARLIER, i) && !phrases.isPeriod(i + 1));
        }
        inPhrase = text.in(PHRASE_OPENERS, start - 1) || text.in(PHRASE_OPENERS, start - 2) && definite;
        NounPhrases.Held held = phrases.heldBy(to, s);
        Arguments near = text.in(HANDLED, to) && text.is(to + 1, "by") ? arguments.read(to + 1, s) : null;
        boolean handled = near != null && text.in(ENDS, near.end());
        boolean arranged = text.in(ARRANGED, to) && text.in(SIDES, to + 1);
        Arguments behind =
                near != null && handled ? near : held != null ? held.with() : arguments.read(arranged ? to + 1 : to, s);
        behind = behind.none() ? arguments.read(phrases.behindColon(to, s), s) : behind;
        boolean nobody = behind.mentions().isEmpty() && behind.states().isEmpty();
        NounPhrases.Held called = nobody && held == null ? phrases.predicate(to, s) : held;
        args = called == null ? behind : called.with();
        List<Mention> owners = phrases.modifiers(from, s);
        owners.forEach(m -> parties.resolve(m, s, c).forEach(c::add));
        ofUnknown = !owners.isEmpty() && c.parties().isEmpty();
        objects.addAll(parties.resolve(args.mentions(), s, c));
        Mention holder = called == null ? null : called.holder();
        if (holder != null) {
            parties.resolve(holder, s, c).forEach(c::add);
        }
    }
}
