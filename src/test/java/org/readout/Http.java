package org.readout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the running service. */
public final class Http {

    /** What came back. */
    public record Answer(int status, HttpResponse<byte[]> response) {
        public String body() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return MAPPER.readTree(body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What every instance of the service describes. */
    private static final AtomicReference<Contract> CONTRACT = new AtomicReference<>();

    private final String base;
    private final String credential;

    public Http(int port) {
        this("http://127.0.0.1:" + port, "");
    }

    private Http(String base, String credential) {
        this.base = base;
        this.credential = credential;
    }

    /** The same client showing a bearer token; none where it is empty. */
    Http as(String token) {
        return new Http(base, token);
    }

    private Contract contract() {
        return CONTRACT.updateAndGet(known -> known != null ? known : new Contract(described()));
    }

    private JsonNode described() {
        return send(authorize(HttpRequest.newBuilder(URI.create(base + "/v3/api-docs"))
                        .GET()))
                .json();
    }

    private HttpRequest.Builder authorize(HttpRequest.Builder request) {
        return credential.isEmpty() ? request : request.setHeader("Authorization", "Bearer " + credential);
    }

    /** The answer, which has to be one that the service describes. */
    private Answer kept(HttpRequest.Builder builder) {
        Contract contract = contract();
        authorize(builder);
        HttpRequest request = builder.build();
        Answer answer = send(builder);
        String path = request.uri().getRawPath();
        String query = request.uri().getRawQuery();
        boolean inPart = query != null && query.matches("(.*&)?fields=.*");
        if (path.startsWith("/api/") && !(inPart && answer.status() == 200)) {
            List<String> faults = contract.faults(
                    request.method(),
                    path,
                    answer.status(),
                    answer.header("Content-Type"),
                    answer.body(),
                    !answer.header("Preference-Applied").isEmpty());
            if (!faults.isEmpty()) {
                throw new AssertionError(request.method() + " " + path + " answered otherwise than described: " + faults
                        + "\n" + answer.body());
            }
        }
        return answer;
    }

    public Answer get(String path) {
        return kept(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    public Answer delete(String path) {
        return kept(HttpRequest.newBuilder(URI.create(base + path)).DELETE());
    }

    public Answer json(String method, String path, String body) {
        return bytes(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer text(String path, String body) {
        return bytes("POST", path, "text/plain", body.getBytes(StandardCharsets.UTF_8));
    }

    /** Texts or reports as newline-delimited JSON, one a line. */
    public Answer lines(String path, String body) {
        return bytes("POST", path, "application/x-ndjson", body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer bytes(String method, String path, String type, byte[] body) {
        return kept(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body)));
    }

    /** A request with headers of its own, names and values in turn. */
    public Answer with(String method, String path, String type, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        return kept(headers.length == 0 ? request : request.headers(headers));
    }

    /** All items of a list, page by page. */
    public List<JsonNode> all(String path) {
        List<JsonNode> out = new ArrayList<>();
        String cursor = "";
        do {
            Answer answer = get(path + (path.contains("?") ? "&" : "?") + "limit=50" + cursor);
            if (answer.status() != 200) {
                throw new AssertionError(path + " answered " + answer.status() + ": " + answer.body());
            }
            JsonNode page = answer.json();
            page.path("items").forEach(out::add);
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        return out;
    }

    /** Reads {@code count} events after the last one known, then hangs up. */
    List<JsonNode> events(long after, int count) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = CLIENT.send(
                HttpRequest.newBuilder(URI.create(base + "/api/v1/changes"))
                        .header("Accept", "text/event-stream")
                        .header("Last-Event-ID", String.valueOf(after))
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        List<JsonNode> out = new ArrayList<>();
        try (Stream<String> lines = response.body()) {
            Iterator<String> at = lines.iterator();
            String id = "";
            while (out.size() < count) {
                String line = at.next();
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    JsonNode change = MAPPER.readTree(line.substring(5));
                    if (!change.path("seq").asString().equals(id)) {
                        throw new AssertionError("an event's id is another number than its change: " + line);
                    }
                    out.add(change);
                }
            }
        }
        return out;
    }

    /** The status of an answer of which no more is waited for. */
    public int status(String method, String path) {
        try {
            HttpResponse<InputStream> answer = CLIENT.send(
                    authorize(HttpRequest.newBuilder(URI.create(base + path)).method(method, BodyPublishers.noBody()))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
