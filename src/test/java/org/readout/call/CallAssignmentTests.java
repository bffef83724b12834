package org.readout.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallAssignmentTests {

    private static final UUID OLD = new UUID(0, 1);
    private static final UUID YOUNG = new UUID(0, 2);
    private static final UUID FRESH = new UUID(0, 9);
    private static final UUID A = new UUID(1, 1);
    private static final UUID B = new UUID(1, 2);
    private static final UUID C = new UUID(1, 3);

    private static CallAssignment.Group group(UUID... reports) {
        return new CallAssignment.Group(List.of(reports), null);
    }

    @Test
    void keepsTheCallThatAPersonPrefers() {
        CallAssignment assigned =
                CallAssignment.of(List.of(group(A, B)), Map.of(A, YOUNG, B, OLD), Set.of(), Set.of(YOUNG), () -> FRESH);

        assertThat(assigned.heirs()).containsExactly(Map.entry(OLD, YOUNG));
    }

    @Test
    void mergesACallIntoTheStandingOneThatItsReportsJoin() {
        CallAssignment assigned = CallAssignment.of(
                List.of(new CallAssignment.Group(List.of(A), OLD)), Map.of(A, YOUNG), Set.of(), Set.of(), () -> FRESH);

        assertThat(assigned.members().get(OLD)).containsExactly(A);
        assertThat(assigned.heirs()).containsExactly(Map.entry(YOUNG, OLD));
    }

    @Test
    void leavesACallItsIdWhileItKeepsReportsElsewhere() {
        CallAssignment assigned =
                CallAssignment.of(List.of(group(A)), Map.of(A, OLD), Set.of(OLD), Set.of(), () -> FRESH);

        assertThat(assigned.members()).containsOnlyKeys(FRESH);
        assertThat(assigned.heirs()).isEmpty();
    }

    @Test
    void givesANewGroupANewId() {
        CallAssignment assigned = CallAssignment.of(List.of(group(A)), Map.of(), Set.of(), Set.of(), () -> FRESH);

        assertThat(assigned.members()).containsOnlyKeys(FRESH);
    }

    @Test
    void mergesTheYoungerCallIntoTheOlder() {
        CallAssignment assigned =
                CallAssignment.of(List.of(group(A, B)), Map.of(A, YOUNG, B, OLD), Set.of(), Set.of(), () -> FRESH);

        assertThat(assigned.members()).containsOnlyKeys(OLD);
        assertThat(assigned.heirs()).containsExactly(Map.entry(YOUNG, OLD));
    }

    @Test
    void letsACallGoWithMostOfItsReports() {
        CallAssignment assigned = CallAssignment.of(
                List.of(group(A), group(B, C)), Map.of(A, OLD, B, OLD, C, OLD), Set.of(), Set.of(), () -> FRESH);

        assertThat(assigned.members().get(OLD)).containsExactly(B, C);
        assertThat(assigned.members().get(FRESH)).containsExactly(A);
    }
}
