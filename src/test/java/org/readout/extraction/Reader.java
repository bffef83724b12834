package org.readout.extraction;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readout.claim.ArticleKind;
import org.readout.claim.Claim;
import org.readout.claim.Property;
import org.readout.claim.Report;
import org.readout.leader.RegistryNames;

/** Reads texts written for a test. */
final class Reader {

    static final LocalDate SUNDAY = LocalDate.parse("2024-11-17");
    static final ArticleReader READER = new ArticleReader(RegistryNames.ofFiles());

    private Reader() {}

    static List<Report> news(String text) {
        return read(text, SUNDAY, ArticleKind.NEWS, "Example Post");
    }

    static List<Report> undated(String text) {
        return read(text, null, ArticleKind.NEWS, "Example Post");
    }

    static List<Report> readout(String publisher, LocalDate day, String text) {
        return read(text, day, ArticleKind.OFFICIAL_READOUT, publisher);
    }

    static List<Report> read(String text, @Nullable LocalDate day, ArticleKind kind, String publisher) {
        return READER.read(new ArticleText(text, null, publisher, day, kind)).reports();
    }

    /** The one report of a news text. */
    static Report one(String text) {
        List<Report> reports = news(text);
        if (reports.size() != 1) {
            throw new AssertionError("Expected one report, got "
                    + reports.stream().map(Reader::outline).toList());
        }
        return reports.get(0);
    }

    static String outline(Report r) {
        return r.participants().key() + " " + r.status() + " "
                + (r.date() == null ? null : r.date().edtf());
    }

    static List<String> people(Report r) {
        return r.participants().people().stream().map(p -> p.key()).sorted().toList();
    }

    static List<Claim> claims(Report r, Property<?> property) {
        return r.claims(property).toList();
    }
}
