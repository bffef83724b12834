package org.readout.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.readout.query.CallStatistics;

/**
 * Who speaks with whom, on a circle, in units of the drawing.
 *
 * @param size of the drawing, which is square
 * @param nodes the people
 * @param edges the pairs
 */
public record Network(int size, List<Node> nodes, List<Edge> edges) {

    /** A person, and where the name stands beside the dot. */
    public record Node(String id, double x, double y, double textX, double textY, String anchor) {}

    /** A pair, with the width of its line. */
    public record Edge(Node a, Node b, long calls, double width) {}

    private static final int SIZE = 720;
    private static final double RADIUS = 220;
    private static final double BESIDE = 234;

    /** The pairs of a count, in its order. */
    public static Network of(List<CallStatistics.Group> pairs) {
        List<String> people = new ArrayList<>();
        for (CallStatistics.Group g : pairs) {
            ends(g).stream().filter(p -> !people.contains(p)).forEach(people::add);
        }
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (int i = 0; i < people.size(); i++) {
            double angle = 2 * Math.PI * i / people.size() - Math.PI / 2;
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            nodes.put(
                    people.get(i),
                    new Node(
                            people.get(i),
                            at(RADIUS * cos),
                            at(RADIUS * sin),
                            at(BESIDE * cos),
                            at(BESIDE * sin + 4),
                            Math.abs(cos) < 0.1 ? "middle" : cos > 0 ? "start" : "end"));
        }
        List<Edge> edges = new ArrayList<>();
        for (CallStatistics.Group g : pairs) {
            Node a = nodes.get(ends(g).get(0));
            Node b = nodes.get(ends(g).get(1));
            if (a != null && b != null) {
                edges.add(new Edge(a, b, g.calls(), Math.round(10 * (1 + Math.log(g.calls()))) / 10.0));
            }
        }
        return new Network(SIZE, List.copyOf(nodes.values()), edges);
    }

    private static List<String> ends(CallStatistics.Group pair) {
        return pair.key().getOrDefault("pair", List.of());
    }

    private static double at(double offset) {
        return Math.round((SIZE / 2.0 + offset) * 10) / 10.0;
    }
}
