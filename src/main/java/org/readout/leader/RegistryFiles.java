package org.readout.leader;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The registry that Readout starts with, as the files under {@code registry/} give it. */
final class RegistryFiles {

    private static final List<String> FILES = List.of("countries", "organisations", "leaders", "offices");
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private RegistryFiles() {}

    /** The files' content as a hash: another one means another registry. */
    static String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : FILES) {
                try (InputStream in = open(file)) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException("The registry cannot be read", e);
        }
    }

    static List<PolityFacts> polities() {
        List<PolityFacts> out = new ArrayList<>();
        for (CSVRecord row : rows("countries")) {
            out.add(new PolityFacts(
                    row.get("iso2"),
                    false,
                    row.get("name"),
                    values(row.get("aliases")),
                    values(row.get("demonyms")),
                    values(row.get("capital")),
                    values(row.get("seat_metonyms"))));
        }
        for (CSVRecord row : rows("organisations")) {
            out.add(new PolityFacts(
                    row.get("code"),
                    true,
                    row.get("name"),
                    values(row.get("aliases")),
                    List.of(),
                    List.of(),
                    values(row.get("seat_metonyms"))));
        }
        return out;
    }

    static List<LeaderFacts> leaders() {
        Map<String, List<TermFacts>> terms = new LinkedHashMap<>();
        for (CSVRecord row : rows("offices")) {
            terms.computeIfAbsent(row.get("leader_key"), k -> new ArrayList<>())
                    .add(new TermFacts(
                            row.get("country"),
                            row.get("office"),
                            emptyToNull(row.get("title_in_english")),
                            emptyToNull(row.get("start")),
                            emptyToNull(row.get("end")),
                            row.get("source")));
        }
        List<LeaderFacts> out = new ArrayList<>();
        for (CSVRecord row : rows("leaders")) {
            out.add(new LeaderFacts(
                    row.get("leader_key"),
                    row.get("name"),
                    emptyToNull(row.get("wikidata_qid")),
                    emptyToNull(row.get("native_name")),
                    values(row.get("aliases")),
                    terms.getOrDefault(row.get("leader_key"), List.of())));
        }
        return out;
    }

    private static List<CSVRecord> rows(String file) {
        try (Reader reader = new InputStreamReader(open(file), StandardCharsets.UTF_8)) {
            return CSV.parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        InputStream in = RegistryFiles.class.getResourceAsStream("/registry/" + file + ".csv");
        if (in == null) {
            throw new IllegalStateException("No registry file " + file);
        }
        return in;
    }

    private static List<String> values(String cell) {
        List<String> out = new ArrayList<>();
        for (String value : cell.split("\\|", -1)) {
            if (!value.isBlank() && !out.contains(value.strip())) {
                out.add(value.strip());
            }
        }
        return out;
    }

    private static @Nullable String emptyToNull(String value) {
        return value.isBlank() ? null : value.strip();
    }
}
