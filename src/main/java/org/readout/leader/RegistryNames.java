package org.readout.leader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readout.names.Names;
import org.readout.names.Person;
import org.readout.names.PhraseTrie;
import org.readout.names.Polity;

/** The registry as reading sees it, in memory; a change of the registry makes a new one. */
public final class RegistryNames implements Names {

    /** Presidents who lead their states' governments, or share in it; elsewhere the chancellor or prime minister does. */
    private static final Set<String> EXECUTIVE_PRESIDENTS = StateLeaders.executivePresidencies();

    private static final Set<String> EXECUTIVE_MONARCHS = StateLeaders.executiveMonarchies();

    private static final Pattern OF_HOUSE = Pattern.compile("(?i)(\\p{L}+ (?:bin|ibn) .+?) (?:al|aal)[- ]\\p{L}+");

    private final PhraseTrie<Person> people = new PhraseTrie<>();
    private final PhraseTrie<Polity> polities = new PhraseTrie<>();
    private final Set<String> codes = new HashSet<>();
    private final Map<String, Person> byId = new HashMap<>();
    private final Map<String, List<Person>> byOffice = new HashMap<>();

    private RegistryNames() {}

    /** The registry of the files, for reading without a database. */
    public static RegistryNames ofFiles() {
        return of(RegistryFiles.leaders(), RegistryFiles.polities());
    }

    static RegistryNames of(List<LeaderFacts> leaders, List<PolityFacts> states) {
        RegistryNames names = new RegistryNames();
        leaders.forEach(names::add);
        states.forEach(names::add);
        return names;
    }

    private void add(LeaderFacts leader) {
        Person person = new Person(
                leader.id(),
                leader.name(),
                leader.terms().stream()
                        .map(t -> new Person.Term(t.country(), t.office(), t.firstDay(), t.lastDay()))
                        .toList());
        byId.put(person.id(), person);
        Set<String> spellings = new LinkedHashSet<>(leader.spellings());
        spellings.add(leader.name());
        spellings.forEach(s -> {
            people.add(s, person);
            withoutHouse(s).ifPresent(named -> people.add(named, person));
        });
        if (leader.nativeName() != null) {
            people.add(leader.nativeName(), person);
        }
        for (Person.Term term : person.terms()) {
            List<Person> holders =
                    byOffice.computeIfAbsent(term.country() + " " + term.office(), k -> new ArrayList<>());
            if (!holders.contains(person)) {
                holders.add(person);
            }
        }
    }

    /** "Abdullah bin Zayed" of "Abdullah bin Zayed Al Nahyan": a name with the father's, as it is told without the house. */
    private static Optional<String> withoutHouse(String spelling) {
        Matcher m = OF_HOUSE.matcher(spelling);
        return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
    }

    private void add(PolityFacts state) {
        codes.add(state.code());
        polities.add(state.name(), new Polity(state.code(), Polity.Form.NAME));
        state.aliases().forEach(a -> polities.add(a, new Polity(state.code(), Polity.Form.NAME)));
        state.demonyms().forEach(d -> polities.add(d, new Polity(state.code(), Polity.Form.DEMONYM)));
        state.capitals().forEach(c -> polities.add(c, new Polity(state.code(), Polity.Form.CAPITAL)));
        state.seats().forEach(s -> polities.add(s, new Polity(state.code(), Polity.Form.SEAT)));
    }

    @Override
    public PhraseTrie<Person> people() {
        return people;
    }

    @Override
    public PhraseTrie<Polity> polities() {
        return polities;
    }

    @Override
    public List<Person> holders(String country, String office, @Nullable LocalDate day) {
        List<Person> holders = byOffice.getOrDefault(country + " " + office, List.of());
        if (day == null) {
            return List.copyOf(holders);
        }
        List<Person> on = holders.stream()
                .filter(p -> p.terms().stream()
                        .anyMatch(t -> t.country().equals(country) && t.office().equals(office) && t.covers(day)))
                .toList();
        return on.size() < 2 ? on : latest(on, country, office, day);
    }

    /** On a day of change two terms meet: the one that began last holds the office. */
    private static List<Person> latest(List<Person> people, String country, String office, LocalDate day) {
        LocalDate last = people.stream()
                .map(p -> began(p, country, office, day))
                .max(LocalDate::compareTo)
                .orElseThrow();
        return people.stream()
                .filter(p -> began(p, country, office, day).equals(last))
                .toList();
    }

    private static LocalDate began(Person person, String country, String office, LocalDate day) {
        return person.terms().stream()
                .filter(t -> t.country().equals(country) && t.office().equals(office) && t.covers(day))
                .map(t -> {
                    LocalDate from = t.from();
                    return from == null ? LocalDate.MIN : from;
                })
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    @Override
    public List<Person> leadersOf(String country, @Nullable LocalDate day) {
        for (String office : leadingOffices(country)) {
            List<Person> holders = holders(country, office, day);
            if (!holders.isEmpty()) {
                return holders;
            }
        }
        return List.of();
    }

    private static List<String> leadingOffices(String country) {
        if (EXECUTIVE_PRESIDENTS.contains(country)) {
            return List.of("PRESIDENT", "SUPREME_LEADER", "HEAD_OF_STATE", "PRIME_MINISTER");
        }
        if (EXECUTIVE_MONARCHS.contains(country)) {
            return List.of("MONARCH", "CROWN_PRINCE", "PRIME_MINISTER");
        }
        return List.of(
                "CHANCELLOR",
                "PRIME_MINISTER",
                "SECRETARY_GENERAL",
                "COMMISSION_PRESIDENT",
                "PRESIDENT",
                "SUPREME_LEADER",
                "MONARCH",
                "HEAD_OF_STATE");
    }

    /** The code of a state or organisation, from the code in any case or one of its names. */
    Optional<String> polity(String name) {
        String code = name.strip().toUpperCase(Locale.ROOT);
        if (codes.contains(code)) {
            return Optional.of(code);
        }
        List<String> named = polities.get(name).stream()
                .filter(p -> p.form() == Polity.Form.NAME)
                .map(Polity::code)
                .distinct()
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** The person of that id. */
    public @Nullable Person person(String id) {
        return byId.get(id);
    }
}
