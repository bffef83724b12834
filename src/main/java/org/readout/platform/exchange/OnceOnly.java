package org.readout.platform.exchange;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.readout.platform.Caller;
import org.readout.platform.Problem;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Does a request with an {@code Idempotency-Key} once: sent again it is answered as it was the first time. Errors of the
 * service itself are not kept, so that the request can be sent again.
 */
@Component
@Order(OnceOnly.ORDER)
class OnceOnly extends OncePerRequestFilter {

    /** Behind those who ask who the caller is. */
    static final int ORDER = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1;

    static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Set<String> METHODS = Set.of("POST", "PATCH");
    private static final Pattern VALUE = Pattern.compile("\"([!-~&&[^\"\\\\]]{1,200})\"|([!-~&&[^\"\\\\]]{1,200})");
    private static final List<String> HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG, "Preference-Applied");
    private static final int MOST_KEPT = 4 << 20;

    private final KeptAnswers answers;

    OnceOnly(KeptAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(KEY) == null
                || !METHODS.contains(request.getMethod())
                || !request.getRequestURI().startsWith("/api/")
                || holdsMany(request);
    }

    /** Batches and uploads are taken piece by piece; the same ones sent again are the same articles anyway. */
    private static boolean holdsMany(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && (type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                        || type.startsWith(MediaType.APPLICATION_NDJSON_VALUE));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = ofCaller(key(request.getHeader(KEY)));
        byte[] body = request.getInputStream().readAllBytes();
        KeptAnswers.Held held = answers.take(key, digest(request, body)).orElse(null);
        if (held == null) {
            answer(key, new KeptBody(request, body), new ContentCachingResponseWrapper(response), chain);
        } else if (!held.same()) {
            throw Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "The Idempotency-Key belongs to another request; take a new one.");
        } else if (held.answer() == null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            throw Problem.conflict("The request with this Idempotency-Key is being served.");
        } else {
            replay(held.answer(), response);
        }
    }

    private void answer(
            String key, HttpServletRequest request, ContentCachingResponseWrapper response, FilterChain chain)
            throws ServletException, IOException {
        boolean kept = false;
        try {
            chain.doFilter(request, response);
            if (response.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value()
                    && response.getContentSize() <= MOST_KEPT) {
                answers.keep(
                        key,
                        new KeptAnswers.Answer(
                                response.getStatus(), headers(response), response.getContentAsByteArray()));
                kept = true;
            }
        } finally {
            if (!kept) {
                answers.release(key);
            }
        }
        response.copyBodyToResponse();
    }

    private static Map<String, String> headers(ContentCachingResponseWrapper response) {
        Map<String, String> out = new LinkedHashMap<>();
        for (String name : HEADERS) {
            String value = name.equals(HttpHeaders.CONTENT_TYPE) ? response.getContentType() : response.getHeader(name);
            if (value != null) {
                out.put(name, value);
            }
        }
        return out;
    }

    private static void replay(KeptAnswers.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        response.getOutputStream().write(answer.body());
    }

    /** The key of one caller is none of another's. */
    private static String ofCaller(String key) {
        String name = Caller.name();
        return name == null
                ? key
                : HexFormat.of().formatHex(sha256().digest((name + "\n" + key).getBytes(StandardCharsets.UTF_8)));
    }

    /** The key, with or without the quotation marks of a structured field (RFC 9651). */
    private static String key(String header) {
        Matcher value = VALUE.matcher(header.strip());
        if (!value.matches()) {
            throw Problem.parameter(KEY, "is not 1 to 200 visible ASCII characters");
        }
        return value.group(1) != null ? value.group(1) : value.group(2);
    }

    private static byte[] digest(HttpServletRequest request, byte[] body) {
        MessageDigest digest = sha256();
        for (@Nullable
        String part : new @Nullable String[] {
            request.getMethod(), request.getRequestURI(), request.getQueryString(), request.getContentType()
        }) {
            digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        }
        return digest.digest(body);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
