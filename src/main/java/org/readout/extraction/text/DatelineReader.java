package org.readout.extraction.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readout.claim.CallDate;
import org.readout.claim.PublishedBasis;

/** Reads what agencies put around a text: a dated header, a dateline, an external id; all at its ends. */
public final class DatelineReader {

    /**
     * What stands around the text.
     *
     * @param published the day of publication, where it gives one
     * @param basis where that day comes from; UNKNOWN without one
     * @param externalIds the agency's own ids
     * @param tags ranges of offsets that are not story
     */
    public record Dateline(
            @Nullable LocalDate published, PublishedBasis basis, List<String> externalIds, List<int[]> tags) {}

    private static final int ENDS = 400;
    private static final String MONTHS =
            "(January|February|March|April|May|June|July|August|September|October|November|December|"
                    + "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";
    private static final Pattern HEADER =
            Pattern.compile("^\\s{0,20}date (\\d{4}-\\d{2}-\\d{2})(?: \\([A-Z][A-Za-z .-]{1,30}\\))?");
    private static final Pattern PUBLISHED =
            Pattern.compile("(?:Published|Posted|Updated|Date):?\\s{1,3}(?:on )?(?:(\\d{4}-\\d{2}-\\d{2})|(\\d{1,2}) "
                    + MONTHS + "\\.? (\\d{4})|" + MONTHS + "\\.? (\\d{1,2}), (\\d{4}))");
    private static final Pattern DATELINE =
            Pattern.compile("^\\s{0,20}[A-Z][A-Z .'’,/-]{2,60}?[,.]? ?(?:\\([A-Za-z ]{2,20}\\) )?" + MONTHS
                    + "\\.? (\\d{1,2}),? (\\d{4})\\b[^\\n]{0,40}?(?:--|–|—|-|\\))");
    /** "MOSCOW, Nov 16 (Reuters) -": the day on which a report was filed, which is not that of what it reports. */
    private static final List<Pattern> FILED =
            List.of(filed("[A-Z .'’/-]", "(?:\\(|/|--|–|—|-)"), filed("[A-Za-z .'’/-]", "\\([A-Za-z]"));

    /** "MOSCOW (Agency / Outlet - 5th May, 2020)": the same in brackets. */
    private static final Pattern BRACKETED = Pattern.compile("(?m)^\\s{0,20}[A-Z][A-Z .'’,/-]{2,40}\\(([^)\\n]{0,60}?"
            + "(?:(\\d{1,2})(?:st|nd|rd|th)? " + MONTHS + "|" + MONTHS + "\\.? (\\d{1,2})),? (\\d{4}))\\)");

    private static final Pattern EXTERNAL_ID =
            Pattern.compile("\\b([A-Z]{3,10})(\\d{2})(\\d{2})(\\d{4})\\d{6,}ID\\d{4,}\\b");

    private DatelineReader() {}

    private static Pattern filed(String city, String behind) {
        return Pattern.compile("(?m)^\\s{0,20}[A-Z]" + city + "{2,40}, (" + MONTHS
                + "\\.? \\d{1,2}(?:,? \\d{4})?)(?=\\.? {0,2}" + behind + ")");
    }

    public static Dateline read(String text) {
        String head = text.substring(0, Math.min(ENDS, text.length()));
        int tailAt = Math.max(0, text.length() - ENDS);
        List<int[]> tags = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        LocalDate published = null;
        PublishedBasis basis = PublishedBasis.UNKNOWN;
        Matcher header = HEADER.matcher(head);
        if (header.find()) {
            published = day(header.group(1)).orElse(null);
            basis = published == null ? PublishedBasis.UNKNOWN : PublishedBasis.DATELINE;
            tags.add(new int[] {header.start(), header.end()});
        }
        Matcher line = PUBLISHED.matcher(head);
        if (published == null && line.find()) {
            published = line.group(1) != null
                    ? day(line.group(1)).orElse(null)
                    : line.group(2) != null
                            ? day(line.group(4), line.group(3), line.group(2)).orElse(null)
                            : day(line.group(7), line.group(5), line.group(6)).orElse(null);
            basis = published == null ? PublishedBasis.UNKNOWN : PublishedBasis.DATELINE;
            if (published != null) {
                tags.add(new int[] {line.start(), line.end()});
            }
        }
        Matcher dateline = DATELINE.matcher(head);
        if (published == null && dateline.find()) {
            published =
                    day(dateline.group(3), dateline.group(1), dateline.group(2)).orElse(null);
            basis = published == null ? PublishedBasis.UNKNOWN : PublishedBasis.DATELINE;
            if (published != null) {
                tags.add(new int[] {dateline.start(), dateline.end()});
            }
        }
        FILED.stream()
                .flatMap(p -> p.matcher(head).results())
                .forEach(filed -> tags.add(new int[] {filed.start(1), filed.end(1)}));
        Matcher bracketed = BRACKETED.matcher(head);
        while (bracketed.find()) {
            tags.add(new int[] {bracketed.start(1), bracketed.end(1)});
            String month = bracketed.group(3) == null ? bracketed.group(4) : bracketed.group(3);
            String number = bracketed.group(2) == null ? bracketed.group(5) : bracketed.group(2);
            if (published == null) {
                published = day(bracketed.group(6), month, number).orElse(null);
                basis = published == null ? PublishedBasis.UNKNOWN : PublishedBasis.DATELINE;
            }
        }
        Matcher id = EXTERNAL_ID.matcher(text).region(tailAt, text.length());
        while (id.find()) {
            ids.add(id.group());
            tags.add(new int[] {id.start(), id.end()});
            if (published == null) {
                published =
                        day(id.group(4) + "-" + id.group(3) + "-" + id.group(2)).orElse(null);
                basis = published == null ? PublishedBasis.UNKNOWN : PublishedBasis.EXTERNAL_ID;
            }
        }
        return new Dateline(published, basis, ids, tags);
    }

    private static Optional<LocalDate> day(String iso) {
        return CallDate.parse(iso).filter(CallDate::singleDay).map(CallDate::earliest);
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        String names = "janfebmaraprmayjunjulaugsepoctnovdec";
        int number = names.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
        return day("%s-%02d-%02d".formatted(year, number, Integer.parseInt(day)));
    }
}
