package org.readout.extraction;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.TokenizedText.Sentence;

/** Which call each sentence of a text speaks of: the one told of in it, or the last told of not far before. */
final class CallScope {

    private static final int NEWS_PARAGRAPHS = 2;

    private final TokenizedText text;
    private final @Nullable ToldCall[] told;
    private final @Nullable Contact[] contactAt;
    private final List<ToldCall> calls;

    CallScope(TokenizedText text, List<Contact> contacts, CallTeller.Told told, boolean readout) {
        this.text = text;
        this.calls = told.calls();
        this.told = new ToldCall[text.sentences.size()];
        this.contactAt = new Contact[text.sentences.size()];
        Map<Contact, ToldCall> byContact = told.byContact();
        for (Contact c : contacts) {
            ToldCall call = byContact.get(c);
            if (call != null && calls.contains(call)) {
                this.told[c.sentence] = call;
                this.contactAt[c.sentence] = c;
            }
        }
        ToldCall current = null;
        int paragraph = 0;
        for (Sentence s : text.sentences) {
            if (this.told[s.index()] != null) {
                current = this.told[s.index()];
                paragraph = s.paragraph();
            } else if (current != null && (readout || s.paragraph() - paragraph <= NEWS_PARAGRAPHS)) {
                this.told[s.index()] = current;
            }
        }
    }

    @Nullable
    ToldCall at(Sentence s) {
        return told[s.index()];
    }

    /** The last contact told of in the sentence itself. */
    @Nullable
    Contact contactIn(Sentence s) {
        return contactAt[s.index()];
    }

    /** The call of the kind wanted that is told of nearest before the sentence, else nearest behind it. */
    @Nullable
    ToldCall near(Sentence s, Predicate<ToldCall> wanted, int paragraphs) {
        for (int k = s.index(); k >= 0; k--) {
            if (s.paragraph() - text.sentence(k).paragraph() > paragraphs) {
                break;
            }
            ToldCall t = told[k];
            if (t != null && wanted.test(t)) {
                return t;
            }
        }
        for (int k = s.index() + 1; k < told.length; k++) {
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
