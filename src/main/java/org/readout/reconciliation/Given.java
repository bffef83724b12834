package org.readout.reconciliation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.CallDuration;
import org.readout.claim.Initiator;
import org.readout.claim.Participants;

/** A value as a person gives it: plain data, whose names and wordings somebody else can read. */
public final class Given {

    private static final int LONGEST = 200;
    private static final int MOST = 200;

    /** Reads names and wordings as in a report given by hand; refuses with a problem of its own. */
    public interface Wordings {

        Participants people(List<String> names);

        CallDate date(String wording);

        CallDuration duration(String wording);

        Initiator caller(String nameOrCountry);
    }

    /** The part that gives no value, and what is wrong with it. */
    public static final class Refused extends RuntimeException {

        private final String at;

        Refused(String at, String detail) {
            super(detail, null, false, false);
            this.at = at;
        }

        /** The part, as a JSON Pointer. */
        public String at() {
            return at;
        }
    }

    private final @Nullable Object value;
    private final String at;
    private final Wordings wordings;

    /**
     * Takes what a person gives.
     *
     * @param value a String, Number, Boolean, List or Map, or null
     * @param at where it stands, as a JSON Pointer
     * @param wordings who reads names and wordings in it
     */
    public Given(@Nullable Object value, String at, Wordings wordings) {
        this.value = value;
        this.at = at;
        this.wordings = wordings;
    }

    Wordings read() {
        return wordings;
    }

    Refused refuse(String detail) {
        return new Refused(at, detail);
    }

    boolean isText() {
        return value instanceof String;
    }

    boolean isObject() {
        return value instanceof Map;
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    String text() {
        if (!(value instanceof String text) || text.isBlank() || text.length() > LONGEST) {
            throw refuse("is not a text of 1 to " + LONGEST + " characters");
        }
        return text;
    }

    List<String> texts() {
        return items("texts").stream().map(Given::text).toList();
    }

    List<Given> items(String what) {
        if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > MOST) {
            throw refuse("is not a list of " + what);
        }
        List<Given> out = new ArrayList<>();
        for (Object one : list) {
            out.add(new Given(one, at + "/" + out.size(), wordings));
        }
        return out;
    }

    /** A part of an object, missing where the object has none. */
    Given part(String name) {
        return new Given(value instanceof Map<?, ?> map ? map.get(name) : null, at + "/" + name, wordings);
    }

    boolean missing() {
        return value == null;
    }

    Optional<Integer> wholeNumber() {
        return value instanceof Integer number ? Optional.of(number) : Optional.empty();
    }

    String oneOf(List<String> words) {
        if (!(value instanceof String word) || !words.contains(word)) {
            throw refuse("is not one of " + String.join(", ", words));
        }
        return word;
    }

    <E extends Enum<E>> E word(Class<E> type) {
        return Enum.valueOf(
                type,
                oneOf(Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()));
    }
}
