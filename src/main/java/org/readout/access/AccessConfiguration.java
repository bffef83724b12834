package org.readout.access;

import jakarta.servlet.DispatcherType;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Every request is held against {@link Grants}; nothing is remembered between two of them. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    /** What a browser may load because of an answer of the API. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** Requests are observed as a whole; each filter's own observation costs more than most of the filters. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** The firewall as it comes, but for how it looks for control characters: by eye rather than by pattern. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(name -> isPlain(name, false));
        firewall.setAllowedHeaderValues(value -> isPlain(value, true)
                || isPlain(new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8), true));
        firewall.setAllowedParameterNames(name -> isPlain(name, false));
        return firewall;
    }

    /** Whether there are only characters that are defined, and none that controls; tabs where they are allowed. */
    private static boolean isPlain(String text, boolean tabs) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c == '\t' ? !tabs : Character.isISOControl(c) || !Character.isDefined(c)) {
                return false;
            }
        }
        return true;
    }

    @Bean
    SecurityFilterChain access(
            HttpSecurity http,
            Credentials credentials,
            CredentialCheck check,
            Granting granting,
            Refusals refusals,
            RateLimits limits,
            Protection protection) {
        return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // no cookies; other sites' writes are refused by SameSite
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .cors(Customizer.withDefaults())
                .headers(h -> h.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                PathPatternRequestMatcher.pathPattern("/api/**"),
                                new ContentSecurityPolicyHeaderWriter(NOTHING))))
                .authorizeHttpRequests(a -> a.dispatcherTypeMatchers(
                                DispatcherType.ASYNC,
                                DispatcherType.ERROR,
                                DispatcherType.FORWARD,
                                DispatcherType.INCLUDE)
                        .permitAll()
                        .anyRequest()
                        .access(granting))
                .oauth2ResourceServer(r -> r.bearerTokenResolver(credentials)
                        .authenticationManagerResolver(request -> check)
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(new SameSite(), AuthorizationFilter.class)
                .addFilterAfter(new RateLimitFilter(limits, protection), AuthorizationFilter.class)
                .build();
    }
}
