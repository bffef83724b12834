package org.readout.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallStatus;
import org.readout.claim.Claim;
import org.readout.claim.Modality;
import org.readout.claim.Origin;
import org.readout.claim.Participant;
import org.readout.claim.Participants;
import org.readout.claim.Property;
import org.readout.claim.Report;

/** Builds reports for tests of reconciling. */
final class Witnessed {

    private final String id;

    private record Said(Property<?> property, @Nullable Object value, String words) {}

    private final List<Said> said = new ArrayList<>();
    private Origin origin;
    private CallStatus status = CallStatus.HAPPENED;
    private @Nullable CallDate date;
    private @Nullable LocalDate published;
    private String copyOf;

    Witnessed(String id) {
        this.id = id;
        this.copyOf = id;
        this.origin = Origin.ofOutlet(id);
    }

    Witnessed relaying(String side) {
        origin = Origin.ofSide(side, "spokesperson of " + side, null);
        return this;
    }

    Witnessed copying(String other) {
        copyOf = other;
        return this;
    }

    Witnessed on(String day) {
        date = CallDate.parse(day).orElseThrow();
        return say(Property.DATE, date, day);
    }

    Witnessed published(String day) {
        published = LocalDate.parse(day);
        return this;
    }

    Witnessed status(CallStatus s) {
        status = s;
        return this;
    }

    <C> Witnessed say(Property<C> property, @Nullable C value, String words) {
        said.add(new Said(property, value, words));
        return this;
    }

    HeardReport testify() {
        List<Claim> all = new ArrayList<>();
        for (Said s : said) {
            all.add(new Claim(
                    "c" + all.size(),
                    s.property(),
                    s.value(),
                    s.words(),
                    null,
                    origin,
                    null,
                    Modality.ASSERTED,
                    "test"));
        }
        Participants people = new Participants(List.of(
                new Participant("a", "A", "DE", "CHANCELLOR", false),
                new Participant("b", "B", "RU", "PRESIDENT", false)));
        all.add(new Claim("p", Property.PARTICIPANTS, people, "A, B", null, origin, null, Modality.ASSERTED, "test"));
        all.add(new Claim("s", Property.STATUS, status, status.name(), null, origin, null, Modality.ASSERTED, "test"));
        return new HeardReport(id + "/0", id, id, published, copyOf, new Report(people, status, date, false, all));
    }
}
