package org.readout.grouping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.grouping.Grouping.Group;
import org.readout.grouping.Grouping.Item;

/** Reports found to tell of one call, while grouping goes on. */
final class Cluster {

    final List<Item> items = new ArrayList<>();

    /** Whether reports with a day of their own made it, so that others may look for their call in it. */
    final boolean dated;

    /** The call whose days were settled before, and which is only offered as a home; null for one made now. */
    final @Nullable String standing;

    private final Set<String> articles = new HashSet<>();
    private boolean standingPlan;

    @Nullable
    LocalDate first;

    @Nullable
    LocalDate last;

    private Cluster(@Nullable LocalDate first, @Nullable LocalDate last, boolean dated, @Nullable String standing) {
        this.first = first;
        this.last = last;
        this.dated = dated;
        this.standing = standing;
    }

    static Cluster ofDays(LocalDate first, LocalDate last) {
        return new Cluster(first, last, true, null);
    }

    /** Of a second report of an article on a day: a call beside the day's own, in which no others look for theirs. */
    static Cluster aside(LocalDate day) {
        return new Cluster(day, day, false, null);
    }

    static Cluster standing(GroupingWindow.Standing call, Set<String> articles) {
        Cluster c = new Cluster(call.first(), call.last(), true, call.id());
        c.articles.addAll(articles);
        c.standingPlan = call.planned();
        return c;
    }

    /** Of reports that are dated by more than a day, or not at all. */
    static Cluster vague(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new Cluster(first, last, false, null);
    }

    /** All reports of several clusters as one call. */
    static Cluster united(List<Cluster> parts) {
        LocalDate first = null;
        LocalDate last = null;
        for (Cluster c : parts) {
            first = first == null || c.first != null && c.first.isBefore(first) ? c.first : first;
            last = last == null || c.last != null && c.last.isAfter(last) ? c.last : last;
        }
        Cluster out = new Cluster(first, last, parts.stream().anyMatch(c -> c.dated), null);
        parts.forEach(c -> c.items.forEach(out::add));
        return out;
    }

    /** The same place in time with these reports only. */
    Cluster with(List<Item> some) {
        Cluster out = new Cluster(first, last, dated, standing);
        some.forEach(out::add);
        return out;
    }

    void add(Item item) {
        items.add(item);
        articles.add(item.articleId());
    }

    boolean hasArticle(Item item) {
        return articles.contains(item.articleId());
    }

    /** Whether a report without a day may find its call here. */
    boolean offered() {
        return dated || items.stream().allMatch(i -> i.day() == null);
    }

    /** Whether those who date it tell of a plan only; reports that found their call here do not matter. */
    boolean plansOnly() {
        return standing != null
                ? standingPlan
                : items.stream()
                        .filter(i -> dated ? i.day() != null : !i.open())
                        .allMatch(i -> i.plan() != null);
    }

    boolean bounded() {
        return first != null && last != null;
    }

    boolean overlaps(LocalDate from, LocalDate to) {
        return first != null && last != null && !first.isAfter(to) && !last.isBefore(from);
    }

    void narrow(CallDate date) {
        if (first != null && date.earliest() != null && date.earliest().isAfter(first)) {
            first = date.earliest();
        }
        if (last != null && date.latest() != null && date.latest().isBefore(last)) {
            last = date.latest();
        }
    }

    LocalDate order() {
        return Objects.requireNonNullElse(first, LocalDate.MAX);
    }

    Group group() {
        return new Group(items.stream().map(Item::id).sorted().toList(), first, last, dated, standing);
    }
}
