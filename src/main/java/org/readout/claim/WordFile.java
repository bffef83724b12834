package org.readout.claim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Words kept as a resource file of the class path. A line is an entry; {@code #} begins a comment; {@code key = a | b}
 * maps each of a and b to key.
 */
public final class WordFile {

    private WordFile() {}

    /** Whether there is a file of that absolute name on the class path. */
    public static boolean exists(String resource) {
        return WordFile.class.getResource(resource) != null;
    }

    /**
     * The entries of a file in its order, without comments and blanks around them.
     *
     * @param resource its absolute name on the class path
     * @throws IllegalStateException where there is no such file
     */
    public static List<String> lines(String resource) {
        try (InputStream in = WordFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("No word file " + resource);
            }
            List<String> out = new ArrayList<>();
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int comment = line.indexOf('#');
                String entry = (comment < 0 ? line : line.substring(0, comment)).strip();
                if (!entry.isEmpty()) {
                    out.add(entry);
                }
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The entries of a file of {@code key = phrase | phrase} lines; a line without {@code =} is its own key.
     *
     * @param resource its absolute name on the class path
     * @throws IllegalStateException where there is no such file
     */
    public static Map<String, List<String>> groups(String resource) {
        Map<String, List<String>> out = new LinkedHashMap<>();
        for (String line : lines(resource)) {
            int eq = line.indexOf('=');
            String key = (eq < 0 ? line : line.substring(0, eq)).strip();
            String phrases = eq < 0 ? line : line.substring(eq + 1);
            List<String> list = out.computeIfAbsent(key, k -> new ArrayList<>());
            for (String phrase : phrases.split("\\|", -1)) {
                if (!phrase.isBlank()) {
                    list.add(phrase.strip());
                }
            }
        }
        return out;
    }
}
