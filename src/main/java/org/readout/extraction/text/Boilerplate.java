package org.readout.extraction.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.readout.extraction.language.Language;

/** The parts of a text that are not its story: subscription calls, share links, agency tags. */
public final class Boilerplate {

    private record Range(int start, int end) {}

    private final List<Range> ranges;

    private Boilerplate(List<Range> ranges) {
        this.ranges = ranges;
    }

    public static Boilerplate in(String text, Language language, List<int[]> tags) {
        List<String> openings = language.lines("boilerplate");
        List<Range> ranges = new ArrayList<>();
        tags.forEach(t -> ranges.add(new Range(t[0], t[1])));
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                end = text.length();
            }
            if (end - start < 200) {
                String line = text.substring(start, end).strip().toLowerCase(Locale.ROOT);
                if (openings.stream().anyMatch(line::startsWith)) {
                    ranges.add(new Range(start, end));
                }
            }
            start = end + 1;
        }
        ranges.sort(java.util.Comparator.comparingInt(Range::start));
        return new Boilerplate(ranges);
    }

    /** None at all. */
    static Boilerplate none() {
        return new Boilerplate(List.of());
    }

    boolean covers(int offset) {
        int lo = 0;
        int hi = ranges.size();
        while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            if (ranges.get(mid).end() <= offset) {
                lo = mid + 1;
            } else {
                hi = mid;
            }
        }
        return lo < ranges.size() && ranges.get(lo).start() <= offset;
    }
}
