package org.readout.claim;

/**
 * A place in an article's text, as in a W3C Web Annotation: half-open offsets in UTF-16 code units and the words there.
 *
 * @param start offset of the first unit, from 0
 * @param end offset after the last unit, not before {@code start}
 * @param exact the words between
 */
public record Span(int start, int end, String exact) {

    public Span {
        if (start < 0 || end < start || exact.length() != end - start) {
            throw new IllegalArgumentException(
                    "A span of " + exact.length() + " units cannot lie at " + start + "–" + end);
        }
    }

    /** The span of {@code text} from {@code start} to {@code end}. */
    public static Span of(String text, int start, int end) {
        return new Span(start, end, text.substring(start, end));
    }
}
