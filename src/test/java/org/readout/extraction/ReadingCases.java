package org.readout.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;
import org.readout.claim.CallDuration;
import org.readout.claim.Claim;
import org.readout.claim.Modality;
import org.readout.claim.Property;
import org.readout.claim.Report;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The labelled texts of {@code src/test/resources/reading}: what each tells, and what it does not. */
final class ReadingCases {

    private static final Path FOLDER = Path.of("src/test/resources/reading");

    /**
     * A text and what it tells.
     *
     * @param file the file it stands in
     * @param tells what each of its reports says, by property; empty for a text that tells of no call
     */
    record Case(String file, ArticleText text, List<Map<String, Object>> tells) {

        String name() {
            String words = text.text().strip().replaceAll("\\s+", " ");
            return file + ": " + words.substring(0, Math.min(90, words.length()));
        }

        List<Report> read() {
            return Reader.READER.read(text).reports();
        }
    }

    private ReadingCases() {}

    static List<Case> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(f -> of(f).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Case> of(Path file) {
        List<Case> out = new ArrayList<>();
        try {
            List<Map<String, Object>> cases =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            for (Map<String, Object> c : cases) {
                out.add(new Case(file.getFileName().toString(), text(c), tells(c)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    private static ArticleText text(Map<String, Object> c) {
        String published = String.valueOf(c.getOrDefault("published", Reader.SUNDAY));
        return new ArticleText(
                Objects.requireNonNull((String) c.get("text")),
                (String) c.get("title"),
                (String) c.getOrDefault("publisher", "Example Post"),
                published.equals("unknown") ? null : LocalDate.parse(published),
                ArticleKind.valueOf(String.valueOf(c.getOrDefault("kind", "NEWS"))));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> tells(Map<String, Object> c) {
        Object tells = c.get("tells");
        return tells instanceof Map<?, ?> one
                ? List.of((Map<String, Object>) one)
                : tells == null ? List.of() : (List<Map<String, Object>>) tells;
    }

    /** What a report says, in the words of the files; only the properties that the case asks for. */
    static Map<String, Object> said(Report report, Map<String, Object> asked) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (String property : asked.keySet()) {
            out.put(property, said(report, property));
        }
        return out;
    }

    private static @Nullable Object said(Report r, String property) {
        return switch (property) {
            case "people" ->
                r.participants().people().stream()
                        .map(p -> p.leaderId() == null ? p.name() : p.leaderId())
                        .sorted()
                        .toList();
            case "status" -> r.status().name();
            case "date" -> r.date() == null ? null : r.date().edtf();
            case "inferred" -> r.date() != null && r.date().inferred();
            case "duration" -> values(r, Property.DURATION, ReadingCases::minutes);
            case "initiator" ->
                values(
                        r,
                        Property.INITIATOR,
                        i -> i.mutual() ? "MUTUAL" : i.leaderId() == null ? i.country() : i.leaderId());
            case "previous" ->
                values(
                        r,
                        Property.PREVIOUS_CALL,
                        p -> p.date() == null ? null : p.date().edtf());
            case "medium" -> values(r, Property.MEDIUM, Enum::name);
            case "offices" ->
                r.participants().people().stream().map(p -> p.office()).toList();
            case "topics" -> values(r, Property.TOPIC, t -> t.name());
            case "statements" ->
                r.values(Property.STATEMENT)
                        .map(s -> s.saidBy() + ": " + s.text())
                        .toList();
            case "retracted" ->
                r.claims().stream()
                        .filter(c -> c.modality() == Modality.DENIED)
                        .map(Claim::text)
                        .toList();
            case "statusOrigins" -> origins(r, Property.STATUS);
            case "durationOrigins" -> origins(r, Property.DURATION);
            case "durationWords" ->
                r.claims(Property.DURATION)
                        .filter(c -> c.value(Property.DURATION) != null)
                        .map(Claim::text)
                        .distinct()
                        .sorted()
                        .toList();
            case "origins" ->
                r.claims().stream().map(c -> origin(c)).distinct().sorted().toList();
            default -> throw new IllegalArgumentException("A case cannot ask for " + property);
        };
    }

    private static <C> @Nullable Object values(
            Report r, Property<C> property, java.util.function.Function<C, @Nullable Object> shown) {
        List<@Nullable Object> all = r.values(property).map(shown).distinct().toList();
        return all.isEmpty() ? null : all.size() == 1 ? all.get(0) : all;
    }

    private static List<String> origins(Report r, Property<?> property) {
        return r.claims(property).map(ReadingCases::origin).distinct().sorted().toList();
    }

    private static String minutes(CallDuration d) {
        return d.low() + "-" + d.high();
    }

    private static String origin(Claim c) {
        return c.origin().key();
    }
}
