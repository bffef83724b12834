package org.readout.sieve;

import org.readout.extraction.Reading;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.jspecify.annotations.Nullable;
import org.readout.extraction.ArticleReader;
import org.readout.extraction.ArticleText;
import org.readout.leader.RegistryNames;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sifts an archive: of files with an article a line, as they are posted in batches, keeps the lines that tell of a call,
 * and those it cannot read, for the service to say why. Reading is a function of a text and of names, so that each core of a cluster reads for itself.
 */
public final class ArchiveSieve {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DAY = "2022-12-31".length();

    private ArchiveSieve() {}

    /** Once for each virtual machine that reads. */
    private static final class Reading {
        static final ArticleReader READER = new ArticleReader(RegistryNames.ofFiles());
    }

    /**
     * Reads {@code args[0]}, files and folders as Spark names them, and writes {@code args[1]}, a folder. Where it runs is
     * said by Spark's own properties, such as {@code spark.master}.
     */
    public static void main(String[] args) throws IOException {
        try (SparkSession spark =
                SparkSession.builder().appName("readout-sieve").getOrCreate()) {
            LongAccumulator articles = spark.sparkContext().longAccumulator("articles");
            LongAccumulator calls = spark.sparkContext().longAccumulator("calls");
            LongAccumulator unreadable = spark.sparkContext().longAccumulator("unreadable");
            long began = System.nanoTime();
            FilterFunction<String> told = line -> {
                articles.add(1);
                try {
                    int reports = reports(JSON.readTree(line));
                    calls.add(reports);
                    return reports > 0;
                } catch (JacksonException e) {
                    unreadable.add(1);
                    return true;
                }
            };
            spark.read()
                    .textFile(args[0])
                    .filter(told)
                    .write()
                    .mode(SaveMode.Overwrite)
                    .text(args[1]);
            System.out.printf(
                    "sieve event=done articles=%d calls=%d unreadable=%d millis=%d%n",
                    articles.value(), calls.value(), unreadable.value(), (System.nanoTime() - began) / 1_000_000);
        }
    }

    /** Of how many calls an article tells. */
    private static int reports(JsonNode article) {
        String text = string(article, "text");
        return text == null
                ? 0
                : Reading.READER
                        .read(new ArticleText(
                                text, string(article, "title"), string(article, "publisher"), published(article), null))
                        .reports()
                        .size();
    }

    private static @Nullable String string(JsonNode article, String name) {
        JsonNode value = article.path(name);
        return value.isString() ? value.asString() : null;
    }

    /** The day of publication, where its beginning is one. */
    private static @Nullable LocalDate published(JsonNode article) {
        String at = string(article, "publishedAt");
        try {
            return at == null || at.length() < DAY ? null : LocalDate.parse(at.substring(0, DAY));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
