package org.readout.export;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.readout.query.CallView;
import org.readout.report.ParticipantView;

/**
 * Who has calls with whom, as a graph (GraphML 1.0): a node for each person, an edge for each pair with the number of
 * their calls, the first and the last. Holds the pairs until the end, not the calls.
 */
final class GraphMlWriter implements CallWriter {

    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    /** The calls of two people. */
    private record Tie(
            long calls, @Nullable LocalDate first, @Nullable LocalDate last) {
        Tie and(CallView call) {
            return new Tie(
                    calls + 1,
                    extreme(first, call.dateEarliest(), Comparator.naturalOrder()),
                    extreme(last, call.dateLatest(), Comparator.reverseOrder()));
        }

        private static @Nullable LocalDate extreme(
                @Nullable LocalDate a, @Nullable LocalDate b, Comparator<LocalDate> order) {
            return a == null ? b : b == null || order.compare(a, b) <= 0 ? a : b;
        }
    }

    private record Pair(String first, String second) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return Comparator.comparing(Pair::first).thenComparing(Pair::second).compare(this, other);
        }
    }

    private record Key(String name, String target, String type) {}

    private static final List<Key> KEYS = List.of(
            new Key("name", "node", "string"),
            new Key("country", "node", "string"),
            new Key("calls", "edge", "long"),
            new Key("first", "edge", "string"),
            new Key("last", "edge", "string"));

    private final Writer out;
    private final Map<String, ParticipantView> people = new TreeMap<>();
    private final Map<Pair, Tie> ties = new TreeMap<>();

    GraphMlWriter(Writer out) {
        this.out = out;
    }

    @Override
    public void write(CallView call) {
        List<String> ids =
                call.participants().stream().map(GraphMlWriter::id).sorted().toList();
        call.participants().forEach(p -> people.putIfAbsent(id(p), p));
        for (int i = 0; i < ids.size(); i++) {
            for (int k = i + 1; k < ids.size(); k++) {
                ties.merge(
                        new Pair(ids.get(i), ids.get(k)),
                        new Tie(0, null, null).and(call),
                        (held, one) -> held.and(call));
            }
        }
    }

    private static String id(ParticipantView person) {
        return Objects.requireNonNullElse(person.leaderId(), person.name());
    }

    @Override
    public void end() throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("graphml");
            xml.writeDefaultNamespace(NAMESPACE);
            for (Key key : KEYS) {
                xml.writeEmptyElement("key");
                xml.writeAttribute("id", key.name());
                xml.writeAttribute("for", key.target());
                xml.writeAttribute("attr.name", key.name());
                xml.writeAttribute("attr.type", key.type());
            }
            xml.writeStartElement("graph");
            xml.writeAttribute("id", "calls");
            xml.writeAttribute("edgedefault", "undirected");
            for (Map.Entry<String, ParticipantView> person : people.entrySet()) {
                xml.writeStartElement("node");
                xml.writeAttribute("id", clean(person.getKey()));
                data(xml, "name", person.getValue().name());
                data(xml, "country", person.getValue().country());
                xml.writeEndElement();
            }
            for (Map.Entry<Pair, Tie> tie : ties.entrySet()) {
                xml.writeStartElement("edge");
                xml.writeAttribute("source", clean(tie.getKey().first()));
                xml.writeAttribute("target", clean(tie.getKey().second()));
                data(xml, "calls", tie.getValue().calls());
                data(xml, "first", tie.getValue().first());
                data(xml, "last", tie.getValue().last());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void data(XMLStreamWriter xml, String key, @Nullable Object value) throws XMLStreamException {
        if (value != null) {
            xml.writeStartElement("data");
            xml.writeAttribute("key", key);
            xml.writeCharacters(clean(value.toString()));
            xml.writeEndElement();
        }
    }

    /** A text without the characters that XML 1.0 cannot hold. */
    private static String clean(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c >= ' ' && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
