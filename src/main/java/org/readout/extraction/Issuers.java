package org.readout.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;
import org.readout.extraction.language.Language;
import org.readout.extraction.language.WordList;
import org.readout.extraction.mention.Mention;
import org.readout.extraction.mention.MentionFinder;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.Names;
import org.readout.names.Person;
import org.readout.names.Polity;

/**
 * Says whose office issued a text: the leader that its publisher stands for, else the one whose office stands alone in a line
 * above it ("Office of the Press Secretary").
 */
final class Issuers {

    private static final WordList FUNCTION = WordList.of("function-words");
    /** Offices that organisations have and states have not. */
    private static final Set<String> LEADING = Set.of("SECRETARY_GENERAL", "COMMISSION_PRESIDENT");

    /** How many lines above a text may say whose it is, and how long such a line is. */
    private static final int MASTHEAD_LINES = 8;

    private static final int LONGEST_LINE = 80;

    private final Names names;
    private final Language language;

    Issuers(Names names, Language language) {
        this.names = names;
        this.language = language;
    }

    /** The leader whose office issued the text; empty where nothing says so. */
    Optional<Person> of(ArticleText article, @Nullable LocalDate day) {
        String publisher = article.publisher();
        if (article.kind() == ArticleKind.OFFICIAL_READOUT) {
            return publisher == null ? Optional.empty() : leader(found(publisher), day);
        }
        if (article.kind() != null && article.kind() != ArticleKind.NEWS) {
            return Optional.empty();
        }
        if (publisher != null) {
            return office(publisher, day);
        }
        return article.text()
                .lines()
                .limit(MASTHEAD_LINES)
                .map(String::strip)
                .takeWhile(line -> line.length() <= LONGEST_LINE && !line.endsWith("."))
                .flatMap(line -> office(line, day).stream())
                .findFirst();
    }

    /** "The White House", "Kremlin (en.kremlin.ru)", "Prime Minister of India": a name that is an office's own and nothing more. */
    private Optional<Person> office(String name, @Nullable LocalDate day) {
        TokenizedText text = TokenizedText.of(name, language);
        List<Mention> found = MentionFinder.find(text, names);
        for (Mention m : found) {
            boolean office = m.kind() == Mention.Kind.OFFICE || m.form() == Polity.Form.SEAT || organisation(m, day);
            boolean begins = m.from() == 0
                    || m.from() == 1 && (text.in(FUNCTION, 0) || text.token(0).digits());
            boolean ends = m.to() == text.size() || text.gapHas(m.to() - 1, '(') || text.gapHas(m.to() - 1, ',');
            if (office && begins && ends) {
                return leader(found, day);
            }
        }
        return Optional.empty();
    }

    /** "NATO", "European Commission": an organisation speaks in its own name, a state does not. */
    private boolean organisation(Mention m, @Nullable LocalDate day) {
        String code = m.country();
        return m.kind() == Mention.Kind.STATE
                && code != null
                && names.leadersOf(code, day).stream()
                        .flatMap(p -> p.terms().stream())
                        .anyMatch(t -> t.country().equals(code) && LEADING.contains(t.office()));
    }

    private List<Mention> found(String publisher) {
        return MentionFinder.find(TokenizedText.of(publisher, language), names);
    }

    /** The one leader that a name stands for, a state's own name before a seat ("PMO Canada"). */
    private Optional<Person> leader(List<Mention> mentions, @Nullable LocalDate day) {
        List<Mention> found = new ArrayList<>(mentions);
        found.sort(Comparator.comparing(m -> m.form() == Polity.Form.SEAT));
        for (Mention m : found) {
            String country = m.country();
            if (country == null) {
                continue;
            }
            List<Person> people = m.kind() == Mention.Kind.OFFICE
                            && m.office() != null
                            && !m.office().equals(MentionFinder.ANY_OFFICE)
                    ? names.holders(country, m.office(), day)
                    : names.leadersOf(country, day);
            if (people.size() == 1) {
                return Optional.of(people.get(0));
            }
        }
        return Optional.empty();
    }
}
