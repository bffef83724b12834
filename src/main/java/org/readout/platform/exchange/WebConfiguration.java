package org.readout.platform.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.core.StandardHost;
import org.readout.platform.Problem;
import org.readout.platform.Text;
import org.readout.platform.problems.ProblemReportValve;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Strict parameters, and problem documents down to the container. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final String FORMAT = "format";

    /** Parameters that no single operation reads. */
    private static final Set<String> EVERYWHERE = Set.of(FORMAT, "fields");

    private final List<String> origins;
    private final ObjectProvider<ConversionService> conversion;

    WebConfiguration(
            @Value("${readout.cors.allowed-origins}") List<String> origins,
            @Qualifier("mvcConversionService") ObjectProvider<ConversionService> conversion) {
        this.conversion = conversion;
        this.origins = origins;
    }

    /** Pages of other origins may read, where the operator names them. */
    @Bean
    CorsConfigurationSource corsConfigurationSource() {
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        if (!origins.isEmpty()) {
            CorsConfiguration reading = new CorsConfiguration().applyPermitDefaultValues();
            reading.setAllowedOrigins(origins);
            reading.setAllowedMethods(List.of("GET", "HEAD"));
            reading.setExposedHeaders(List.of("ETag", "Link", "Location", "X-Request-Id"));
            source.registerCorsConfiguration("/api/**", reading);
        }
        return source;
    }

    @Bean
    @Order // after the one that brings the usual converter
    ServerHttpMessageConvertersCustomizer wholeAnswers(JsonMapper mapper) {
        return converters -> converters.withJsonConverter(new WholeJson(mapper));
    }

    /** Looks a path's operation up among those that its words allow. */
    @Bean
    WebMvcRegistrations operationsByPath() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new OperationsByPath();
            }
        };
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ParameterGroups(conversion.getObject()));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/**");
    }

    /** {@code ?format=csv} stands for {@code Accept: text/csv}. */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer
                .favorParameter(true)
                .parameterName(FORMAT)
                .useRegisteredExtensionsOnly(true)
                .mediaType("json", MediaType.APPLICATION_JSON)
                .mediaType("csv", new MediaType("text", "csv"))
                .mediaType("jsonld", MediaType.parseMediaType("application/ld+json"))
                .mediaType("graphml", MediaType.parseMediaType("application/graphml+xml"))
                .mediaType("ndjson", MediaType.APPLICATION_NDJSON);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new EnumWords());
    }

    /** Enum words in any case. */
    @SuppressWarnings({"rawtypes", "unchecked", "NullAway"}) // an empty word stands for none
    private static final class EnumWords implements ConverterFactory<String, Enum> {
        @Override
        public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
            return word ->
                    word.isBlank() ? null : (T) Enum.valueOf(type, word.strip().toUpperCase(Locale.ROOT));
        }
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerProblems() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }

    /** Refuses parameters that an operation does not know, values that are no text, and one given twice where one is meant. */
    private static final class KnownParameters implements HandlerInterceptor {

        private record Known(Set<String> all, Set<String> repeatable) {}

        private final Map<HandlerMethod, Known> known = new ConcurrentHashMap<>();
        private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (!(handler instanceof HandlerMethod method)) {
                return true;
            }
            Known parameters = known.computeIfAbsent(method, this::of);
            request.getParameterMap().forEach((name, values) -> {
                if (!parameters.all().contains(name) && !EVERYWHERE.contains(name)) {
                    throw Problem.parameter(
                            name.length() > 100 ? name.substring(0, 100) : name,
                            "is not a parameter of this operation");
                }
                for (String value : values) {
                    String fault = Text.fault(value);
                    if (fault != null) {
                        throw Problem.parameter(name, fault);
                    }
                }
                if (values.length > 1 && !parameters.repeatable().contains(name)) {
                    throw Problem.parameter(name, "is given " + values.length + " times");
                }
            });
            return true;
        }

        private Known of(HandlerMethod method) {
            Set<String> all = new HashSet<>();
            Set<String> repeatable = new HashSet<>();
            Arrays.stream(method.getMethodParameters()).forEach(p -> collect(p, all, repeatable));
            return new Known(all, repeatable);
        }

        private void collect(MethodParameter parameter, Set<String> all, Set<String> repeatable) {
            if (parameter.hasParameterAnnotation(ParameterObject.class)) {
                for (RecordComponent part : parameter.getParameterType().getRecordComponents()) {
                    all.add(part.getName());
                    if (Collection.class.isAssignableFrom(part.getType())) {
                        repeatable.add(part.getName());
                    }
                }
            }
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                parameter.initParameterNameDiscovery(names);
                String name =
                        annotation.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : annotation.name();
                all.add(name);
                if (Collection.class.isAssignableFrom(parameter.getParameterType())) {
                    repeatable.add(name);
                }
            }
        }
    }
}
