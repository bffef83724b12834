package org.readout.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.readout.claim.Span;

/**
 * A piece of a text, and what rests on it.
 *
 * @param text the words
 * @param labels the properties that rest on them, none where nothing does
 * @param dissent whether what they say was not chosen
 */
public record Marked(String text, Set<String> labels, boolean dissent) {

    /** A place in a text that something rests on. */
    public record Mark(Span span, String label, boolean dissent) {}

    /**
     * Cuts a text where marks begin and end: the pieces together are the text, and each carries all marks that lie on it.
     * Marks that reach beyond the text are cut off at its end.
     */
    public static List<Marked> of(String text, Collection<Mark> marks) {
        Set<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        for (Mark m : marks) {
            cuts.add(Math.min(m.span().start(), text.length()));
            cuts.add(Math.min(m.span().end(), text.length()));
        }
        List<Mark> ordered = marks.stream()
                .sorted(Comparator.comparingInt((Mark m) -> m.span().start()))
                .toList();
        List<Marked> out = new ArrayList<>();
        int from = 0;
        for (int to : cuts) {
            if (to > from) {
                out.add(piece(text, from, to, ordered));
            }
            from = to;
        }
        return out;
    }

    private static Marked piece(String text, int from, int to, List<Mark> marks) {
        Set<String> labels = new LinkedHashSet<>();
        boolean dissent = false;
        for (Mark m : marks) {
            if (m.span().start() <= from && m.span().end() >= to) {
                labels.add(m.label());
                dissent |= m.dissent();
            }
        }
        return new Marked(text.substring(from, to), labels, dissent);
    }
}
