package org.readout.access;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** States in the description of the API who may do what, and how much of it. */
@Configuration(proxyBeanMethods = false)
class AccessDescription {

    private static final String SCHEME = "credential";
    private static final List<String> RETRIED = List.of("429", "503");

    @Bean
    Consumer<OpenAPI> describedAccess() {
        return api -> {
            api.getComponents()
                    .addSecuritySchemes(
                            SCHEME,
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme("bearer")
                                    .description(
                                            "A key of the service, or a token (RFC 9068 JWT) of the identity provider it trusts. The role named is the least that an operation takes. A service on which no key was made yet asks its own machine for none"));
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((method, operation) ->
                                    describe(HttpMethod.valueOf(method.name()), path, operation)));
        };
    }

    private static void describe(HttpMethod method, String path, Operation operation) {
        Grant grant = Grants.of(method, path);
        operation.setSecurity(List.of(
                new SecurityRequirement().addList(SCHEME, List.of(grant.needed().name()))));
        operation.getResponses().values().forEach(AccessDescription::tellWhatIsLeft);
        operation.getResponses().forEach((status, response) -> {
            if (RETRIED.contains(status)) {
                response.addHeaderObject(HttpHeaders.RETRY_AFTER, header("After how many seconds to try again"));
            }
        });
    }

    private static void tellWhatIsLeft(ApiResponse response) {
        response.addHeaderObject("RateLimit", header("How many requests are left, and for how many seconds"));
        response.addHeaderObject("RateLimit-Policy", header("How many requests a caller has in how many seconds"));
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema().maxLength(200));
    }
}
