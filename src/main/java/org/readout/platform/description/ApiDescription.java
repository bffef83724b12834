package org.readout.platform.description;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readout.platform.problems.ProblemCode;
import org.readout.platform.problems.ProblemDocument;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.util.unit.DataSize;

/** Completes the description of the API: its title, its problems, and words for what the code leaves bare. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    /** What any operation may come to. */
    private static final Set<ProblemCode> EVERYWHERE = EnumSet.of(
            ProblemCode.INVALID_INPUT,
            ProblemCode.UNAUTHORIZED,
            ProblemCode.FORBIDDEN,
            ProblemCode.NOT_ACCEPTABLE,
            ProblemCode.TOO_MANY_REQUESTS,
            ProblemCode.INTERNAL,
            ProblemCode.BUSY);

    private static final Set<String> SPARSE = Set.of("Problem", "InputError", "BatchLine");

    /** @param others what rooms have to say of all operations, once these are complete */
    @Bean
    OpenApiCustomizer describedApi(
            @Value("${readout.max-body}") DataSize maxBody, ObjectProvider<Consumer<OpenAPI>> others)
            throws IOException {
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
            api.getPaths()
                    .forEach((at, path) ->
                            path.readOperationsMap().forEach((method, o) -> describe(at, method, o, words)));
            describeSchemas(api, words);
            requireAnswers(api);
            new ApiBounds(maxBody).state(api);
            api.servers(List.of(new Server()
                    .url("/")
                    .description("This service, in production")
                    .extensions(Map.of("x-internal", false))));
            api.setSecurity(List.of());
            others.orderedStream().forEach(other -> other.accept(api));
        };
    }

    /** Every property of an answer is there, null where there is nothing to say; those of problems only where there is. */
    private static void requireAnswers(OpenAPI api) {
        Set<String> given = new HashSet<>();
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(o -> o.getRequestBody() != null)
                .flatMap(o -> o.getRequestBody().getContent().values().stream())
                .forEach(media -> collect(media.getSchema(), api, given));
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (!given.contains(name) && !SPARSE.contains(name) && schema.getProperties() != null) {
                schema.setRequired(List.copyOf(schema.getProperties().keySet()));
            }
        });
    }

    /** The names of the schemas that one is made of. */
    private static void collect(@Nullable Schema<?> schema, OpenAPI api, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            if (names.add(name)) {
                collect(api.getComponents().getSchemas().get(name), api, names);
            }
        }
        collect(schema.getItems(), api, names);
        if (schema.getAnyOf() != null) {
            schema.getAnyOf().forEach(s -> collect(s, api, names));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(s -> collect(s, api, names));
        }
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation operation, Properties words) {
        operation.setTags(List.of(tag(path)));
        if (operation.getDescription() == null) {
            operation.setDescription(operation.getSummary() + ".");
        }
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(p -> p.getDescription() == null)
                    .forEach(p -> p.setDescription(words.getProperty("*." + p.getName())));
        }
        Set<ProblemCode> problems = EnumSet.copyOf(EVERYWHERE);
        if (path.contains("{")) {
            problems.add(ProblemCode.NOT_FOUND);
        }
        if (operation.getRequestBody() != null) {
            problems.addAll(Set.of(ProblemCode.CONFLICT, ProblemCode.TOO_LARGE, ProblemCode.UNSUPPORTED_MEDIA_TYPE));
        }
        if (method == PathItem.HttpMethod.POST || method == PathItem.HttpMethod.PATCH) {
            CommonParameters.ofWrites(operation);
            problems.add(ProblemCode.UNPROCESSABLE);
            problems.add(ProblemCode.CONFLICT);
        } else if (method == PathItem.HttpMethod.GET && givesJson(operation)) {
            CommonParameters.ofReads(operation);
        }
        problems.forEach(p -> operation
                .getResponses()
                .addApiResponse(
                        String.valueOf(p.status().value()), problem(p.status().getReasonPhrase())));
        operation.getResponses().addApiResponse("default", problem("What is wrong, as a problem document (RFC 9457)"));
    }

    private static boolean givesJson(Operation operation) {
        ApiResponse answer = operation.getResponses().get("200");
        return answer != null
                && answer.getContent() != null
                && answer.getContent().containsKey("application/json");
    }

    /** An operation stands under the resource that its path begins with, and nowhere else. */
    private static String tag(String path) {
        String resource =
                path.replaceFirst("^/api/v1/", "").replaceFirst("[/.].*", "").replace('-', ' ');
        return resource.isEmpty() ? "Service" : Character.toUpperCase(resource.charAt(0)) + resource.substring(1);
    }

    private static ApiResponse problem(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
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
