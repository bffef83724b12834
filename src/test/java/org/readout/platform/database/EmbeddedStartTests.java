package org.readout.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

@Tag("slow")
class EmbeddedStartTests {

    static class Sound {}

    static class Broken {
        @Bean
        String word() {
            throw new IllegalStateException("broken before anything asked for the database");
        }
    }

    private static ConfigurableApplicationContext run(Class<?> source, Path folder) {
        SpringApplication application = new SpringApplication(source);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run(
                "--spring.datasource.url=embedded",
                "--readout.data-dir=" + folder,
                "--spring.main.register-shutdown-hook=false");
    }

    private static void assertFree(Path folder) throws IOException {
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
        EmbeddedServer.start(folder).close();
    }

    @Test
    void stopsWithTheContextThatItWasGivenTo(@TempDir Path folder) throws IOException {
        try (ConfigurableApplicationContext context = run(Sound.class, folder)) {
            assertThat(context.getBean(EmbeddedServer.class).url()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThat(folder.resolve("postgres/postmaster.pid")).exists();
        }
        assertFree(folder);
    }

    @Test
    void stopsWhenTheContextFailsBeforeItIsGivenOne(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> run(Broken.class, folder)).hasMessageContaining("broken before anything");
        assertFree(folder);
    }

    @Test
    void tellsWhyItDoesNotStart(@TempDir Path folder) throws IOException {
        try (EmbeddedServer holder = EmbeddedServer.start(folder)) {
            assertThat(holder.url()).isNotEmpty();
            assertThatThrownBy(() -> run(Sound.class, folder))
                    .hasStackTraceContaining("Another service holds the data folder");
        }
    }
}
