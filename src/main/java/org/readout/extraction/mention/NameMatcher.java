package org.readout.extraction.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.language.WordList;
import org.readout.extraction.text.Misspellings;
import org.readout.extraction.text.TokenizedText;
import org.readout.names.Names;
import org.readout.names.Person;
import org.readout.names.PhraseTrie;
import org.readout.names.Polity;
import org.readout.names.Token;
import org.readout.names.Tokenizer;

/** Matches the words of a text with the names of people and states, and people with the offices they held. */
final class NameMatcher {

    private static final WordList PARTICLES = WordList.glosses(
            "al", "el", "bin", "de", "da", "dos", "van", "von", "der", "den", "la", "di", "ben", "abu");

    private static final int MOST_PARTICLES = 2;
    private static final int MOST_INITIALS = 3;
    private static final int LONGEST_ABBREVIATION = 5;

    private static final WordList PATRONYMIC = WordList.glosses("bin", "ibn", "al");
    private static final WordList COMPOUNDING = WordList.glosses("abd", "abdul", "abdel");
    private static final WordList BEFORE_GIVEN_NAME = WordList.of("given-name-titles");

    private final TokenizedText text;
    private final Names names;
    private final Misspellings misspellings;

    NameMatcher(TokenizedText text, Names names) {
        this.text = text;
        this.names = names;
        this.misspellings = new Misspellings(text, names);
    }

    Optional<PhraseTrie.Found<Polity>> polity(int i) {
        if (i >= text.size() || !text.token(i).capital()) {
            return Optional.empty();
        }
        return names.polities()
                .at(text.tokens(), i)
                .filter(f -> f.length() > 1
                        || text.token(i).raw().length() > 3
                        || text.token(i).upper())
                .filter(f -> text.token(i + f.length() - 1).capital()
                        || text.token(i + f.length() - 1).digits()
                        || f.length() > 1)
                .map(f -> abbreviated(i + f.length()) ? new PhraseTrie.Found<>(f.length() + 1, f.values()) : f);
    }

    /** "Palestinian Authority (PA) Chairman": whether a word is the short form, in brackets, of the name before it. */
    private boolean abbreviated(int at) {
        return at < text.size()
                && text.token(at).upper()
                && text.token(at).raw().length() <= LONGEST_ABBREVIATION
                && text.gap(at - 1).equals(" (")
                && text.gap(at).startsWith(")");
    }

    Optional<PhraseTrie.Found<Person>> name(int i) {
        if (i >= text.size() || text.sentenceOf(i) < 0) {
            return Optional.empty();
        }
        int capital = i;
        while (capital - i < MOST_PARTICLES
                && text.in(PARTICLES, capital)
                && !text.token(capital).capital()) {
            capital++;
        }
        boolean particle =
                capital > i && capital < text.size() && text.token(capital).capital();
        if (!text.token(i).capital() && !particle) {
            return Optional.empty();
        }
        Optional<PhraseTrie.Found<Person>> whole =
                names.people().at(text.tokens(), i).filter(f -> endsAsName(i + f.length() - 1));
        Optional<PhraseTrie.Found<Person>> known = whole.isPresent() ? whole : withoutInitials(i);
        Optional<PhraseTrie.Found<Person>> spelt = known.isPresent() ? known : byInitials(i);
        return (spelt.isPresent() ? spelt : misspellings.at(i))
                .flatMap(f -> byGivenName(i, f))
                .map(f -> withPatronymics(i, f));
    }

    /** "Salman bin Abdulaziz al-Saud": what follows a name and is part of it. */
    private PhraseTrie.Found<Person> withPatronymics(int i, PhraseTrie.Found<Person> found) {
        int end = i + found.length();
        while (end + 1 < text.size()
                && text.in(PATRONYMIC, end)
                && text.token(end + 1).capital()
                && text.gap(end - 1).isBlank()
                && text.gap(end).length() <= 1
                && !text.token(end - 1).possessive()) {
            end += 2;
            boolean compound = text.in(COMPOUNDING, end - 1)
                    && end < text.size()
                    && text.token(end).capital();
            end += compound && text.gap(end - 1).isBlank() ? 1 : 0;
        }
        return end == i + found.length() ? found : new PhraseTrie.Found<>(end - i, found.values());
    }

    /** "Sheikh Mohamed" is somebody's given name, so nobody's whose family name it is. */
    private Optional<PhraseTrie.Found<Person>> byGivenName(int i, PhraseTrie.Found<Person> found) {
        if (found.length() > 1 || !text.in(BEFORE_GIVEN_NAME, i - 1)) {
            return Optional.of(found);
        }
        List<Person> named = found.values().stream()
                .filter(p -> Tokenizer.folded(p.name()).get(0).equals(text.word(i)))
                .toList();
        return named.isEmpty() ? Optional.empty() : Optional.of(new PhraseTrie.Found<>(1, named));
    }

    /** "Ing-wen" ends a name in lower case; other names end as they begin. */
    private boolean endsAsName(int last) {
        return text.token(last).capital() || text.token(last).hyphenated();
    }

    /** "John F. Kerry" where the registry spells John Kerry. */
    Optional<PhraseTrie.Found<Person>> withoutInitials(int i) {
        int after = i + 1;
        while (after < text.size()
                && after - i <= 2
                && text.token(after).capital()
                && text.token(after).raw().length() == 1) {
            after++;
        }
        if (after == i + 1 || after >= text.size() || !text.token(after).capital()) {
            return Optional.empty();
        }
        int skipped = after - i - 1;
        List<Token> window = new ArrayList<>();
        window.add(text.token(i));
        for (int k = after; k < Math.min(text.size(), after + 4); k++) {
            window.add(text.token(k));
        }
        return names.people()
                .at(window, 0)
                .filter(f -> f.length() > 1)
                .map(f -> new PhraseTrie.Found<>(f.length() + skipped, f.values()));
    }

    /** "E.D. Mnangagwa" where the registry spells Emmerson Mnangagwa: a family name behind the first letter of a given one. */
    private Optional<PhraseTrie.Found<Person>> byInitials(int i) {
        int name = i;
        while (name < text.size() && name - i < MOST_INITIALS && initial(name)) {
            name++;
        }
        if (name == i || name >= text.size() || !text.token(name).capital()) {
            return Optional.empty();
        }
        int letters = name - i;
        return names.people().at(text.tokens(), name).flatMap(f -> {
            List<Person> begin = f.values().stream()
                    .filter(p -> Tokenizer.folded(p.name()).get(0).charAt(0)
                            == text.word(i).charAt(0))
                    .toList();
            return begin.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PhraseTrie.Found<>(letters + f.length(), begin));
        });
    }

    private boolean initial(int i) {
        String raw = text.token(i).raw();
        boolean stop = !text.gap(i).isEmpty() && text.gap(i).charAt(0) == '.';
        return text.token(i).capital() && (raw.indexOf('.') == 1 || raw.length() == 1 && stop);
    }

    /** Those who held the office, in that state where one is named: whom a name with one misspelt part can mean. */
    static List<Person> holding(List<Person> candidates, @Nullable String country, String office) {
        return candidates.stream()
                .filter(p -> p.terms().stream()
                        .anyMatch(t -> (country == null || t.country().equals(country))
                                && (office.equals(MentionFinder.ANY_OFFICE)
                                        ? country != null
                                        : t.office().equals(office))))
                .toList();
    }

    /** Those who ever held the office in that state; those of that state when none did. */
    static List<Person> fitting(List<Person> candidates, @Nullable String country, @Nullable String office) {
        if (country == null) {
            return candidates;
        }
        List<Person> ofState = candidates.stream()
                .filter(p -> p.terms().stream().anyMatch(t -> t.country().equals(country)))
                .toList();
        if (office == null || office.equals(MentionFinder.ANY_OFFICE)) {
            return ofState;
        }
        List<Person> ofOffice = ofState.stream()
                .filter(p -> p.terms().stream()
                        .anyMatch(t -> t.country().equals(country) && t.office().equals(office)))
                .toList();
        return ofOffice.isEmpty() ? ofState : ofOffice;
    }

    static String code(PhraseTrie.Found<Polity> found) {
        return found.values().get(0).code();
    }
}
