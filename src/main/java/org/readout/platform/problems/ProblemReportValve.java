package org.readout.platform.problems;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** Answers what the container itself refuses (a malformed request line, a bad URI) as a problem document. */
public class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            String detail = status < 500
                    ? "The request cannot be understood."
                    : "The service met an error of its own; it is in its log.";
            byte[] body = ProblemDocument.of(HttpStatusCode.valueOf(status), detail, null, List.of())
                    .json()
                    .getBytes(StandardCharsets.US_ASCII);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("No report could be written", e);
        }
    }
}
