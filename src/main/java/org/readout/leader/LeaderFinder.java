package org.readout.leader;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Participant;
import org.readout.names.NameIndex;
import org.readout.names.Person;
import org.readout.platform.Listing;
import org.readout.platform.Listings;
import org.readout.platform.Page;
import org.readout.platform.Paging;
import org.readout.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds leaders, states and organisations by whatever callers call them. */
@Service
public class LeaderFinder {

    /** A leader found, and in what its name is like the one asked for. */
    record Found(Leader leader, NameIndex.Match match) {}

    /** Names as like as this differ in script, order or accents only. */
    private static final double SURE = 0.97;

    private static final int SUGGESTED = 3;

    private static final Listing.Order<Leader> BY_NAME =
            Listing.Order.alphabetical("name", l -> l.facts().name(), Leader::id);
    private static final String HELD_THERE =
            "exists (select 1 from leader_term h where h.leader_id = t.id and h.country = :country)";
    private static final String HELD =
            "exists (select 1 from leader_term h where h.leader_id = t.id and h.office = :office)";
    private static final String HELD_BOTH =
            "exists (select 1 from leader_term h where h.leader_id = t.id and h.office = :office and h.country = :country)";

    private final LeaderRegistry registry;
    private final LeaderRepository leaders;
    private final Listings listings;
    private final Clock clock;

    LeaderFinder(LeaderRegistry registry, LeaderRepository leaders, Listings listings, Clock clock) {
        this.listings = listings;
        this.registry = registry;
        this.leaders = leaders;
        this.clock = clock;
    }

    /** All that is known of a leader, or the problem that there is none or that it is another one now. */
    @Transactional(readOnly = true)
    public LeaderView view(String id) {
        return LeaderView.of(registry.get(id));
    }

    /** Those of an office or a state, in the order of their names. */
    @Transactional(readOnly = true)
    Page<LeaderView> list(@Nullable String country, @Nullable String office, Paging paging, boolean counted) {
        Listing<Leader> asked = new Listing<>(Leader.class, "from leader t", BY_NAME)
                .where("t.removed_at is null and t.merged_into is null")
                .where(HELD_THERE, "country", country)
                .where(country == null ? HELD : HELD_BOTH, "office", office);
        return listings.page(asked, paging, counted).map(LeaderView::of);
    }

    /** Those whose names are like {@code name}, the likeliest first, after so many of them. */
    @Transactional(readOnly = true)
    List<Found> find(String name, @Nullable String country, @Nullable String office, int after, int most) {
        List<NameIndex.Match> matches = registry.current().search().find(name, country, office, today()).stream()
                .skip(after)
                .limit(most)
                .toList();
        Map<String, Leader> held = leaders
                .findAllById(matches.stream().map(m -> m.person().id()).toList())
                .stream()
                .collect(Collectors.toMap(Leader::id, Function.identity()));
        return matches.stream()
                .filter(m -> held.containsKey(m.person().id()))
                .map(m -> {
                    Leader leader = Objects.requireNonNull(held.get(m.person().id()));
                    leader.facts();
                    return new Found(leader, m);
                })
                .toList();
    }

    /** The candidates for a name in the order of their likeness, and whether the first is surely the one. */
    @Transactional(readOnly = true)
    Ranked rank(String name, @Nullable String country, @Nullable String office, int most) {
        List<NameIndex.Match> all = registry.current().search().find(name, country, office, today());
        return new Ranked(all.stream().limit(most).toList(), sure(all));
    }

    /** Candidates for a name. */
    record Ranked(List<NameIndex.Match> matches, boolean sure) {}

    private static boolean sure(List<NameIndex.Match> ranked) {
        return !ranked.isEmpty()
                && ranked.get(0).score() >= SURE
                && (ranked.size() == 1 || ranked.get(0).score() > ranked.get(1).score());
    }

    /**
     * The id of the leader whom a name means: an id, Wikidata's, or a name in any script and order of words that only
     * one has. Empty where it is nobody's or may be several people's.
     */
    @Transactional(readOnly = true)
    public Optional<String> leader(String name) {
        Ranked ranked = rank(name, null, null, 1);
        return ranked.sure()
                ? Optional.of(ranked.matches().get(0).person().id())
                : registry.resolve(name, null, List.of()).map(ResolvedName::leaderId);
    }

    /** The same for a parameter; where it is not surely one's, the problem says who may be meant. */
    public String surely(String parameter, String name) {
        return leader(name).orElseThrow(() -> Problem.parameter(parameter, unknown(name)));
    }

    private String unknown(String name) {
        List<NameIndex.Match> candidates = rank(name, null, null, SUGGESTED).matches();
        return candidates.isEmpty()
                ? "names nobody known"
                : "is not surely one leader; did you mean "
                        + candidates.stream()
                                .map(m -> m.person().id() + " (" + m.person().name() + ")")
                                .collect(Collectors.joining(", "))
                        + "?";
    }

    /** The usual names of leaders, by their ids; of those that are not known the ids. */
    @Transactional(readOnly = true)
    public Map<String, String> names(Collection<String> ids) {
        RegistryNames names = registry.current().names();
        Map<String, String> out = new HashMap<>();
        for (String id : ids) {
            Person person = names.person(id);
            out.put(id, person == null ? id.replaceFirst("^" + Participant.UNREGISTERED, "") : person.name());
        }
        return out;
    }

    /** The code of a state or organisation, from the code in any case or one of its names. */
    @Transactional(readOnly = true)
    public Optional<String> polity(String name) {
        return registry.current().names().polity(name);
    }

    /** The same for a parameter. */
    public String polity(String parameter, String name) {
        return polity(name).orElseThrow(() -> Problem.parameter(parameter, "is not a state or organisation"));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
