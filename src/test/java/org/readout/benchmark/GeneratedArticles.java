package org.readout.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/** Articles as they might be written; the same number is always the same article. */
final class GeneratedArticles {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
    private static final LocalDate FIRST = LocalDate.of(2022, 3, 1);
    private static final int DAYS = 300;
    private static final int PUBLISHERS = 60;

    private static final List<String> LEADERS = lines("leaders");
    private static final List<String> OPENINGS = lines("openings");
    private static final List<String> LENGTHS = lines("lengths");
    private static final List<String> SAYINGS = lines("sayings");
    private static final List<String> CLOSINGS = lines("closings");

    private GeneratedArticles() {}

    /** An article as JSON, in one line. */
    static String line(int number) {
        Random random = new Random(number * 31L + 7);
        String a = pick(LEADERS, random);
        String b = pick(LEADERS, random);
        while (b.equals(a)) {
            b = pick(LEADERS, random);
        }
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
        StringBuilder text = new StringBuilder(pick(OPENINGS, random));
        if (random.nextInt(3) > 0) {
            text.append(' ').append(pick(LENGTHS, random));
        }
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            text.append(random.nextInt(4) == 0 ? "\n\n" : " ").append(pick(SAYINGS, random));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(' ').append(pick(CLOSINGS, random));
        }
        text.append(" Bulletin ").append(number).append('.');
        String told = text.toString()
                .replace("{a}", a)
                .replace("{b}", b)
                .replace("{A}", lastName(a))
                .replace("{B}", lastName(b))
                .replace("{day}", DAY.format(day));
        return MAPPER.writeValueAsString(MAPPER.createObjectNode()
                .put("text", told)
                .put("publisher", "Wire " + random.nextInt(PUBLISHERS))
                .put("publishedAt", day.plusDays(random.nextInt(3)).toString()));
    }

    private static String pick(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static String lastName(String leader) {
        return leader.substring(leader.lastIndexOf(' ') + 1);
    }

    static List<String> lines(String name) {
        return text(name + ".txt").lines().filter(l -> !l.isBlank()).toList();
    }

    static String text(String name) {
        try (InputStream in = GeneratedArticles.class.getResourceAsStream("/benchmark/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
