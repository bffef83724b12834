package org.readout.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDuration;
import org.readout.claim.Participant;
import org.readout.claim.Participants;
import org.readout.claim.Topic;

/** Values of properties in the one shape that each kind has in the API. */
public final class ValueView {

    private ValueView() {}

    /** The value as the API shows it wherever it stands: on a call, a claim, or as evidence. */
    public static @Nullable Object of(@Nullable Object value) {
        if (value instanceof CallDuration d) {
            return DurationView.of(d);
        }
        if (value instanceof Participants p) {
            return p.people().stream().map(ParticipantView::of).toList();
        }
        if (value instanceof Participant p) {
            return ParticipantView.of(p);
        }
        if (value instanceof Topic t) {
            return t.name();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> shown = new ArrayList<>();
            list.forEach(v -> shown.add(of(v)));
            return shown;
        }
        return value;
    }

    /** Of a duration the bounds that its words exclude to pass: "nearly an hour" is at most an hour, "high". */
    public static List<String> hardBounds(@Nullable Object value) {
        List<String> hard = new ArrayList<>();
        if (value instanceof CallDuration d) {
            if (d.lowHard()) {
                hard.add("low");
            }
            if (d.highHard()) {
                hard.add("high");
            }
        }
        return hard;
    }
}
