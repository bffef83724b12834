package org.readout.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.readout.claim.CallStatus;
import org.readout.claim.Property;
import org.readout.claim.QuoteType;
import org.readout.claim.Report;
import org.readout.leader.NameResolver;
import org.readout.leader.ResolvedName;
import org.readout.platform.Checked;
import org.readout.platform.Constraints;
import org.readout.platform.InputError;

/** Reports that a caller read: names become leaders, wordings values, and everything wrong is named. */
class GivenReportsTests {

    private static final LocalDate SUNDAY = LocalDate.parse("2024-11-17");
    private static final NameResolver NAMES = (name, day, company) -> name.equals("Scholz")
            ? Optional.of(new ResolvedName("olaf-scholz", "Olaf Scholz", "DE", "CHANCELLOR", true))
            : Optional.empty();

    private static ReportCommand command(
            @Nullable List<@Nullable String> people,
            @Nullable String date,
            @Nullable String duration,
            @Nullable String initiator) {
        return new ReportCommand(people, date, duration, null, null, initiator, null, null, null, null);
    }

    private static Checked<Report> read(ReportCommand command) {
        return new GivenReports(NAMES, SUNDAY, "Example Post", "They spoke for nearly an hour on Friday.")
                .readOne(command);
    }

    private static List<String> wrong(ReportCommand command) {
        return read(command).errors().stream()
                .map(InputError::pointer)
                .map(String::valueOf)
                .toList();
    }

    @Test
    void namesBecomeLeadersAndStrangersKeepTheirNames() {
        Report report =
                read(command(List.of("Scholz", "Jane Roe"), null, null, null)).orThrow();
        assertThat(report.participants().people())
                .extracting("leaderId", "name")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("olaf-scholz", "Olaf Scholz"),
                        org.assertj.core.groups.Tuple.tuple(null, "Jane Roe"));
        assertThat(report.status()).isEqualTo(CallStatus.HAPPENED);
    }

    @Test
    void wordingsBecomeValuesWithTheirPlaceInTheText() {
        Report report = read(command(List.of("Scholz", "Jane Roe"), "Friday", "nearly an hour", "DE"))
                .orThrow();
        assertThat(report.values(Property.DATE))
                .singleElement()
                .satisfies(d -> assertThat(d.edtf()).isEqualTo("2024-11-15"));
        assertThat(report.claims(Property.DURATION)).singleElement().satisfies(c -> {
            assertThat(c.span()).isNotNull();
            assertThat(c.text()).isEqualTo("nearly an hour");
        });
        assertThat(report.values(Property.INITIATOR))
                .singleElement()
                .satisfies(i -> assertThat(i.country()).isEqualTo("DE"));
    }

    @Test
    void aLengthThatOnlyQualifiesIsKeptWithoutAValue() {
        Report report = read(command(List.of("Scholz", "Jane Roe"), null, "brief", null))
                .orThrow();
        assertThat(report.claims(Property.DURATION))
                .singleElement()
                .satisfies(c -> assertThat(c.value(Property.DURATION)).isNull());
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        List<@Nullable String> people = new ArrayList<>();
        people.add("Scholz");
        people.add(null);
        assertThat(wrong(command(people, "next to never", "a while", "Nobody")))
                .containsExactlyInAnyOrder("/participants/1", "/participants", "/date", "/duration", "/initiator");
        assertThat(wrong(command(null, null, null, null))).containsExactly("/participants");
        assertThat(wrong(command(List.of("Scholz", "Scholz"), null, null, null)))
                .containsExactly("/participants");
    }

    @Test
    void anOriginHasAName() {
        ReportCommand command = new ReportCommand(
                List.of("Scholz", "Jane Roe"), null, null, null, null, null, null, List.of(""), null, " ");
        assertThat(wrong(command)).containsExactly("/origin", "/topics/0");
    }

    @Test
    void aStatementNeedsASpeakerAndWords() {
        ReportCommand.StatementCommand nobody = new ReportCommand.StatementCommand(" ", "words", null, null);
        ReportCommand.StatementCommand nothing =
                new ReportCommand.StatementCommand("Scholz", "", QuoteType.DIRECT, null);
        ReportCommand command = new ReportCommand(
                List.of("Scholz", "Jane Roe"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(nobody, nothing),
                null);
        assertThat(wrong(command)).containsExactly("/statements/0/saidBy", "/statements/1/text");
    }

    @Test
    void aListThatIsEmptyOrHoldsNothingIsNamed() {
        List<@Nullable ReportCommand> hole = new ArrayList<>();
        hole.add(null);
        assertThat(faultsOf(hole)).containsExactly("/reports/0");
        assertThat(faultsOf(List.of())).containsExactly("/reports");
    }

    private static List<@Nullable String> faultsOf(List<@Nullable ReportCommand> reports) {
        return Constraints.faults(new ArticleCommand(null, null, null, null, null, null, null, null, reports), "")
                .stream()
                .map(InputError::pointer)
                .toList();
    }
}
