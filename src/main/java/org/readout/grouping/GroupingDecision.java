package org.readout.grouping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.readout.grouping.Grouping.Item;

/**
 * A person's ruling on which reports tell of one call. Grouping keeps it: reports ruled to be the same stay together with
 * whatever grouping joins to any of them; where reports ruled to be different would meet, their call is cut in two, and
 * reports on which nobody ruled go with those that are dated more like them. Of rulings that contradict each other the
 * later counts.
 *
 * @param same whether all these reports tell of one call, rather than one set of another call than the other set
 * @param one reports that tell of one call
 * @param other the reports of another call; with {@code same}, more reports of the same one
 */
public record GroupingDecision(boolean same, Set<String> one, Set<String> other) {

    /** Applies the rulings, the latest last, to what grouping found. */
    static List<Cluster> apply(List<GroupingDecision> groupingDecisions, List<Cluster> found) {
        if (groupingDecisions.isEmpty()) {
            return found;
        }
        List<GroupingDecision> latestFirst = new ArrayList<>(groupingDecisions);
        Collections.reverse(latestFirst);
        Blocks blocks = new Blocks(latestFirst);
        List<Cluster> clusters = blocks.unite(found);
        for (GroupingDecision j : latestFirst) {
            if (!j.same()) {
                clusters = blocks.cut(clusters, j);
            }
        }
        return clusters;
    }

    private boolean separates(Set<String> a, Set<String> b) {
        return !same && (meets(one, a) && meets(other, b) || meets(one, b) && meets(other, a));
    }

    private static boolean meets(Set<String> a, Set<String> b) {
        return a.stream().anyMatch(b::contains);
    }

    /** Reports that have to stay together: what people ruled to be the same, and not differently later. */
    private static final class Blocks {
        private final List<Set<String>> blocks = new ArrayList<>();

        Blocks(List<GroupingDecision> latestFirst) {
            List<GroupingDecision> later = new ArrayList<>();
            for (GroupingDecision j : latestFirst) {
                hold(j.one(), later);
                if (j.same()) {
                    hold(j.other(), later);
                    Set<String> both = new TreeSet<>(j.one());
                    both.addAll(j.other());
                    hold(both, later);
                }
                later.add(j);
            }
        }

        /** Joins the reports to one block, leaving out those that a later ruling keeps apart from it. */
        private void hold(Set<String> reports, List<GroupingDecision> later) {
            Set<String> block = new TreeSet<>();
            for (String report : new TreeSet<>(reports)) {
                Set<String> with = of(report);
                if (block.isEmpty() || later.stream().noneMatch(j -> j.separates(block, with))) {
                    blocks.remove(with);
                    block.addAll(with);
                }
            }
            if (!block.isEmpty()) {
                blocks.add(block);
            }
        }

        private Set<String> of(String report) {
            return blocks.stream().filter(b -> b.contains(report)).findFirst().orElse(Set.of(report));
        }

        /** Joins the clusters that share a block. */
        List<Cluster> unite(List<Cluster> clusters) {
            List<Cluster> out = new ArrayList<>(clusters);
            for (Set<String> block : blocks) {
                List<Cluster> parts = out.stream()
                        .filter(c -> c.items.stream().anyMatch(i -> block.contains(i.id())))
                        .toList();
                if (parts.size() > 1) {
                    out.removeAll(parts);
                    out.add(Cluster.united(parts));
                }
            }
            return out;
        }

        /** Cuts clusters in which both sides of the ruling meet; a block is never cut. */
        List<Cluster> cut(List<Cluster> clusters, GroupingDecision j) {
            List<Cluster> out = new ArrayList<>();
            for (Cluster c : clusters) {
                List<Item> one = side(c, j.one());
                List<Item> other = side(c, j.other());
                if (one.isEmpty() || other.isEmpty()) {
                    out.add(c);
                    continue;
                }
                Set<Item> left = new HashSet<>(one);
                for (Item i : c.items) {
                    if (!left.contains(i) && !other.contains(i) && nearer(i, one, other)) {
                        left.addAll(kin(c, i));
                    }
                }
                left.removeAll(other);
                out.add(cluster(c.items.stream().filter(left::contains).toList()));
                out.add(cluster(c.items.stream().filter(i -> !left.contains(i)).toList()));
            }
            return out;
        }

        private List<Item> side(Cluster c, Set<String> reports) {
            return c.items.stream().filter(i -> meets(of(i.id()), reports)).toList();
        }

        private List<Item> kin(Cluster c, Item item) {
            Set<String> block = of(item.id());
            return c.items.stream().filter(i -> block.contains(i.id())).toList();
        }
    }

    private static Cluster cluster(List<Item> items) {
        List<Cluster> parts = new ArrayList<>();
        for (Item i : items) {
            Cluster c = i.day() == null
                    ? Cluster.vague(
                            i.date() == null ? null : i.date().earliest(),
                            i.date() == null ? null : i.date().latest())
                    : Cluster.ofDays(i.day(), i.day());
            c.add(i);
            parts.add(c);
        }
        return Cluster.united(parts);
    }

    private static boolean nearer(Item i, List<Item> one, List<Item> other) {
        return distance(i, one) < distance(i, other);
    }

    /** Days to the nearest report of the side that gives a day; as far as can be where either gives none. */
    private static long distance(Item i, List<Item> side) {
        LocalDate day = i.day();
        return side.stream()
                .map(Item::day)
                .filter(Objects::nonNull)
                .map(d -> day == null ? Long.MAX_VALUE : Math.abs(d.toEpochDay() - day.toEpochDay()))
                .min(Comparator.naturalOrder())
                .orElse(Long.MAX_VALUE);
    }
}
