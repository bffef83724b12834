package org.readout;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Who may do what: every operation with every kind of credential, and whatever gets around them elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTests extends ServiceTests {

    private static final List<String> ROLES = List.of("READER", "CONTRIBUTOR", "ANALYST", "ADMIN");

    private final Map<String, String> tokens = new LinkedHashMap<>();
    private IdentityProvider provider;
    private Instance guarded;
    private Http admin;

    @BeforeAll
    void protect() throws IOException, JOSEException {
        provider = new IdentityProvider();
        Instance.Database database = Instance.Database.beside(Objects.requireNonNull(jdbc.getDataSource()));
        try (Instance open = Instance.start(database)) {
            tokens.put("first", key(open.http(), "{\"name\":\"root\",\"role\":\"ADMIN\"}"));
        }
        guarded = Instance.start(
                database,
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + provider.issuer(),
                "--readout.limits.requests-per-caller=0",
                "--readout.limits.requests-per-address=0");
        admin = guarded.http().as(tokens.get("first"));
        for (String role : ROLES) {
            tokens.put("key of " + role, key(admin, "{\"name\":\"a " + role + "\",\"role\":\"" + role + "\"}"));
            tokens.put("token of " + role, provider.sign(provider.claims("sub-" + role, "readout:" + role)));
        }
    }

    @AfterAll
    void release() {
        guarded.close();
        provider.close();
    }

    private static String key(Http client, String command) {
        Http.Answer made = client.json("POST", API + "/keys", command);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).contains("no-store");
        return made.json().path("key").asString();
    }

    /** Operations as the service describes them, with the role that each takes. */
    private Map<String, String> operations() {
        Map<String, String> out = new LinkedHashMap<>();
        JsonNode paths = admin.get("/v3/api-docs").json().path("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                out.put(
                        operation.getKey().toUpperCase(Locale.ROOT) + " "
                                + path.getKey()
                                        .replace("{id}", UUID.randomUUID().toString())
                                        .replaceAll("\\{[a-z]+}", "x"),
                        operation
                                .getValue()
                                .path("security")
                                .get(0)
                                .path("credential")
                                .get(0)
                                .asString());
            }
        }
        out.put("GET /", "READER");
        out.put("POST /read", "READER");
        out.put("GET /calls", "READER");
        out.put("GET /v3/api-docs", "READER");
        out.put("GET /actuator/prometheus", "READER");
        out.put("GET /actuator/reread", "READER");
        out.put("POST /actuator/reread", "ADMIN");
        out.put("GET /nowhere", "READER");
        out.put("POST /nowhere", "ADMIN");
        out.put("DELETE /api/v1/changes", "ADMIN");
        return out;
    }

    @Test
    void eachOperationTakesItsRole() throws JOSEException {
        Map<String, String> noGood = noGood();
        List<String> faults = new ArrayList<>();
        operations().forEach((operation, needed) -> {
            String[] parts = operation.split(" ", 2);
            noGood.forEach((name, token) -> {
                int status = guarded.http().as(token).status(parts[0], parts[1]);
                if (status != 401) {
                    faults.add(operation + " with " + name + ": " + status);
                }
            });
            for (String kind : List.of("key of ", "token of ")) {
                for (String role : ROLES) {
                    int status = guarded.http().as(tokens.get(kind + role)).status(parts[0], parts[1]);
                    boolean enough = ROLES.indexOf(role) >= ROLES.indexOf(needed);
                    if (status == 401 || status == 500 || (status == 403) == enough) {
                        faults.add(operation + " with " + kind + role + ": " + status);
                    }
                }
            }
        });
        assertThat(faults).isEmpty();
        assertThat(operations()).hasSizeGreaterThan(70);
    }

    /** Credentials that nothing is granted to. */
    private Map<String, String> noGood() throws JOSEException {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("none", "");
        out.put("a key never made", "readout_" + "A".repeat(43));
        String expired = key(admin, "{\"name\":\"old\",\"role\":\"ADMIN\",\"expiresAt\":\"2100-01-01T00:00:00Z\"}");
        guarded.jdbc().update("update api_key set expires_at = now() - interval '1 second' where name = 'old'");
        out.put("an expired key", expired);
        Http.Answer revoked = admin.json("POST", API + "/keys", "{\"name\":\"gone\",\"role\":\"ADMIN\"}");
        assertThat(admin.delete(revoked.header("Location")).status()).isEqualTo(204);
        out.put("a revoked key", revoked.json().path("key").asString());
        out.put("an expired token", provider.sign(provider.claims("x", "admin").expirationTime(new Date(0))));
        out.put(
                "a token of another issuer",
                provider.sign(provider.claims("x", "admin").issuer("http://127.0.0.1:1")));
        out.put(
                "a token for others",
                provider.sign(provider.claims("x", "admin").audience("others")));
        out.put("a forged token", provider.forge(provider.claims("x", "admin")));
        out.put("an unsigned token", IdentityProvider.unsigned(provider.claims("x", "admin")));
        out.put("no token at all", "x");
        return out;
    }

    @Test
    void errorsAreToldApart() {
        Http reader = guarded.http().as(tokens.get("key of READER"));
        assertThat(reader.get(API + "/calls?limit=0").status()).isEqualTo(400);
        assertThat(reader.get(API + "/calls/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(admin.json("PUT", API + "/calls", "{}").status()).isEqualTo(405);
        assertThat(admin.text(API + "/extractions", "x").status()).isEqualTo(415);
        Http.Answer refused = reader.json("POST", API + "/keys", "{}");
        assertThat(refused.json().path("code").asString()).isEqualTo("FORBIDDEN");
        assertThat(refused.json().path("detail").asString()).contains("ADMIN");
        Http.Answer unknown = guarded.http().get(API + "/calls");
        assertThat(unknown.json().path("code").asString()).isEqualTo("UNAUTHORIZED");
        assertThat(unknown.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(guarded.http().get("/actuator/health").json().propertyNames())
                .doesNotContain("components");
    }

    @Test
    void noSpellingOfAPathLeadsAround() throws IOException {
        List<String> paths = List.of(
                "/api/v1/keys/",
                "//api/v1/keys",
                "/api//v1/keys",
                "/api/v1/%6beys",
                "/api/v1/keys;a=b",
                "/api;/v1/keys",
                "/api/v1/keys%2f",
                "/api/v1/keys%2500",
                "/api/v1/keys%00",
                "/api/v1/./keys",
                "/problems/../api/v1/keys",
                "/problems/%2e%2e/api/v1/keys",
                "/problems/..;/api/v1/keys",
                "/actuator/health/../prometheus",
                "/actuator/health/..%2fprometheus",
                "/actuator/health\\..\\prometheus",
                "/assets/../api/v1/keys",
                "/API/V1/KEYS",
                "/api/v1/keys.json",
                "/api/v1/keys?format=csv",
                "http://localhost/api/v1/keys");
        List<String> faults = new ArrayList<>();
        for (String path : paths) {
            for (String method : List.of("GET", "HEAD", "POST", "TRACE", "CONNECT", "PROPFIND", "get")) {
                try (RawHttp http = new RawHttp(guarded.port())) {
                    int status = http.send(
                                    method + " " + path
                                            + " HTTP/1.1\r\nHost: localhost\r\nX-Original-URL: /assets/x\r\n"
                                            + "X-Rewrite-URL: /problems/x\r\nX-HTTP-Method-Override: GET\r\nContent-Length: 0\r\n\r\n")
                            .status();
                    if (status < 400 || status >= 500 && status != 501) {
                        faults.add(method + " " + path + ": " + status);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void whoDidItComesFromTheCredential() {
        Http analyst = guarded.http().as(tokens.get("key of ANALYST"));
        Http.Answer article = guarded.http()
                .as(tokens.get("token of CONTRIBUTOR"))
                .text(
                        API + "/source-articles/texts?publishedAt=2023-05-03",
                        "Emmanuel Macron phoned Narendra Modi on 2 May 2023.");
        assertThat(article.status()).as(article.body()).isEqualTo(201);
        String call = article.json().path("reports").get(0).path("callId").asString();
        Http.Answer decided = analyst.json(
                "PUT",
                API + "/calls/" + call + "/decisions/duration",
                "{\"value\":\"52 minutes\",\"who\":\"mallory\"}");
        assertThat(decided.json().path("who").asString()).isEqualTo("a ANALYST");
        analyst.delete(API + "/calls/" + call + "/decisions/duration?who=mallory");
        assertThat(analyst.get(API + "/decisions/" + decided.json().path("id").asString())
                        .json()
                        .path("undoneBy")
                        .asString())
                .isEqualTo("a ANALYST");
        analyst.json("PATCH", API + "/leaders/narendra-modi", "{\"nativeName\":\"नमो\"}");

        assertThat(analyst.all(API + "/calls/" + call + "/revisions"))
                .extracting(r -> r.path("cause").path("who").asString())
                .containsExactly("a ANALYST", "a ANALYST", "sub-CONTRIBUTOR");
        assertThat(analyst.all(API + "/changes?id=narendra-modi"))
                .extracting(c -> c.path("who").asString())
                .containsExactly("a ANALYST");
        assertThat(analyst.all(API + "/changes?id=" + article.json().path("id").asString()))
                .extracting(c -> c.path("who").asString())
                .containsOnly("sub-CONTRIBUTOR");
        guarded.http()
                .as(tokens.get("key of CONTRIBUTOR"))
                .lines(
                        API + "/source-articles/batches",
                        "{\"text\":\"Emmanuel Macron phoned Joe Biden on 9 May 2023.\"}");
        assertThat(admin.all(API + "/changes?subject=SOURCE_ARTICLE"))
                .last()
                .satisfies(c -> assertThat(c.path("who").asString()).isEqualTo("a CONTRIBUTOR"));
        assertThat(admin.all(API + "/keys"))
                .filteredOn(k -> k.path("name").asString().equals("a ANALYST"))
                .allSatisfy(k -> {
                    assertThat(k.path("createdBy").asString()).isEqualTo("root");
                    assertThat(k.path("key").isNull()).isTrue();
                    assertThat(Instant.parse(k.path("lastUsedAt").asString())).isBeforeOrEqualTo(Instant.now());
                });
    }

    @Test
    void oneCallersIdempotencyKeyIsNoneOfAnothers() {
        String path = API + "/source-articles";
        String body = "{\"text\":\"Emmanuel Macron phoned Olaf Scholz on 4 May 2023.\"}";
        String[] kept = {"Idempotency-Key", "same"};
        assertThat(guarded.http()
                        .with("POST", path, "application/json", body, kept)
                        .status())
                .isEqualTo(401);
        Http.Answer one =
                guarded.http().as(tokens.get("key of CONTRIBUTOR")).with("POST", path, "application/json", body, kept);
        Http.Answer other =
                guarded.http().as(tokens.get("key of ANALYST")).with("POST", path, "application/json", body, kept);
        assertThat(one.status()).isEqualTo(201);
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void keysAreChecked() {
        assertThat(admin.json("POST", API + "/keys", "{\"name\":\" \",\"expiresAt\":\"2001-01-01T00:00:00Z\"}")
                        .json()
                        .path("errors"))
                .extracting(e -> e.path("pointer").asString())
                .containsExactly("/name", "/role", "/expiresAt");
    }

    @Test
    void pagesAreShownToWhoeverHasAKey() throws IOException {
        String basic = Base64.getEncoder()
                .encodeToString(("ana:" + tokens.get("key of READER")).getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, Integer> e :
                Map.of(basic, 200, "bm9uZTpub25l", 401, "%%%", 401).entrySet()) {
            try (RawHttp http = new RawHttp(guarded.port())) {
                assertThat(http.send("GET / HTTP/1.1\r\nHost: x\r\nAuthorization: Basic " + e.getKey() + "\r\n\r\n")
                                .status())
                        .isEqualTo(e.getValue());
            }
        }
        assertThat(guarded.http().get("/").header("WWW-Authenticate")).isNotEmpty();
    }

    @Test
    void otherSitesPagesDoNotWrite() throws IOException {
        for (String said : List.of("Origin: http://elsewhere.example", "Sec-Fetch-Site: cross-site", "Origin: null")) {
            try (RawHttp own = new RawHttp(guarded.port())) {
                assertThat(own.send(
                                        "POST /api/v1/source-articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                                                + said + "\r\nAuthorization: Bearer " + tokens.get("first")
                                                + "\r\nContent-Length: 1\r\n\r\nx")
                                .status())
                        .isEqualTo(403);
            }
        }
    }
}
