package org.readout.leader;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A person who holds or held an office. */
@Entity
@Table(name = "leader")
class Leader {

    /** A time in office. */
    @Embeddable
    record Term(
            String country,
            String office,
            @Nullable String title,
            @Nullable String started,
            @Nullable String ended,
            String source) {
        static Term of(TermFacts facts) {
            return new Term(facts.country(), facts.office(), facts.title(), facts.start(), facts.end(), facts.source());
        }

        TermFacts facts() {
            return new TermFacts(country, office, title, started, ended, source);
        }
    }

    @Id
    private String id;

    private String name;
    private @Nullable String wikidataId;
    private @Nullable String nativeName;
    private boolean corrected;
    private @Nullable Instant removedAt;
    private @Nullable String mergedInto;

    @ElementCollection
    @CollectionTable(name = "leader_name", joinColumns = @JoinColumn(name = "leader_id"))
    @OrderColumn(name = "position")
    @Column(name = "spelling")
    @BatchSize(size = 200)
    private List<String> spellings = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "leader_term", joinColumns = @JoinColumn(name = "leader_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 200)
    private List<Term> terms = new ArrayList<>();

    @Version
    private long version;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected Leader() {}

    /** Someone a person adds. */
    Leader(LeaderFacts facts, Instant now) {
        this.id = facts.id();
        this.name = facts.name();
        this.createdAt = now;
        this.updatedAt = now;
        correct(facts, now);
    }

    /** Takes what a person says of the leader; from now on a reload of the resources passes it by. */
    final void correct(LeaderFacts facts, Instant now) {
        name = facts.name();
        wikidataId = facts.wikidataId();
        nativeName = facts.nativeName();
        spellings.clear();
        spellings.add(facts.name());
        facts.spellings().stream().filter(s -> !s.equals(facts.name())).forEach(spellings::add);
        terms.clear();
        facts.terms().stream().map(Term::of).forEach(terms::add);
        corrected = true;
        removedAt = null;
        updatedAt = now;
    }

    void remove(Instant now) {
        removedAt = now;
        corrected = true;
        updatedAt = now;
    }

    /** A person ruled it to be another leader, or undid that. */
    void mergeInto(@Nullable String other, Instant now) {
        mergedInto = other;
        updatedAt = now;
    }

    /** The leader that this one was ruled to be. */
    @Nullable
    String mergedInto() {
        return mergedInto;
    }

    String id() {
        return id;
    }

    long version() {
        return version;
    }

    boolean removed() {
        return removedAt != null;
    }

    boolean corrected() {
        return corrected;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    /** What is known of the leader, without the spelling that is the name itself. */
    LeaderFacts facts() {
        return new LeaderFacts(
                id,
                name,
                wikidataId,
                nativeName,
                spellings.stream().filter(s -> !s.equals(name)).toList(),
                terms.stream().map(Term::facts).toList());
    }
}
