package org.readout.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallAssignmentTests {

    private static final UUID OLD = new UUID(0, 1);
    private static final UUID YOUNG = new UUID(0, 2);
    private static final UUID FRESH = new UUID(0, 9);
    private static final UUID A = new UUID(1, 1);
    private static final UUID B = new UUID(1, 2);
    private static final UUID C = new UUID(1, 3);

    @Test
    void givesANewGroupANewId() {
        CallAssignment assigned = CallAssignment.of(List.of(List.of(A)), Map.of(), () -> FRESH);

        assertThat(assigned.members()).containsOnlyKeys(FRESH);
    }

    @Test
    void mergesTheYoungerCallIntoTheOlder() {
        CallAssignment assigned = CallAssignment.of(List.of(List.of(A, B)), Map.of(A, YOUNG, B, OLD), () -> FRESH);

        assertThat(assigned.members()).containsOnlyKeys(OLD);
        assertThat(assigned.heirs()).containsExactly(Map.entry(YOUNG, OLD));
    }

    @Test
    void letsACallGoWithMostOfItsReports() {
        CallAssignment assigned =
                CallAssignment.of(List.of(List.of(A), List.of(B, C)), Map.of(A, OLD, B, OLD, C, OLD), () -> FRESH);

        assertThat(assigned.members().get(OLD)).containsExactly(B, C);
        assertThat(assigned.members().get(FRESH)).containsExactly(A);
    }
}
