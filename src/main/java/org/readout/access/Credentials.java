package org.readout.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.stereotype.Component;

/**
 * Finds the credential of a request: a bearer token in {@code Authorization}, or a key as the password of Basic, which is
 * what browsers ask people for. Never in the address, where it would end in logs.
 */
@Component
class Credentials implements BearerTokenResolver {

    private static final String BASIC = "basic ";

    private final DefaultBearerTokenResolver bearer = new DefaultBearerTokenResolver();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return null;
        }
        if (!header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            String token = bearer.resolve(request);
            if (token == null) {
                throw new InvalidBearerTokenException("Neither Bearer nor Basic");
            }
            return token;
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
            String key = pair.substring(pair.indexOf(':') + 1);
            if (key.startsWith(KeyText.PREFIX)) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // no Base64: no key either
        }
        throw new InvalidBearerTokenException("The password is no key");
    }
}
