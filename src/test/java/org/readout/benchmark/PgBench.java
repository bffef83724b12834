package org.readout.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own benchmark, where it is installed: what the database gives when nothing stands before it. */
record PgBench(URI database, Path folder) {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial");

    /** The tool for a database; null where there is none on the path. */
    static PgBench find(String url, Path folder) throws InterruptedException {
        try {
            new ProcessBuilder("pgbench", "--version")
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
            return new PgBench(URI.create(url.substring("jdbc:".length())), folder);
        } catch (IOException e) {
            return null;
        }
    }

    /** How often a second so many clients run a script. */
    double run(String script, int clients, double seconds) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script.sql"), script);
        ProcessBuilder builder = new ProcessBuilder(
                "pgbench",
                "-h",
                database.getHost(),
                "-p",
                String.valueOf(database.getPort()),
                "-U",
                "postgres",
                "-n",
                "-M",
                "prepared",
                "-c",
                String.valueOf(clients),
                "-j",
                "2",
                "-T",
                String.format(Locale.ROOT, "%.0f", Math.max(1, seconds)),
                "-f",
                file.toString(),
                database.getPath().substring(1));
        builder.environment().put("PGPASSWORD", "postgres");
        Process process = builder.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(out);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IOException(out);
        }
        return Double.parseDouble(rate.group(1));
    }
}
