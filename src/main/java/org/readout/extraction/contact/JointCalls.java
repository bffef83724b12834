package org.readout.extraction.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Medium;
import org.readout.extraction.language.PhraseList;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.Party;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;
import org.readout.names.PhraseTrie;

/** Calls of many, whose other participants a sentence lists: "Participants in the call included A, B and C". */
final class JointCalls extends ContactRules {

    private static final WordList HEADS = WordList.of("participant-words");
    private static final WordList LISTING = WordList.of("listing-verbs");
    private static final PhraseList BESIDES = PhraseList.of("besides");
    private static final WordList ALSO = WordList.glosses("also", "on", "among", "others");
    private static final WordList CALLS = WordList.of("one-call");
    private static final WordList SPOKE = WordList.of("spoke");
    private static final int HEAD_REACH = 3;
    private static final int VERB_REACH = 16;
    private static final int HOST_REACH = 4;

    private final Talks talks;
    private final @Nullable LocalDate day;

    JointCalls(
            TokenizedText text,
            MentionIndex mentions,
            PartyFinder parties,
            Talks talks,
            ArgumentReader arguments,
            ContactMaker maker,
            List<Contact> found,
            @Nullable LocalDate day) {
        super(text, mentions, parties, arguments, maker, found);
        this.day = day;
        this.talks = talks;
    }

    /** Reads a sentence that lists who was on a call; false where it does not. */
    boolean read(Sentence s) {
        List<Mention> before = new ArrayList<>();
        int first = besides(s, before);
        int head = first;
        while (head < Math.min(s.to(), first + HEAD_REACH) && !text.in(HEADS, head)) {
            head++;
        }
        if (!text.in(HEADS, head) || head >= Math.min(s.to(), first + HEAD_REACH)) {
            return false;
        }
        int verb = head + 1;
        while (verb < Math.min(s.to(), head + VERB_REACH) && !text.in(LISTING, verb)) {
            verb++;
        }
        boolean lists = text.in(LISTING, verb) && verb < s.to();
        boolean onCall = text.any(CALLS, head, verb);
        return lists
                && (onCall || !text.in(ALSO, head))
                && (onCall || !text.any(SPOKE, head, verb))
                && listed(s, head, verb, before);
    }

    /** "In addition to Biden and Scholz, participants included": where the sentence goes on behind those it has named already. */
    private int besides(Sentence s, List<Mention> named) {
        int opener = text.at(BESIDES, s.from()).map(PhraseTrie.Found::length).orElse(0);
        if (opener == 0) {
            return s.from();
        }
        int end = arguments.list(s.from() + opener, s, named, new ArrayList<>());
        return named.isEmpty() ? s.from() : end;
    }

    private boolean listed(Sentence s, int head, int verb, List<Mention> before) {
        Contact c = new Contact(head, verb + 1, s.index(), Medium.UNSPECIFIED, "contact-joint");
        List<Mention> list = new ArrayList<>();
        arguments.list(verb + 1, s, list, new ArrayList<>());
        List<Party> others = parties.resolve(list, s, c);
        List<Party> hosts = new ArrayList<>(parties.resolve(before, s, c));
        hosts.addAll(talks.named(head, verb));
        if (others.isEmpty()) {
            return false;
        }
        if (hosts.isEmpty()) {
            return text.any(CALLS, head, verb) ? joinCall(s, others) : joinHost(s, others);
        }
        hosts.forEach(c::add);
        others.forEach(c::add);
        maker.accept(c, s, head);
        return true;
    }

    /** Puts participants on the call that was told of just before with one of them only; false where none was. */
    boolean joinHost(Sentence s, List<Party> others) {
        Contact call = host(s);
        if (call == null) {
            return false;
        }
        others.forEach(call::add);
        talks.takingPart(s).forEach(call::add);
        call.anaphoric(false);
        if (!found.contains(call)) {
            maker.accept(call, text.sentence(call.sentence()), call.from());
        }
        return true;
    }

    /** "A took part in a call hosted by B. The call included C and D": puts them on the call just told; false where none was. */
    boolean joinCall(Sentence s, List<Party> others) {
        Contact last = found.isEmpty() ? null : found.get(found.size() - 1);
        boolean before = last != null && last.sentence() < s.index() && s.index() - last.sentence() <= HOST_REACH;
        if (last == null || !before || last.parties().size() < 2) {
            return joinHost(s, others);
        }
        String key = last.key();
        List<Contact> near = found.subList(Math.max(0, found.size() - Contact.REACH), found.size());
        near.stream().filter(c -> c.key().equals(key)).toList().forEach(c -> others.forEach(c::add));
        return true;
    }

    /** "Zelensky joined the call": the same, but for those whose state is on it already: who sits in speaks for no other side. */
    boolean join(Sentence s, List<Party> others) {
        Contact last = found.isEmpty() ? null : found.get(found.size() - 1);
        Set<String> states = new HashSet<>();
        if (last != null && last.parties().size() > 1) {
            last.parties().stream()
                    .map(p -> p.state(day))
                    .filter(Objects::nonNull)
                    .forEach(states::add);
        }
        List<Party> sides =
                others.stream().filter(p -> !states.contains(p.state(day))).toList();
        return sides.isEmpty() || joinCall(s, sides);
    }

    /** The call of one leader with others who were not named, told of not far before. */
    private @Nullable Contact host(Sentence s) {
        Contact lone = maker.lone();
        if (lone != null && s.index() - lone.sentence() <= HOST_REACH) {
            return lone;
        }
        for (int k = found.size() - 1; k >= 0 && s.index() - found.get(k).sentence() <= HOST_REACH; k--) {
            Contact c = found.get(k);
            if (c.parties().size() > 1) {
                return null;
            }
            if (c.parties().size() == 1) {
                return c;
            }
        }
        return null;
    }
}
