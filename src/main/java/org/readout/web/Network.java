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

    /** A person, and how the name stands on its ray beside the dot. */
    public record Node(
            String id, String name, double x, double y, double textX, double textY, String turn, String anchor) {}

    /** A pair, with the width of its line. */
    public record Edge(Node a, Node b, long calls, double width) {}

    private static final int SIZE = 720;
    private static final double RADIUS = 220;
    private static final double BESIDE = 234;

    /** The people of pairs, in their order. */
    static List<String> people(List<CallStatistics.Group> pairs) {
        return pairs.stream().flatMap(g -> ends(g).stream()).distinct().toList();
    }

    /**
     * The pairs of a count, in its order.
     *
     * @param names of the people, by their ids
     */
    public static Network of(List<CallStatistics.Group> pairs, Map<String, String> names) {
        List<String> people = people(pairs);
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (int i = 0; i < people.size(); i++) {
            double angle = 2 * Math.PI * i / people.size() - Math.PI / 2;
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            double x = at(BESIDE * cos);
            double y = at(BESIDE * sin);
            boolean left = cos < -0.001;
            long degrees = Math.round(Math.toDegrees(angle)) + (left ? 180 : 0);
            String id = people.get(i);
            nodes.put(
                    id,
                    new Node(
                            id,
                            names.getOrDefault(id, id),
                            at(RADIUS * cos),
                            at(RADIUS * sin),
                            x,
                            y,
                            "rotate(" + degrees + " " + x + " " + y + ")",
                            left ? "end" : "start"));
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
