package org.readout.names;

import java.util.List;

/** The registry's words for offices, weightiest first. */
public final class Offices {

    private static final List<String> RANKED = List.of(
            "CHANCELLOR",
            "PRESIDENT",
            "PRIME_MINISTER",
            "SUPREME_LEADER",
            "MONARCH",
            "SOVEREIGN_PONTIFF",
            "SECRETARY_GENERAL",
            "COMMISSION_PRESIDENT",
            "COUNCIL_PRESIDENT",
            "HEAD_OF_STATE",
            "CROWN_PRINCE",
            "PRESIDENCY_MEMBER",
            "STATE_COUNSELLOR",
            "HIGH_REPRESENTATIVE",
            "DIRECTOR_GENERAL",
            "MANAGING_DIRECTOR",
            "SECRETARY_OF_STATE",
            "VICE_PRESIDENT",
            "FOREIGN_MINISTER");

    private Offices() {}

    static int rank(String office) {
        int rank = RANKED.indexOf(office);
        return rank < 0 ? RANKED.size() : rank;
    }

    /** Whether the office is one of a state's government, under those who lead it. */
    public static boolean serves(String office) {
        int rank = rank(office);
        return rank >= RANKED.indexOf("SECRETARY_OF_STATE") && rank < RANKED.size();
    }

    /** Whether the office leads a state or an organisation, rather than serves in its government. */
    public static boolean leads(String office) {
        int rank = rank(office);
        return rank < RANKED.indexOf("SECRETARY_OF_STATE");
    }
}
