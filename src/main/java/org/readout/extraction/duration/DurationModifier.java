package org.readout.extraction.duration;

/** What a word does to a length of time; TIMEX3's {@code mod}, told apart where speakers do. */
enum DurationModifier {
    BARE,
    APPROX,
    NEARLY,
    CLOSE_TO,
    JUST_UNDER,
    JUST_OVER,
    MORE_THAN,
    WELL_OVER,
    LESS_THAN,
    AT_LEAST,
    AT_MOST,
    UP_TO
}
