package org.readout.extraction.told;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.contact.Contact;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.text.TokenizedText.Sentence;

/** Which call each sentence of a text speaks of: the one told of in it, or the last told of not far before. */
public final class CallScope {

    private static final int NEWS_PARAGRAPHS = 2;
    private static final int MOST_IN_SENTENCE = 40;
    private static final int FARTHEST = 60;

    private final TokenizedText text;
    private final @Nullable ToldCall[] told;
    private final @Nullable Contact[] contactAt;
    private final Map<Contact, ToldCall> byContact;
    private final Map<Integer, List<Contact>> contactsIn = new HashMap<>();

    public CallScope(TokenizedText text, List<Contact> contacts, CallTeller.Told told, boolean readout) {
        this.text = text;
        Set<ToldCall> calls = new HashSet<>(told.calls());
        this.told = new ToldCall[text.sentences().size()];
        this.contactAt = new Contact[text.sentences().size()];
        this.byContact = told.byContact();
        for (Contact c : contacts) {
            ToldCall call = byContact.get(c);
            if (call != null && calls.contains(call)) {
                this.told[c.sentence()] = call;
                this.contactAt[c.sentence()] = c;
                contactsIn.computeIfAbsent(c.sentence(), k -> new ArrayList<>()).add(c);
            }
        }
        ToldCall current = null;
        int paragraph = 0;
        for (Sentence s : text.sentences()) {
            if (this.told[s.index()] != null) {
                current = this.told[s.index()];
                paragraph = s.paragraph();
            } else if (current != null && (readout || s.paragraph() - paragraph <= NEWS_PARAGRAPHS)) {
                this.told[s.index()] = current;
            }
        }
    }

    @Nullable
    public ToldCall at(Sentence s) {
        return told[s.index()];
    }

    /** The contacts told of in the sentence itself, at most so many that looking through them stays quick. */
    public List<Contact> contactsIn(Sentence s) {
        List<Contact> all = contactsIn.getOrDefault(s.index(), List.of());
        return all.size() > MOST_IN_SENTENCE ? all.subList(0, MOST_IN_SENTENCE) : all;
    }

    /** The call that a contact tells of; null for one that is not told. */
    @Nullable
    public ToldCall of(Contact c) {
        return byContact.get(c);
    }

    /** Whether the sentence itself tells of a call, rather than points back to one. */
    public boolean tellsIn(Sentence s) {
        return contactsIn(s).stream().anyMatch(c -> !c.anaphoric());
    }

    /** The last contact told of in the sentence itself. */
    @Nullable
    public Contact contactIn(Sentence s) {
        return contactAt[s.index()];
    }

    /** The call of the kind wanted that is told of nearest before the sentence, else nearest behind it. */
    @Nullable
    public ToldCall near(Sentence s, Predicate<ToldCall> wanted, int paragraphs) {
        for (int k = s.index(); k >= Math.max(0, s.index() - FARTHEST); k--) {
            if (s.paragraph() - text.sentence(k).paragraph() > paragraphs) {
                break;
            }
            ToldCall t = told[k];
            if (t != null && wanted.test(t)) {
                return t;
            }
        }
        for (int k = s.index() + 1; k < Math.min(told.length, s.index() + FARTHEST); k++) {
            if (text.sentence(k).paragraph() - s.paragraph() > paragraphs) {
                break;
            }
            ToldCall t = told[k];
            if (t != null && wanted.test(t)) {
                return t;
            }
        }
        return null;
    }
}
