package org.readout.extraction.contact;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.Party;
import org.readout.extraction.source.Quotations;
import org.readout.extraction.source.Scene;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.Person;

/** Says who spoke from what the text told before: the one whose calls are told, and who was on the call that is meant. */
final class PeopleBefore {

    private static final WordList POINTERS = WordList.glosses("these", "those", "among", "others");
    private static final int HELD_REACH = 4;

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final @Nullable LocalDate day;
    private final @Nullable Person issuer;
    private final Quotations quotations;
    private final Referents referents;
    private final List<Contact> found;

    PeopleBefore(Scene scene, Referents referents, List<Contact> found) {
        this.text = scene.text();
        this.mentions = scene.mentions();
        this.day = scene.day();
        this.issuer = scene.issuer();
        this.quotations = scene.quotations();
        this.referents = referents;
        this.found = found;
    }

    /**
     * Who spoke with them where the sentence names no subject: whoever spoke with the supposed subject just before ("his
     * call with Turnbull came after conversations with Abe and Merkel"), else the one whose readout it is, else the
     * leader whom the sentence before was about.
     */
    List<Party> hub(List<Party> subjects, List<Party> objects, Sentence s, Contact c) {
        Mention one = subjects.size() == 1 ? mentions.at(subjects.get(0).from()) : null;
        boolean held = one != null && mentions.doesSomething(one) && c.from() - one.to() <= HELD_REACH;
        if (subjects.size() == 1 && objects.size() > 1 && !held) {
            for (int k = found.size() - 1; k >= 0 && found.get(k).sentence() == s.index(); k--) {
                Contact before = found.get(k);
                if (before.parties().size() == 2
                        && before.parties().get(1).key().equals(subjects.get(0).key())) {
                    return List.of(before.parties().get(0));
                }
            }
        }
        if (!subjects.isEmpty()) {
            return subjects;
        }
        if (quotations.inside(text.token(c.from()).start())) {
            Party said = referents.speaker(c.from(), s);
            return said == null || said.isIn(objects) ? List.of() : List.of(said);
        }
        Party own = issuer == null ? null : new Party(issuer, issuer.name(), null, null, false, c.from(), c.to());
        if (own != null && !own.isIn(objects)) {
            return List.of(own);
        }
        Party centre = centre();
        if (centre != null && !centre.isIn(objects)) {
            return List.of(centre);
        }
        if (s.index() == 0) {
            return subjects;
        }
        Party caller = subjectBefore(s);
        return caller != null && !caller.isIn(objects)
                ? List.of(caller)
                : lastNamed(text.sentence(s.index() - 1), objects, s);
    }

    /** "Biden called Macron. A similar call was held with Scholz": the subject of the call of two just told of; null where there is none. */
    private @Nullable Party subjectBefore(Sentence s) {
        if (found.isEmpty()) {
            return null;
        }
        Contact last = found.get(found.size() - 1);
        boolean just = last.sentence() == s.index() - 1
                && text.sentence(last.sentence()).paragraph() == s.paragraph();
        return just && last.parties().size() == 2 ? last.parties().get(0) : null;
    }

    /** Who was on both of the last two calls told of, of different people: the one whose calls are told; null where nobody was. */
    private @Nullable Party centre() {
        Contact last = null;
        for (int k = found.size() - 1; k >= Math.max(0, found.size() - Contact.REACH); k--) {
            Contact c = found.get(k);
            if (c.parties().size() < 2) {
                continue;
            }
            Contact later = last;
            if (later == null) {
                last = c;
            } else if (!c.key().equals(later.key())) {
                return c.parties().stream().filter(later::has).findFirst().orElse(null);
            }
        }
        return null;
    }

    /** Who was on the last of the calls told of that was one with all of them: "the conversation with Putin lasted an hour". */
    List<Party> onCallWith(List<Party> objects) {
        for (int k = found.size() - 1; k >= Math.max(0, found.size() - Contact.REACH); k--) {
            Contact told = found.get(k);
            if (told.parties().size() > objects.size() && objects.stream().allMatch(told::has)) {
                return List.copyOf(told.parties());
            }
        }
        return List.of();
    }

    private List<Party> lastNamed(Sentence before, List<Party> objects, Sentence s) {
        boolean pointsBack = text.in(POINTERS, s.from()) && s.paragraph() - before.paragraph() == 1;
        if (before.paragraph() != s.paragraph() && !pointsBack) {
            return List.of();
        }
        List<Mention> named = mentions.within(Math.max(before.from(), before.to() - Contact.REACH), before.to());
        for (int k = named.size() - 1; k >= 0; k--) {
            Mention m = named.get(k);
            if (m.kind() == Mention.Kind.PERSON && mentions.isParty(m, day) && mentions.inOffice(m, day)) {
                Party p = Party.of(m);
                if (!p.isIn(objects)) {
                    return List.of(p);
                }
            }
        }
        return List.of();
    }
}
