package org.readout.platform;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.boot.http.client.JdkHttpClientBuilder;
import org.springframework.stereotype.Component;

/**
 * What the service fetches and posts where callers tell it to: only at public addresses, unless {@code
 * readout.outbound.allow-private} is set, and never where a redirect leads.
 */
@Component
public class Outbound {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final InetAddressFilter allowed;
    private final HttpClient client;

    Outbound(@Value("${readout.outbound.allow-private}") boolean allowPrivate) {
        this.allowed = allowPrivate ? InetAddressFilter.all() : InetAddressFilter.externalAddresses();
        this.client = new JdkHttpClientBuilder()
                .withCustomizer(b -> b.version(HttpClient.Version.HTTP_1_1))
                .build(HttpClientSettings.defaults()
                        .withConnectTimeout(CONNECT)
                        .withRedirects(HttpRedirects.DONT_FOLLOW)
                        .withInetAddressFilter(allowed));
    }

    public HttpClient client() {
        return client;
    }

    /** What is wrong with an address that a caller gives; empty where it may be used. */
    public Optional<String> fault(@Nullable String url) {
        if (url == null || url.isBlank()) {
            return Optional.of("is missing");
        }
        try {
            URI uri = new URI(url);
            if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme()) || uri.getHost() == null) {
                return Optional.of("is not an http or https address");
            }
            if (uri.getUserInfo() != null) {
                return Optional.of("holds a user name");
            }
            boolean reachable =
                    Arrays.stream(InetAddress.getAllByName(uri.getHost())).anyMatch(allowed::matches);
            return reachable ? Optional.empty() : Optional.of("leads to an address that is not public");
        } catch (URISyntaxException e) {
            return Optional.of("is not an address");
        } catch (UnknownHostException e) {
            return Optional.of("names a host that is not known");
        }
    }
}
