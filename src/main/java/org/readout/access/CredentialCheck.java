package org.readout.access;

import org.jspecify.annotations.Nullable;
import org.readout.platform.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.stereotype.Component;

/** Says whose a credential is: keys by their hash, other tokens as the identity provider's, where one is configured. */
@Component
class CredentialCheck implements AuthenticationManager {

    private final ApiKeys keys;
    private final @Nullable JwtAuthenticationProvider provider;

    CredentialCheck(
            ApiKeys keys, ObjectProvider<JwtDecoder> decoder, ObjectProvider<JwtAuthenticationConverter> converter) {
        this.keys = keys;
        JwtDecoder known = decoder.getIfAvailable();
        this.provider = known == null ? null : new JwtAuthenticationProvider(known);
        if (provider != null) {
            converter.ifAvailable(provider::setJwtAuthenticationConverter);
        }
    }

    @Override
    public Authentication authenticate(Authentication credential) {
        String token = ((BearerTokenAuthenticationToken) credential).getToken();
        return token.startsWith(KeyText.PREFIX) ? ofKey(token) : ofProvider(credential);
    }

    private Authentication ofKey(String token) {
        ApiKey key = keys.use(token)
                .orElseThrow(() -> new InvalidBearerTokenException("The key is unknown, has ended or was taken back"));
        return UsernamePasswordAuthenticationToken.authenticated(
                key.name(), null, key.role().authorities());
    }

    private Authentication ofProvider(Authentication credential) {
        if (provider == null) {
            throw new InvalidBearerTokenException("No identity provider is configured");
        }
        try {
            return provider.authenticate(credential);
        } catch (AuthenticationServiceException e) {
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The identity provider cannot be reached.");
        }
    }
}
