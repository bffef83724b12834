package org.readout.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.claim.Claim;
import org.readout.claim.Modality;
import org.readout.claim.Origin;
import org.readout.claim.Participant;
import org.readout.claim.Participants;
import org.readout.claim.Property;
import org.readout.claim.Report;
import org.readout.claim.Span;

/** Which report of an article read anew is which of those held. */
class SuccessionTests {

    private static final UUID ARTICLE = new UUID(1, 1);
    private static final UUID CALL = new UUID(2, 2);
    private static final UUID OTHER_CALL = new UUID(2, 3);
    private static final LocalDate PUBLISHED = LocalDate.parse("2024-11-17");

    private static Report report(String people, String day, int... spans) {
        CallDate date = CallDate.parse(day).orElseThrow();
        List<Claim> claims = new ArrayList<>();
        for (int start : spans) {
            claims.add(new Claim(
                    "c" + start,
                    Property.DATE,
                    date,
                    day,
                    new Span(start, start + 5, "words"),
                    Origin.ofOutlet("Example Post"),
                    null,
                    Modality.ASSERTED,
                    "test"));
        }
        Participants both = new Participants(List.of(
                new Participant(people.substring(0, 1), people, null, null, false),
                new Participant(people.substring(1), people, null, null, false)));
        return new Report(both, CallStatus.HAPPENED, date, false, claims);
    }

    private static List<ReportRow> held(UUID call, Report... reports) {
        Succession first = Succession.of(ARTICLE, PUBLISHED, List.of(), List.of(reports));
        first.entered().forEach(r -> r.moveTo(call));
        return first.entered().stream().map(ReportRow.class::cast).toList();
    }

    @Test
    void theSameSaidAgainIsKept() {
        List<ReportRow> before = held(CALL, report("ab", "2024-11-15", 10));
        Succession s = Succession.of(ARTICLE, PUBLISHED, before, List.of(report("ab", "2024-11-15", 10)));
        assertThat(s.kept()).isEqualTo(before);
        assertThat(s.entered()).isEmpty();
        assertThat(s.removed()).isEmpty();
    }

    @Test
    void anotherDateKeepsTheIdAndTheCall() {
        List<ReportRow> before = held(CALL, report("ab", "2024-11-15", 10));
        Succession s = Succession.of(ARTICLE, PUBLISHED, before, List.of(report("ab", "2024-11-16", 10)));
        assertThat(s.entered()).singleElement().satisfies(r -> {
            assertThat(r.id()).isEqualTo(before.get(0).id());
            assertThat(r.callId()).isEqualTo(CALL);
        });
        assertThat(s.removed()).isEqualTo(before);
        assertThat(s.renamed()).isEmpty();
    }

    @Test
    void otherPeopleInTheSameWordsGoToTheCallUnderANewId() {
        List<ReportRow> before = held(CALL, report("ab", "2024-11-15", 10));
        Succession s = Succession.of(ARTICLE, PUBLISHED, before, List.of(report("ac", "2024-11-15", 10)));
        assertThat(s.entered()).singleElement().satisfies(r -> {
            assertThat(r.id()).isNotEqualTo(before.get(0).id());
            assertThat(r.callId()).isEqualTo(CALL);
            assertThat(s.renamed()).containsEntry(before.get(0).id(), r.id());
        });
    }

    @Test
    void otherPeopleInOtherWordsAreAnotherReport() {
        List<ReportRow> before = held(CALL, report("ab", "2024-11-15", 10));
        Succession s = Succession.of(ARTICLE, PUBLISHED, before, List.of(report("ac", "2024-11-15", 90)));
        assertThat(s.entered())
                .singleElement()
                .satisfies(r -> assertThat(r.callId()).isNull());
        assertThat(s.renamed()).isEmpty();
    }

    @Test
    void ofTwoReportsOfTheSamePeopleTheOneMostAlikeIsTheHeir() {
        List<ReportRow> before = new ArrayList<>(held(CALL, report("ab", "2024-11-15", 10)));
        Succession two = Succession.of(
                ARTICLE, PUBLISHED, before, List.of(report("ab", "2024-11-15", 10), report("ab", "2024-11-20", 50)));
        two.entered().forEach(r -> r.moveTo(OTHER_CALL));
        before.add((ReportRow) two.entered().get(0));
        Succession s = Succession.of(
                ARTICLE, PUBLISHED, before, List.of(report("ab", "2024-11-20", 50), report("ab", "2024-11-15", 10)));
        assertThat(s.entered()).hasSize(2);
        assertThat(s.entered().get(0).callId()).isEqualTo(OTHER_CALL);
        assertThat(s.entered().get(1).callId()).isEqualTo(CALL);
    }

    @Test
    void withinSomePeopleOnlyTheirReportsChange() {
        List<ReportRow> before = held(CALL, report("ab", "2024-11-15", 10), report("cd", "2024-11-15", 50));
        Report changed = report("ab", "2024-11-16", 10);
        Succession s = Succession.of(ARTICLE, PUBLISHED, before, List.of(changed, report("cd", "2024-11-18", 50)))
                .within(java.util.Set.of(changed.participants().id()));
        assertThat(s.entered())
                .singleElement()
                .satisfies(r ->
                        assertThat(r.people()).isEqualTo(changed.participants().id()));
        assertThat(s.removed()).containsExactly(before.get(0));
    }
}
