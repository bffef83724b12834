package org.readout.extraction.contact;

import java.time.LocalDate;
import java.util.ArrayList;
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

/**
 * Says whom "he", "she", "him" and "his" stand for: as a rule the subject of the clause, else of the sentence before, by
 * what the grammar of the sentence allows.
 */
final class Pronouns {

    private static final int ASKED_REACH = 3;
    private static final WordList PREPOSITIONS = WordList.of("prepositions");
    private static final WordList SUBORDINATORS = WordList.of("subordinators");
    private static final WordList SUBJECT_RELATIVES = WordList.of("subject-relatives");
    private static final WordList PHRASE_OPENERS = WordList.of("phrase-openers");
    /** Where one of these is the subject, what it stands for is named further back. */
    private static final WordList SUBJECTS = WordList.glosses("he", "she");

    private static final WordList OFFICES = WordList.of("source-heads");
    private static final WordList REPORTING = WordList.of("leader-attribution-verbs");
    private static final WordList TRANSITIVE = WordList.of("transitive-talk");

    private final TokenizedText text;
    private final MentionIndex mentions;
    private final @Nullable LocalDate day;
    private final @Nullable Person issuer;
    private final List<Person> inTitle;
    private final Quotations quotations;
    private final Talks talks;

    Pronouns(Scene scene, Talks talks) {
        this.text = scene.text();
        this.mentions = scene.mentions();
        this.day = scene.day();
        this.issuer = scene.issuer();
        this.inTitle = scene.titled().people();
        this.quotations = scene.quotations();
        this.talks = talks;
    }

    /** "he": the subject of the sentence so far or of the one before, not one who is on the call already. */
    @Nullable
    Party resolve(Mention m, Sentence s, Contact c) {
        Party ahead = m.from() - s.from() <= 4 ? ahead(m, s) : null;
        if (ahead != null) {
            return ahead;
        }
        Party own = m.possessive() ? subjectOfOwnClause(m, s, c) : null;
        if (own != null) {
            return own;
        }
        boolean object = text.is(m.from(), "him") || text.is(m.from(), "her") && !m.possessive();
        Party here = object ? subjectOfOtherClause(m, s, c) : null;
        if (here != null) {
            return here;
        }
        boolean within = quotations.inside(text.token(m.from()).start());
        Party office = object ? null : ownerOfOffice(m, s, c);
        if (office != null) {
            return office;
        }
        for (int k = object ? s.index() - 1 : s.index(); k >= Math.max(0, s.index() - (object ? 12 : 4)); k--) {
            Sentence at = text.sentence(k);
            int until = k == s.index() ? m.from() : at.to();
            for (Mention other : mentions.within(Math.max(at.from(), until - Contact.REACH), until)) {
                if (!object && text.in(SUBJECTS, other.from())) {
                    break;
                }
                boolean named = other.kind() == Mention.Kind.PERSON || other.kind() == Mention.Kind.OFFICE;
                boolean isIssuer = object
                        && issuer != null
                        && other.person() != null
                        && other.person().id().equals(issuer.id());
                boolean counts = named
                        && mentions.agrees(m, other.person())
                        && mentions.isParty(other, day)
                        && !other.possessive()
                        && !isIssuer
                        && (within
                                || !quotations.inside(text.token(other.from()).start()))
                        && (!mentions.governed(other) || mentions.doesSomething(other));
                if (counts) {
                    Party p = Party.of(other);
                    if (!c.has(p)) {
                        return p;
                    }
                }
            }
        }
        Party governed = object ? governedBefore(m, s, c) : objectBefore(m, s, c);
        Party other = governed == null && object ? onlyOther(m, s, c) : governed;
        Party owner = other == null ? ownerBefore(m, s, c) : other;
        owner = owner == null && object ? askedAbout(m, s, c) : owner;
        return owner == null && !object ? unnamed(m, c) : owner;
    }

    /**
     * "As you know, he spoke with": whose office issued the text, else the only one whom its headline names, where it has
     * named nobody who could be meant.
     */
    private @Nullable Party unnamed(Mention m, Contact c) {
        if (issuer != null) {
            return mentions.agrees(m, issuer) ? Party.of(issuer, m.from()) : null;
        }
        List<Party> titled = inTitle.stream()
                .distinct()
                .filter(p -> mentions.agrees(m, p))
                .map(p -> Party.of(p, m.from()))
                .filter(p -> !c.has(p))
                .toList();
        return titled.size() == 1 ? titled.get(0) : null;
    }

    /** "Macron, who has spoken to Putin often, called him": of two named before, the one who is not the subject. */
    private @Nullable Party onlyOther(Mention m, Sentence s, Contact c) {
        List<Party> before = talks.named(Math.max(s.from(), m.from() - Contact.REACH), m.from());
        boolean two =
                before.size() == 2 && !before.get(0).key().equals(before.get(1).key());
        Party other = two ? before.get(1) : null;
        return other == null || c.has(other) || !mentions.agrees(m, other.person()) ? null : other;
    }

    /** "Have you talked to Netanyahu? THE PRESIDENT: I spoke with him": the only other one whom the question names. */
    private @Nullable Party askedAbout(Mention m, Sentence s, Contact c) {
        for (int k = s.index() - 1; k >= Math.max(0, s.index() - ASKED_REACH); k--) {
            Sentence question = text.sentence(k);
            if (text.gapHas(question.to() - 1, '?')) {
                List<Party> named = talks.named(question.from(), question.to()).stream()
                        .filter(p -> !c.has(p) && mentions.agrees(m, p.person()))
                        .filter(p -> issuer == null
                                || p.person() == null
                                || !issuer.id().equals(p.person().id()))
                        .toList();
                return named.size() == 1 ? named.get(0) : null;
            }
        }
        return null;
    }

    /** Whether somebody can be on a call, and the pronoun agrees with them. */
    private boolean standsFor(Mention pronoun, Mention other) {
        return mentions.agrees(pronoun, other.person()) && mentions.isParty(other, day);
    }

    /** "Hollande's office protested, and he called Obama": whose office the clause before is about. */
    private @Nullable Party ownerOfOffice(Mention m, Sentence s, Contact c) {
        List<Mention> before = mentions.within(Math.max(s.from(), m.from() - Contact.REACH), m.from());
        if (before.isEmpty()) {
            return null;
        }
        Mention first = before.get(0);
        boolean office = first.possessive() && first.from() == s.from() && text.in(OFFICES, first.to());
        return office && standsFor(m, first) && !c.has(Party.of(first)) ? Party.of(first) : null;
    }

    /** "may have tapped the phone of Merkel, and she called Obama": the last one named in the clause before, who did nothing there. */
    private @Nullable Party objectBefore(Mention m, Sentence s, Contact c) {
        List<Party> before = talks.named(Math.max(s.from(), m.from() - Contact.REACH), m.from());
        Party last = before.isEmpty() ? null : before.get(before.size() - 1);
        return last == null || c.has(last) || !mentions.agrees(m, last.person()) ? null : last;
    }

    /** "Scholz met Orban after Trump spoke of his call": the subject of the clause that the pronoun stands in, where it has one. */
    private @Nullable Party subjectOfOwnClause(Mention m, Sentence s, Contact c) {
        List<Mention> before = mentions.within(Math.max(s.from(), m.from() - Contact.REACH), m.from());
        for (int k = before.size() - 1; k >= 0; k--) {
            Mention other = before.get(k);
            boolean clause = text.in(SUBORDINATORS, mentions.head(other) - 1);
            if (clause
                    && other.kind() == Mention.Kind.PERSON
                    && !other.possessive()
                    && mentions.doesSomething(other)
                    && standsFor(m, other)) {
                Party p = Party.of(other);
                return c.has(p) || text.gapsHave(other.from(), m.from(), ',') ? null : p;
            }
        }
        return null;
    }

    /** "At the request of Secretary Rice, Nakasone spoke with her": the one in the opening phrase, who is not the subject. */
    private @Nullable Party governedBefore(Mention m, Sentence s, Contact c) {
        List<Party> before = talks.named(Math.max(s.from(), m.from() - Contact.REACH), m.from());
        boolean opening =
                before.size() == 2 && text.in(PREPOSITIONS, before.get(0).from() - 1);
        boolean fits = opening && mentions.agrees(m, before.get(0).person());
        return fits && !c.has(before.get(0)) ? before.get(0) : null;
    }

    /** "Trump gave in after the Turkish leader pressed him": the subject of the clause before, not of his own. */
    private @Nullable Party subjectOfOtherClause(Mention m, Sentence s, Contact c) {
        List<Party> subjects = new ArrayList<>();
        boolean clause = false;
        int last = s.from();
        for (Mention other : mentions.within(Math.max(s.from(), m.from() - Contact.REACH), m.from())) {
            boolean person = other.kind() == Mention.Kind.PERSON || other.kind() == Mention.Kind.OFFICE;
            if (person
                    && !other.possessive()
                    && mentions.isParty(other, day)
                    && (!text.in(PREPOSITIONS, other.from() - 1) || mentions.doesSomething(other))) {
                boolean cleft = text.in(SUBJECT_RELATIVES, Math.max(other.to(), other.reach()));
                int verb = mentions.wordBefore(other.from());
                verb -= text.is(verb, "that") ? 1 : 0;
                boolean said = text.in(REPORTING, verb) && !text.in(TRANSITIVE, verb);
                clause |= !subjects.isEmpty() && (cleft || said || text.any(SUBORDINATORS, last, other.from()));
                subjects.add(Party.of(other));
                last = other.to();
            }
        }
        if (!clause || subjects.size() < 2) {
            return null;
        }
        Party own = subjects.get(subjects.size() - 1);
        Party first = subjects.get(0);
        boolean other = !first.key().equals(own.key()) && mentions.agrees(m, first.person());
        return other && !c.has(first) ? first : null;
    }

    /** "Hours before Putin's speech, Macron spoke to him": the one whose something is spoken of. */
    private @Nullable Party ownerBefore(Mention m, Sentence s, Contact c) {
        for (Mention other : mentions.within(Math.max(s.from(), m.from() - Contact.REACH), m.from())) {
            if (other.possessive() && other.kind() == Mention.Kind.PERSON && standsFor(m, other)) {
                Party p = Party.of(other);
                return c.has(p) ? null : p;
            }
        }
        return null;
    }

    /** "Prior to his discussion with Putin, Scholz": the subject behind the opening phrase. */
    private @Nullable Party ahead(Mention m, Sentence s) {
        if (!text.in(PHRASE_OPENERS, s.from())
                && !text.is(m.from() - 1, "to")
                && !text.is(s.from(), "ahead")
                && !text.ends(s.from(), "ing")) {
            return null;
        }
        if (text.gapsHave(s.from(), m.from(), ',')) {
            return null;
        }
        for (Mention other : mentions.within(m.to(), Math.min(s.to(), m.to() + Contact.REACH))) {
            boolean clause = text.gapHas(other.from() - 1, ',');
            if (clause
                    && (other.kind() == Mention.Kind.PERSON || other.kind() == Mention.Kind.OFFICE)
                    && standsFor(m, other)
                    && !other.possessive()) {
                return Party.of(other);
            }
        }
        return null;
    }
}
