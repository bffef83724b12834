package org.readout.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.readout.claim.ArticleKind;
import org.readout.leader.RegistryNames;

/** How long reading takes: an article, long texts, and texts made to be slow. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadingBenchmark {

    @Param({
        "article",
        "articles-100k",
        "articles-1m",
        "names-100k",
        "names-1m",
        "quotes-100k",
        "quotes-1m",
        "commas-100k",
        "commas-1m",
        "calls-100k",
        "calls-1m",
        "pronouns-100k",
        "pronouns-1m",
        "thanks-100k",
        "thanks-1m"
    })
    public String text;

    private ArticleReader reader;
    private ArticleText article;

    @Setup
    public void prepare() {
        reader = new ArticleReader(RegistryNames.ofFiles());
        article = new ArticleText(words(text), null, "Example", LocalDate.parse("2024-11-17"), ArticleKind.NEWS);
    }

    static String words(String kind) {
        int size = kind.endsWith("1m") ? 1_000_000 : kind.endsWith("100k") ? 100_000 : 0;
        String unit = switch (kind.replaceAll("-.*", "")) {
            case "names" -> "Vladimir Putin and Olaf Scholz, Emmanuel Macron ";
            case "quotes" -> "“ \" ” he said \"I ";
            case "commas" -> ", and, ";
            case "calls" -> "Olaf Scholz called Vladimir Putin on Friday about an hour call with ";
            case "pronouns" -> "who spoke with Putin, where the two spoke by phone, he said; ";
            case "thanks" -> "Macron and Scholz spoke in a call with Putin; he thanked him for his call ";
            default -> example();
        };
        return size == 0 ? unit : unit.repeat(size / unit.length() + 1).substring(0, size);
    }

    private static String example() {
        try (InputStream in = ReadingBenchmark.class.getResourceAsStream("/examples/defence-talks.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "\n\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Benchmark
    public Object read() {
        return reader.read(article);
    }
}
