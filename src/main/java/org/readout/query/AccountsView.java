package org.readout.query;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Origin;
import org.readout.claim.Outcome;
import org.readout.query.FindingView.WitnessView;
import org.readout.reconciliation.CallRecord;
import org.readout.reconciliation.Finding;
import org.readout.reconciliation.PropertyRule;
import org.readout.reconciliation.Rules;
import org.readout.reconciliation.StatementCluster;
import org.readout.reconciliation.Witness;
import org.readout.report.ValueView;

/** What each side and each outlet says of one call, side by side. */
@Schema(name = "Accounts", description = "What each side and each outlet says of a call, property by property")
public record AccountsView(
        UUID callId,

        @Schema(description = "What the record has, by the name of the call's field")
        Map<String, ValueOfRecord> record,

        @Schema(description = "One for each origin: the sides of the call first, then those of most articles")
        List<Account> accounts) {

    private static final String SIDE = "side:";

    /** What the record has on a property. */
    @Schema(name = "RecordedValue", description = "What the record has on a property")
    public record ValueOfRecord(
            @Schema(description = "The value chosen; null where none is stated") @Nullable
            Object selected,

            Outcome outcome) {
        static ValueOfRecord of(Finding<?> f) {
            return new ValueOfRecord(ValueView.of(f.selected()), f.outcome());
        }
    }

    /** What one origin says. */
    @Schema(name = "Account", description = "What one origin says of a call, whoever passes it on")
    public record Account(
            Origin origin,

            @Schema(description = "The state or organisation whose side it is", example = "DE") @Nullable
            String side,

            @Schema(description = "Articles that pass it on", example = "2")
            int articleCount,

            @Schema(description = "Who publishes them", example = "[\"MENAFN\"]")
            List<String> publishers,

            @Schema(description = "What it says, by the name of the call's field")
            Map<String, List<Said>> properties,

            @Schema(description = "What it says that was said")
            List<Statement> statements) {}

    /** One claim of an account. */
    @Schema(name = "AccountClaim", description = "One claim of an account, and whether the record follows it")
    public record Said(
            @Schema(description = "Whether the record's value rests on it, rather than stands against it")
            boolean selected,

            WitnessView claim) {}

    /** A statement as an account has it. */
    @Schema(name = "AccountStatement", description = "A statement in the words of one account")
    public record Statement(
            @Schema(description = "Who said it: the leader's slug, or a description", example = "olaf-scholz")
            String saidBy,

            WitnessView claim) {}

    static AccountsView of(UUID callId, CallRecord record) {
        Map<String, ValueOfRecord> values = new LinkedHashMap<>();
        Map<String, Collected> byOrigin = new LinkedHashMap<>();
        for (PropertyRule<?, ?> rule : Rules.all()) {
            Finding<?> finding = record.finding(rule);
            values.put(rule.field(), ValueOfRecord.of(finding));
            finding.supporting().forEach(w -> Collected.of(w, byOrigin).add(rule.field(), w, true));
            finding.opposing().forEach(w -> Collected.of(w, byOrigin).add(rule.field(), w, false));
        }
        for (StatementCluster s : record.statements()) {
            s.variants().forEach(w -> Collected.of(w, byOrigin).add(s.saidBy(), w));
        }
        return new AccountsView(
                callId,
                values,
                byOrigin.values().stream()
                        .map(Collected::account)
                        .sorted(Comparator.comparing((Account a) -> a.side() == null)
                                .thenComparing(Account::articleCount, Comparator.reverseOrder())
                                .thenComparing(a -> a.origin().key()))
                        .toList());
    }

    /** What is found of one origin. */
    private static final class Collected {
        private final Origin origin;
        private final List<Witness> all = new ArrayList<>();
        private final Map<String, List<Said>> properties = new LinkedHashMap<>();
        private final List<Statement> statements = new ArrayList<>();

        private Collected(Origin origin) {
            this.origin = origin;
        }

        static Collected of(Witness w, Map<String, Collected> byOrigin) {
            return byOrigin.computeIfAbsent(w.origin().key(), k -> new Collected(w.origin()));
        }

        void add(String field, Witness w, boolean selected) {
            all.add(w);
            properties.computeIfAbsent(field, k -> new ArrayList<>()).add(new Said(selected, WitnessView.of(w)));
        }

        void add(String saidBy, Witness w) {
            all.add(w);
            statements.add(new Statement(saidBy, WitnessView.of(w)));
        }

        Account account() {
            return new Account(
                    origin,
                    origin.key().startsWith(SIDE) ? origin.key().substring(SIDE.length()) : null,
                    (int) all.stream().map(Witness::articleId).distinct().count(),
                    all.stream()
                            .map(Witness::publisher)
                            .filter(Objects::nonNull)
                            .filter(Predicate.not(String::isEmpty))
                            .distinct()
                            .sorted()
                            .toList(),
                    properties,
                    statements);
        }
    }
}
