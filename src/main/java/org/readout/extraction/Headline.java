package org.readout.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallStatus;
import org.readout.extraction.contact.ContactFinder;
import org.readout.extraction.language.Language;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionFinder;
import org.readout.extraction.mention.MentionIndex;
import org.readout.extraction.mention.MentionResolver;
import org.readout.extraction.mention.Party;
import org.readout.extraction.source.Quotations;
import org.readout.extraction.source.Scene;
import org.readout.extraction.source.Titled;
import org.readout.extraction.text.TokenizedText;
import org.readout.extraction.trace.Trace;
import org.readout.names.Names;
import org.readout.names.Person;

/** Reads what the headline of a text says of its calls. */
final class Headline {

    private static final WordList ONE_CALL = WordList.of("one-call");
    private static final WordList UNNAMED = WordList.of("unnamed-leaders");
    private static final int LEADERS_REACH = 5;
    private static final int LONGEST = 200;
    private static final String SENTENCE_ENDS = ".!?…";

    private Headline() {}

    /** The headline of a text: its title, else what stands as a line by itself above the text. */
    static @Nullable String over(ArticleText article) {
        if (article.title() != null) {
            return article.title();
        }
        String text = article.text().strip();
        int end = text.indexOf('\n');
        String line = end < 0 ? "" : text.substring(0, end).strip();
        boolean sentence = !line.isEmpty() && SENTENCE_ENDS.indexOf(line.charAt(line.length() - 1)) >= 0;
        return line.isEmpty() || line.length() > LONGEST || sentence ? null : line;
    }

    static Titled of(
            @Nullable String title, Language language, Names names, @Nullable LocalDate day, @Nullable Person issuer) {
        if (title == null) {
            return Titled.NOTHING;
        }
        TokenizedText text = TokenizedText.of(title, language);
        List<Mention> mentions =
                MentionResolver.resolve(MentionFinder.find(text, names), text, names, day, issuer, List.of());
        List<Person> people = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        for (Mention m : mentions) {
            Person person = m.person();
            if (person != null
                    && (m.kind() == Mention.Kind.PERSON || m.kind() == Mention.Kind.OFFICE && m.country() != null)) {
                people.add(person);
            }
            if (person != null) {
                ids.add(person.id());
            }
        }
        boolean one = text.any(ONE_CALL, 0, text.size());
        return new Titled(people, one ? ids : Set.of(), calls(text, mentions, day, issuer), withMany(text));
    }

    /** "Call with European Leaders", not "Leaders call for calm". */
    private static boolean withMany(TokenizedText text) {
        for (int i = 1; i < text.size(); i++) {
            if (text.is(i, "with") && text.in(ONE_CALL, i - 1)) {
                return text.any(UNNAMED, i, Math.min(text.size(), i + LEADERS_REACH));
            }
        }
        return false;
    }

    private static List<List<Person>> calls(
            TokenizedText text, List<Mention> mentions, @Nullable LocalDate day, @Nullable Person issuer) {
        MentionIndex index = new MentionIndex(text, mentions);
        Quotations none = Quotations.in(text, index);
        Scene scene = new Scene(text, index, none, day, issuer, issuer != null, Titled.NOTHING);
        return ContactFinder.find(scene, new Trace()).stream()
                .filter(c -> c.status() == CallStatus.HAPPENED)
                .map(c -> c.parties().stream()
                        .map(Party::person)
                        .filter(Objects::nonNull)
                        .toList())
                .filter(people -> people.size() > 1)
                .distinct()
                .toList();
    }
}
