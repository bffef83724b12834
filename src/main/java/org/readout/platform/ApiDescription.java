package org.readout.platform;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Completes the description of the API: its title, its problems, and words for what the code leaves bare. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenApiCustomizer describedApi() throws IOException {
        Properties words = PropertiesLoaderUtils.loadProperties(new ClassPathResource("openapi.properties"));
        return api -> {
            api.info(new Info()
                    .title("Readout")
                    .version("1")
                    .description("One record for every call between political leaders, made from every report of it")
                    .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")));
            ModelConverters.getInstance(true)
                    .readAll(ProblemDocument.class)
                    .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
            api.getPaths().values().forEach(path -> path.readOperations().forEach(o -> describe(o, words)));
            describeSchemas(api, words);
        };
    }

    private static void describe(Operation operation, Properties words) {
        if (operation.getDescription() == null) {
            operation.setDescription(operation.getSummary() + ".");
        }
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(p -> p.getDescription() == null)
                    .forEach(p -> p.setDescription(words.getProperty("*." + p.getName())));
        }
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("What is wrong, as a problem document (RFC 9457)")
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
    }

    private static void describeSchemas(OpenAPI api, Properties words) {
        for (Map.Entry<String, Schema> named : api.getComponents().getSchemas().entrySet()) {
            Schema<?> schema = named.getValue();
            if (schema.getDescription() == null) {
                schema.setDescription(words.getProperty(named.getKey()));
            }
            if (schema.getProperties() != null) {
                schema.getProperties().forEach((property, value) -> {
                    if (value.getDescription() == null) {
                        value.setDescription(word(words, named.getKey(), property));
                    }
                });
            }
        }
    }

    private static @Nullable String word(Properties words, String schema, String property) {
        return words.getProperty(schema + "." + property, words.getProperty("*." + property));
    }
}
