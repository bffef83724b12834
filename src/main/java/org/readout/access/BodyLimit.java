package org.readout.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.readout.platform.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over {@code readout.max-body}; a batch of articles may have {@code readout.max-batch} in all. One that
 * comes more slowly than a part within {@code readout.limits.part-within} is given up.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimit extends OncePerRequestFilter {

    /** A whole store may come at this path, from an administrator. */
    private static final String ARCHIVE = "/api/v1/archive";

    private static final int PART = 1 << 16;

    /** Media types of bodies that hold many articles. */
    private static final List<String> MANY =
            List.of(MediaType.APPLICATION_NDJSON_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE);

    private final DataSize maxBody;
    private final DataSize maxBatch;
    private final Duration partWithin;

    BodyLimit(
            @Value("${readout.max-body}") DataSize maxBody,
            @Value("${readout.max-batch}") DataSize maxBatch,
            @Value("${readout.limits.part-within}") Duration partWithin) {
        this.maxBody = maxBody;
        this.maxBatch = maxBatch;
        this.partWithin = partWithin;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean batch = type != null && MANY.stream().anyMatch(type::startsWith);
        long limit = request.getRequestURI().equals(ARCHIVE) ? Long.MAX_VALUE : (batch ? maxBatch : maxBody).toBytes();
        String detail = "The body is larger than " + limit + " bytes.";
        if (request.getContentLengthLong() > limit) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, detail);
        }
        chain.doFilter(new Limited(request, limit, detail, partWithin), response);
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final long limit;
        private final String detail;
        private final Duration partWithin;

        Limited(HttpServletRequest request, long limit, String detail, Duration partWithin) {
            super(request);
            this.limit = limit;
            this.detail = detail;
            this.partWithin = partWithin;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), limit, detail, partWithin);
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private final long limit;
        private final String detail;
        private final Duration partWithin;
        private long read;
        private long part;
        private long waited;

        Counted(ServletInputStream in, long limit, String detail, Duration partWithin) {
            this.in = in;
            this.limit = limit;
            this.detail = detail;
            this.partWithin = partWithin;
        }

        private void count(int n, long began) throws IOException {
            read += Math.max(0, n);
            if (read > limit) {
                throw new IOException(Problem.of(HttpStatus.CONTENT_TOO_LARGE, detail));
            }
            waited += System.nanoTime() - began;
            if (n >= 0 && waited > partWithin.toNanos()) {
                throw new IOException(Problem.of(
                        HttpStatus.REQUEST_TIMEOUT,
                        "The body comes too slowly: " + PART + " bytes, or its end, are waited for "
                                + partWithin.toSeconds() + " seconds."));
            }
            if (read - part >= PART) {
                part = read;
                waited = 0;
            }
        }

        @Override
        public int read() throws IOException {
            long began = System.nanoTime();
            int b = in.read();
            count(b < 0 ? b : 1, began);
            return b;
        }

        @Override
        public int read(byte[] buffer, int off, int len) throws IOException {
            long began = System.nanoTime();
            int n = in.read(buffer, off, len);
            count(n, began);
            return n;
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
