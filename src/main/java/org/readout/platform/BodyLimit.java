package org.readout.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies over {@code readout.max-body}; a batch of articles may have {@code readout.max-batch} in all. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimit extends OncePerRequestFilter {

    /** More came than is taken. */
    static final class TooLarge extends IOException {
        private final String detail;

        TooLarge(String detail) {
            super(detail);
            this.detail = detail;
        }

        String detail() {
            return detail;
        }
    }

    /** Media types of bodies that hold many articles. */
    private static final List<String> MANY =
            List.of(MediaType.APPLICATION_NDJSON_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE);

    private final DataSize maxBody;
    private final DataSize maxBatch;

    BodyLimit(@Value("${readout.max-body}") DataSize maxBody, @Value("${readout.max-batch}") DataSize maxBatch) {
        this.maxBody = maxBody;
        this.maxBatch = maxBatch;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean batch = type != null && MANY.stream().anyMatch(type::startsWith);
        long limit = (batch ? maxBatch : maxBody).toBytes();
        String detail = "The body is larger than " + limit + " bytes.";
        if (request.getContentLengthLong() > limit) {
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream()
                    .write(ProblemDocument.of(HttpStatus.CONTENT_TOO_LARGE, detail, request.getRequestURI(), List.of())
                            .json()
                            .getBytes(StandardCharsets.US_ASCII));
            return;
        }
        chain.doFilter(new Limited(request, limit, detail), response);
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final long limit;
        private final String detail;

        Limited(HttpServletRequest request, long limit, String detail) {
            super(request);
            this.limit = limit;
            this.detail = detail;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), limit, detail);
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private final long limit;
        private final String detail;
        private long read;

        Counted(ServletInputStream in, long limit, String detail) {
            this.in = in;
            this.limit = limit;
            this.detail = detail;
        }

        private int count(int n) throws TooLarge {
            read += Math.max(0, n);
            if (read > limit) {
                throw new TooLarge(detail);
            }
            return n;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int off, int len) throws IOException {
            return count(in.read(buffer, off, len));
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
