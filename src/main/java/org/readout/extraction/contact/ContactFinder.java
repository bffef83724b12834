package org.readout.extraction.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readout.claim.Medium;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.source.Scene;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.extraction.trace.Trace;
import org.readout.names.PhraseTrie;

/**
 * Finds where a text tells of leaders speaking, and who. A noun ("a phone call with Putin"), a verb ("spoke with",
 * "phoned"), or a means beside any verb ("agreed over the phone") points to it.
 */
public final class ContactFinder {

    private static final PhraseList NOUNS = PhraseList.of("contact-nouns");
    private static final PhraseList VERBS = PhraseList.of("contact-verbs");
    private static final PhraseList MEANS = PhraseList.of("contact-means");
    private static final PhraseList NOT_CONTACTS = PhraseList.of("not-contacts");

    private static final WordList SPEAKERS = WordList.glosses("i", "we", "ive", "weve");
    private static final WordList HOLDING = WordList.of("holding-verbs");
    private static final WordList BEGINNING = WordList.glosses("began", "started", "continued", "ended", "finished");
    private static final WordList COMING = WordList.of("coming-words");
    /** Words between a verb and its noun: "had very productive talks", "began this day with talks". */
    private static final int HELD_REACH = 3;

    private static final int BEGUN_REACH = 5;

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final boolean issued;
    private final NounContacts nouns;
    private final CallingVerbs calling;
    private final SpeakingVerbs speaking;
    private final MeansContacts means;
    private final SameOfOthers same;

    private ContactFinder(JointCalls joint, Talks talks, boolean issued) {
        this.issued = issued;
        this.text = joint.text;
        this.mentions = joint.mentions;
        this.nouns = new NounContacts(joint, talks);
        this.calling = new CallingVerbs(joint);
        this.speaking = new SpeakingVerbs(joint);
        this.means = new MeansContacts(joint);
        this.same = new SameOfOthers(joint);
    }

    public static List<Contact> find(Scene scene, Trace trace) {
        TokenizedText text = scene.text();
        MentionIndex mentions = scene.mentions();
        LocalDate day = scene.day();
        List<Contact> found = new ArrayList<>();
        Talks talks = new Talks(text, mentions, day);
        PartyFinder parties = new PartyFinder(scene, talks, found);
        ArgumentReader arguments = new ArgumentReader(text, mentions);
        OneOrSeveral calls = new OneOrSeveral(text, mentions, scene.titled());
        ContactMaker maker = new ContactMaker(text, mentions, day, calls, parties, trace, found);
        JointCalls joint = new JointCalls(text, mentions, parties, talks, arguments, maker, found, day);
        ContactFinder finder = new ContactFinder(joint, talks, scene.issuer() != null);
        for (Sentence s : text.sentences()) {
            int from = joint.read(s) ? s.to() : s.from();
            for (int i = from; i < s.to(); ) {
                i = finder.step(i, s);
            }
            finder.same.read(s);
        }
        calls.join(found);
        new TitledCall(joint, talks, day).read();
        return found;
    }

    /** "I had talks with Macron": what a leader's own address calls talks, where nothing says that they met. */
    private boolean ownTalks(int i, Sentence s) {
        return issued
                && text.in(CallNoun.TALKS, i)
                && text.is(i + 1, "with")
                && text.any(SPEAKERS, s.from(), i)
                && (text.any(HOLDING, Math.max(s.from(), i - HELD_REACH), i)
                        || text.is(i - 1, "with") && text.any(BEGINNING, Math.max(s.from(), i - BEGUN_REACH), i))
                && !text.any(COMING, s.from(), s.to())
                && mentions.within(i, s.to()).stream().noneMatch(this::place);
    }

    /** "in Kyiv": a mention that says where something was. */
    private boolean place(Mention m) {
        return m.kind() == Mention.Kind.STATE && text.is(m.from() - 1, "in");
    }

    private int step(int i, Sentence s) {
        Optional<PhraseTrie.Found<String>> not = text.at(NOT_CONTACTS, i);
        if (not.isPresent()) {
            return i + not.get().length();
        }
        Optional<PhraseTrie.Found<String>> noun = text.at(NOUNS, i);
        if (noun.isPresent() && mentions.at(i) == null && nouns.isNoun(i, noun.get())) {
            int to = i + noun.get().length();
            nouns.read(i, to, noun.get().values().get(0), s);
            return to;
        }
        if (ownTalks(i, s)) {
            nouns.read(i, i + 1, "PLAIN", s);
            return i + 1;
        }
        Optional<PhraseTrie.Found<String>> verb = text.at(VERBS, i);
        if (verb.isPresent() && mentions.at(i) == null) {
            int to = i + verb.get().length();
            switch (verb.get().values().get(0)) {
                case "CALLED" -> {
                    if (calling.reciprocal(i, to)) {
                        speaking.spoke(i, to, s);
                    } else {
                        calling.called(i, to, s);
                    }
                }
                case "REACHED" -> calling.reached(i, to, true, s);
                case "ENDED" -> calling.reached(i, to, false, s);
                default -> speaking.spoke(i, to, s);
            }
            return to;
        }
        Optional<PhraseTrie.Found<String>> by = text.at(MEANS, i);
        if (by.isPresent()) {
            int to = i + by.get().length();
            means.read(i, to, Medium.valueOf(by.get().values().get(0)), s);
            return to;
        }
        return i + 1;
    }
}
