package org.readout.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Report;
import org.readout.platform.Ids;

/**
 * Which report of an article read anew is which of those held: of the same people the one most alike keeps the id, one
 * that now names other people has a new id and goes where the one of the same words was.
 *
 * @param entered reports to be stored, each knowing the call of the one it stands for
 * @param kept reports that are held as they are
 * @param removed reports that are no longer made, or made differently
 * @param renamed the ids of reports whose people changed, by the ids they had
 */
public record Succession(
        List<StoredReport> entered, List<StoredReport> kept, List<StoredReport> removed, Map<UUID, UUID> renamed) {

    /** The same where nothing was held. */
    static Succession of(UUID article, @Nullable LocalDate published, List<ReportRow> held, List<Report> fresh) {
        Map<Integer, ReportRow> heirs = match(held, fresh);
        Set<UUID> taken = held.stream().map(ReportRow::id).collect(Collectors.toCollection(HashSet::new));
        List<ReportRow> entered = new ArrayList<>();
        List<ReportRow> kept = new ArrayList<>();
        Map<UUID, UUID> renamed = new HashMap<>();
        for (int i = 0; i < fresh.size(); i++) {
            Report report = fresh.get(i);
            ReportRow before = heirs.get(i);
            boolean samePeople = before != null
                    && before.people().equals(report.participants().id());
            UUID id = before != null && samePeople ? before.id() : newId(article, report, taken);
            ReportRow now = new ReportRow(id, article, i, published, report);
            if (before != null && samePeople && before.saysTheSame(now)) {
                kept.add(before);
                continue;
            }
            if (before != null) {
                now.moveTo(before.call());
                if (!samePeople) {
                    renamed.put(before.id(), id);
                }
            }
            entered.add(now);
        }
        List<ReportRow> removed =
                held.stream().filter(h -> kept.stream().noneMatch(k -> k == h)).toList();
        return new Succession(List.copyOf(entered), List.copyOf(kept), List.copyOf(removed), renamed);
    }

    /** Only what changes for these people. */
    Succession within(Set<UUID> people) {
        List<StoredReport> some =
                entered.stream().filter(r -> people.contains(r.people())).toList();
        Map<UUID, UUID> theirs = new HashMap<>(renamed);
        theirs.values().retainAll(some.stream().map(StoredReport::id).toList());
        return new Succession(
                some,
                kept,
                removed.stream().filter(r -> people.contains(r.people())).toList(),
                theirs);
    }

    private static Map<Integer, ReportRow> match(List<ReportRow> held, List<Report> fresh) {
        record Pair(int fresh, ReportRow held, int likeness) {}
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            for (ReportRow h : held) {
                int likeness = likeness(h, fresh.get(i), i);
                if (likeness > 0) {
                    pairs.add(new Pair(i, h, likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingInt((Pair p) -> -p.likeness())
                .thenComparing(Pair::fresh)
                .thenComparing(p -> p.held().position()));
        Map<Integer, ReportRow> out = new HashMap<>();
        Set<UUID> used = new HashSet<>();
        for (Pair p : pairs) {
            if (!out.containsKey(p.fresh()) && used.add(p.held().id())) {
                out.put(p.fresh(), p.held());
            }
        }
        return out;
    }

    /** The same people weigh most, then words in common, then the same date, then the same place in the article. */
    private static int likeness(ReportRow held, Report fresh, int position) {
        Report before = held.report();
        Set<Object> spans = before.claims().stream()
                .map(c -> c.span())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        long shared = fresh.claims().stream()
                .map(c -> c.span())
                .filter(spans::contains)
                .distinct()
                .count();
        boolean people = held.people().equals(fresh.participants().id());
        if (!people && shared == 0) {
            return 0;
        }
        return (people ? 10_000 : 0)
                + (int) Math.min(shared, 900) * 10
                + (Objects.equals(before.date(), fresh.date()) ? 5 : 0)
                + (held.position() == position ? 1 : 0);
    }

    private static UUID newId(UUID article, Report report, Set<UUID> taken) {
        for (int n = 0; ; n++) {
            UUID id = Ids.named(article + "/" + report.participants().key() + "/" + n);
            if (taken.add(id)) {
                return id;
            }
        }
    }
}
