package org.readout.export;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.readout.platform.EventuallyConsistent;
import org.readout.platform.Paging;
import org.readout.query.CallQuery;
import org.readout.query.CallView;
import org.readout.query.ReadSide;
import org.readout.report.ParticipantView;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Any query as a feed: the calls whose record changed last. */
@EventuallyConsistent
@RestController
class AtomController {

    private static final String ATOM = "application/atom+xml";
    private static final int ENTRIES = 50;

    private final ReadSide calls;

    AtomController(ReadSide calls) {
        this.calls = calls;
    }

    @GetMapping(path = "/api/v1/calls.atom", produces = ATOM)
    @Operation(
            summary = "The calls of a filter as an Atom feed",
            description =
                    "The fifty whose record changed last, latest first; the address with its filters is the saved query that a feed reader follows.")
    @ApiResponse(
            responseCode = "200",
            description = "The feed",
            content = @Content(mediaType = ATOM, schema = @Schema(type = "string")))
    String listCallsAsAtom(@ParameterObject CallQuery query) throws FeedException {
        List<CallView> latest =
                calls.calls(query, "-updatedAt", new Paging(ENTRIES, null)).items();
        String root = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        String self = ServletUriComponentsBuilder.fromCurrentRequest().toUriString();
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setEncoding("UTF-8");
        feed.setTitle("Readout: calls between political leaders");
        feed.setUri(self);
        feed.setLink(root + "/calls");
        feed.setPublishedDate(Date.from(
                latest.stream().map(CallView::updatedAt).max(Instant::compareTo).orElse(Instant.EPOCH)));
        List<SyndEntry> entries = new ArrayList<>();
        latest.forEach(call -> entries.add(entry(call, root)));
        feed.setEntries(entries);
        return new SyndFeedOutput().outputString(feed);
    }

    private static SyndEntry entry(CallView call, String root) {
        SyndEntry entry = new SyndEntryImpl();
        entry.setUri("urn:uuid:" + call.id());
        entry.setLink(root + "/calls/" + call.id());
        entry.setTitle(people(call));
        entry.setPublishedDate(Date.from(call.createdAt()));
        entry.setUpdatedDate(Date.from(call.updatedAt()));
        SyndContentImpl summary = new SyndContentImpl();
        summary.setType("text/plain");
        summary.setValue(summary(call));
        entry.setDescription(summary);
        return entry;
    }

    private static String people(CallView call) {
        return call.participants().stream().map(ParticipantView::name).collect(Collectors.joining(", "));
    }

    private static String summary(CallView call) {
        return call.status()
                + ", " + Objects.requireNonNullElse(call.date(), "date not known")
                + (call.duration() == null ? "" : ", about " + call.duration().best() + " minutes")
                + ", " + call.originCount() + " independent account(s) in " + call.articleCount() + " article(s)";
    }
}
