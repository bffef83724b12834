package org.readout.export;

import java.io.Writer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallStatus;
import org.readout.claim.Initiator;
import org.readout.query.CallView;
import org.readout.report.ParticipantView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls as others code events: one for each pair of participants of a call that took place, the one who called first
 * where that is known.
 */
final class EventData {

    private static final String GOVERNMENT = "GOV";
    private static final int VERBAL_COOPERATION = 1;

    private EventData() {}

    /** What a call is between two of its participants. */
    private record Pair(CallView call, ParticipantView actor, ParticipantView recipient) {

        static List<Pair> of(CallView call) {
            List<Pair> out = new ArrayList<>();
            if (call.status() != CallStatus.HAPPENED) {
                return out;
            }
            List<ParticipantView> people = call.participants();
            for (int i = 0; i < people.size(); i++) {
                for (int k = i + 1; k < people.size(); k++) {
                    boolean turned = called(call, people.get(k)) && !called(call, people.get(i));
                    out.add(new Pair(call, people.get(turned ? k : i), people.get(turned ? i : k)));
                }
            }
            return out;
        }

        private static boolean called(CallView call, ParticipantView person) {
            Initiator by = call.initiator();
            return by != null
                    && (by.leaderId() != null
                            ? by.leaderId().equals(person.leaderId())
                            : by.country() != null && by.country().equals(person.country()));
        }
    }

    /** A state's code of three letters (ISO 3166-1); an organisation's own code. */
    private static String threeLetters(@Nullable String country) {
        if (country == null) {
            return "";
        }
        try {
            return country.length() == 2
                    ? new Locale.Builder().setRegion(country).build().getISO3Country()
                    : country;
        } catch (MissingResourceException | IllformedLocaleException e) {
            return country;
        }
    }

    /** PLOVER's properties, in the names and the order that POLECAT publishes them in, one event a line. */
    static CallWriter plover(JsonMapper json, Writer out) {
        return call -> {
            for (Pair pair : Pair.of(call)) {
                Map<String, @Nullable Object> event = new LinkedHashMap<>();
                event.put("Event ID", call.id());
                event.put("Event Date", call.date());
                event.put("Event Type", call.codes().plover().event());
                event.put("Event Mode", call.codes().plover().mode());
                event.put("Quad Code", "V-COOP");
                event.put("Contexts", call.topics());
                side(event, "Actor", pair.actor());
                side(event, "Recipient", pair.recipient());
                event.put("Version", call.version());
                out.write(json.writeValueAsString(event));
                out.write('\n');
            }
        };
    }

    private static void side(Map<String, @Nullable Object> event, String side, ParticipantView person) {
        event.put(side + " Name", person.name());
        event.put(side + " Country", threeLetters(person.country()));
        event.put("Primary " + side + " Sector", GOVERNMENT);
        event.put(side + " Title", person.office());
    }

    /** Columns in the order of GDELT 2.0's event table, without a header as GDELT has none. */
    static CallWriter gdelt(String base, Writer out) {
        return call -> {
            for (Pair pair : Pair.of(call)) {
                out.write(gdelt(base, pair).stream()
                        .map(cell -> cell.replaceAll("\\s+", " "))
                        .collect(Collectors.joining("\t")));
                out.write('\n');
            }
        };
    }

    private static List<String> gdelt(String base, Pair pair) {
        CallView call = pair.call();
        LocalDate day = call.dateEarliest() != null && call.dateEarliest().equals(call.dateLatest())
                ? call.dateEarliest()
                : null;
        String code = call.codes().cameo();
        List<String> row = new ArrayList<>();
        row.add(call.id().toString());
        row.add(day == null ? "" : DateTimeFormatter.BASIC_ISO_DATE.format(day));
        row.add(day == null ? "" : DateTimeFormatter.ofPattern("yyyyMM").format(day));
        row.add(day == null ? "" : String.valueOf(day.getYear()));
        row.add(day == null ? "" : "%.4f".formatted(day.getYear() + (day.getDayOfYear() - 1.0) / day.lengthOfYear()));
        row.addAll(actor(pair.actor()));
        row.addAll(actor(pair.recipient()));
        row.addAll(List.of("1", code, code, code.substring(0, 2), String.valueOf(VERBAL_COOPERATION), "1.0"));
        row.add(String.valueOf(call.articleCount()));
        row.add(String.valueOf(call.originCount()));
        row.add(String.valueOf(call.articleCount()));
        row.addAll(Collections.nCopies(1 + 3 * 8, ""));
        row.add(DateTimeFormatter.ofPattern("yyyyMMddHHmmss")
                .format(call.createdAt().atOffset(ZoneOffset.UTC)));
        row.add(base + "/calls/" + call.id());
        return row;
    }

    private static List<String> actor(ParticipantView person) {
        String country = threeLetters(person.country());
        String[] cells = new String[10];
        Arrays.fill(cells, "");
        cells[0] = country + GOVERNMENT;
        cells[1] = Objects.requireNonNullElse(person.name(), "").toUpperCase(Locale.ROOT);
        cells[2] = country;
        cells[7] = GOVERNMENT;
        return List.of(cells);
    }
}
