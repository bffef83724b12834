package org.readout.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.readout.platform.EventuallyConsistent;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a streaming replica at {@code readout.read-replica.url} answer the reads that are marked {@link
 * EventuallyConsistent}, or every GET where {@code readout.read-replica.reads} is {@code all}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("readout.read-replica.url")
class ReadReplica implements WebMvcConfigurer {

    private static final String ALL = "all";
    private static final String MARK = ReadReplica.class.getName();

    private final boolean all;

    ReadReplica(@Value("${readout.read-replica.reads:marked}") String reads) {
        this.all = reads.equals(ALL);
    }

    @Bean
    static Beside replicaBesidePrimary(Environment environment) {
        return new Beside(environment);
    }

    /** Puts the replica beside the database of the service, and closes it in the end. */
    static final class Beside implements BeanPostProcessor, DisposableBean {

        private final Environment environment;
        private @Nullable HikariDataSource opened;

        Beside(Environment environment) {
            this.environment = environment;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!(bean instanceof DataSource primary)) {
                return bean;
            }
            HikariDataSource made = replica(environment);
            opened = made;
            return new RoutedDataSource(primary, made);
        }

        @Override
        public void destroy() {
            if (opened != null) {
                opened.close();
            }
        }
    }

    private static HikariDataSource replica(Environment environment) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(environment.getRequiredProperty("readout.read-replica.url"));
        source.setUsername(property(environment, "username"));
        source.setPassword(property(environment, "password"));
        source.setPoolName("replica");
        source.setReadOnly(true);
        source.setInitializationFailTimeout(-1);
        source.setConnectionTimeout(
                environment.getProperty("spring.datasource.hikari.connection-timeout", Long.class, 2500L));
        source.setMaximumPoolSize(
                environment.getProperty("spring.datasource.hikari.maximum-pool-size", Integer.class, 20));
        return source;
    }

    private static @Nullable String property(Environment environment, String name) {
        return environment.getProperty(
                "readout.read-replica." + name, environment.getProperty("spring.datasource." + name, ""));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                if (handler instanceof HandlerMethod method && mayBeOld(request, method)) {
                    request.setAttribute(MARK, true);
                    RoutedDataSource.mayBeOld(true);
                }
                return true;
            }

            @Override
            public void afterCompletion(
                    HttpServletRequest request,
                    HttpServletResponse response,
                    Object handler,
                    @Nullable Exception thrown) {
                RoutedDataSource.mayBeOld(false);
            }
        });
    }

    private boolean mayBeOld(HttpServletRequest request, HandlerMethod method) {
        return HttpMethod.GET.matches(request.getMethod())
                && (all
                        || method.hasMethodAnnotation(EventuallyConsistent.class)
                        || method.getBeanType().isAnnotationPresent(EventuallyConsistent.class));
    }

    /** What is streamed is read on another thread. */
    @Override
    public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
        configurer.registerCallableInterceptors(new CallableProcessingInterceptor() {
            @Override
            public <T> void preProcess(NativeWebRequest request, Callable<T> task) {
                RoutedDataSource.mayBeOld(request.getAttribute(MARK, NativeWebRequest.SCOPE_REQUEST) != null);
            }

            @Override
            public <T> void postProcess(NativeWebRequest request, Callable<T> task, @Nullable Object result) {
                RoutedDataSource.mayBeOld(false);
            }
        });
    }
}
