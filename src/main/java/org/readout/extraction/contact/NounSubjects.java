package org.readout.extraction.contact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.Party;

/** Says who had a call that a noun tells of, as far as the words around its phrase do. */
final class NounSubjects extends ContactRules {

    private static final WordList EACH = WordList.of("separate-calls");
    private static final WordList HIS = WordList.glosses("his", "her");

    /** Words before the noun's phrase where it opens a sentence: "In a call". */
    private static final int LONGEST_OPENER = 2;

    NounSubjects(ContactRules others) {
        super(others);
    }

    /** Who had the call: its owner, the subject of the sentence, or of the clause behind an opening phrase. */
    List<Party> of(CallNoun n) {
        List<Party> subjects = new ArrayList<>(n.c.parties());
        n.c.parties().clear();
        boolean opens = n.start - n.s.from() <= LONGEST_OPENER;
        if (opens && n.inPhrase && text.in(HIS, n.start)) {
            Party named = namedBehind(n);
            if (named != null) {
                subjects.clear();
                subjects.add(named);
            }
        }
        if (subjects.isEmpty()) {
            boolean two = n.objects.isEmpty() && (n.inPhrase || n.definite);
            subjects.addAll(parties.subject(n.start, n.s, n.c, n.objects, two));
            addBehind(n, subjects, opens);
        }
        if (opens && sameSide(subjects, n.objects)) {
            subjects.clear();
        }
        if (opens && subjects.isEmpty() && n.objects.size() > 2 && text.any(EACH, n.start - 1, n.from)) {
            List<Party> behindFirst = n.objects.subList(1, n.objects.size());
            subjects.addAll(behindFirst);
            behindFirst.clear();
        }
        if (n.objects.isEmpty() && subjects.size() == 1) {
            n.objects.addAll(parties.behind().urged(n.args.end(), n.s, n.c, subjects.get(0)));
        }
        return subjects;
    }

    /** "In a call with A, B said", "In a call, A and B discussed", "In a call, A told B": those of the main clause behind. */
    private void addBehind(CallNoun n, List<Party> subjects, boolean opens) {
        boolean two = n.objects.isEmpty();
        boolean lacking = subjects.isEmpty() || two && subjects.size() < 2;
        if (!(lacking && (n.inPhrase || !two)) && !sameSide(subjects, n.objects)) {
            return;
        }
        List<Party> behind = parties.behind().subject(n.args.end(), n.s, n.c, false, opens);
        if (subjects.isEmpty() && two && !n.definite) {
            n.objects.addAll(parties.behind().addressed(behind, n.s, n.c));
        }
        if (two && n.objects.isEmpty()) {
            behind = parties.behind().subject(n.args.end(), n.s, n.c, true, opens);
        }
        behind.stream().filter(p -> !p.isIn(subjects)).forEach(subjects::add);
    }

    /** "In his conversation with A, B said": the one whom a pronoun of the opening phrase points on to; null where nobody is. */
    private @Nullable Party namedBehind(CallNoun n) {
        List<Party> behind = parties.behind().subject(n.args.end(), n.s, n.c, false, true);
        if (behind.isEmpty()) {
            return null;
        }
        Party first = behind.get(0);
        Mention m = mentions.at(first.from());
        boolean named = m != null && m.kind() == Mention.Kind.PERSON;
        return named && !first.isIn(n.objects) ? first : null;
    }

    private static boolean sameSide(List<Party> subjects, List<Party> objects) {
        return objects.size() == 1
                && subjects.size() == 1
                && subjects.get(0).key().equals(objects.get(0).key());
    }
}
