package org.readout.extraction.source;

import java.util.List;
import java.util.Set;
import org.readout.names.Person;

/**
 * What the headline of a text says.
 *
 * @param people those it names
 * @param inOneCall the ids of those whom it puts on one call: "Readout of the President's Call with President Macron and
 *     Chancellor Scholz"; none where it tells of several calls or of none
 * @param calls those on each call that took place and that it tells of ("Trump, Xi talk by phone"), which a text may go on
 *     to call "the call"
 * @param withMany whether it tells of one call with several whom it does not name: "Call with European Leaders"
 */
public record Titled(List<Person> people, Set<String> inOneCall, List<List<Person>> calls, boolean withMany) {

    /** What a text without a headline has. */
    public static final Titled NOTHING = new Titled(List.of(), Set.of(), List.of(), false);
}
