package org.readout.access;

import java.util.Locale;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code --new-key=NAME [--role=ROLE]}: makes a key, writes it to standard output, and ends. */
public final class NewKey {

    private static final String NAME = "new-key";
    private static final String ROLE = "role";

    private NewKey() {}

    /** Whether the command line asks for a key rather than for the service. */
    public static boolean isAskedFor(String... arguments) {
        return new DefaultApplicationArguments(arguments).containsOption(NAME);
    }

    /** Makes the key in the database of the application, which does not begin to serve. */
    @SuppressWarnings("SystemOut")
    public static void make(SpringApplication application, String... arguments) {
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        try (ConfigurableApplicationContext context = application.run(arguments)) {
            ApiKey made = context.getBean(ApiKeys.class)
                    .add(
                            context.getEnvironment().getRequiredProperty(NAME),
                            Role.valueOf(context.getEnvironment()
                                    .getProperty(ROLE, Role.ADMIN.name())
                                    .toUpperCase(Locale.ROOT)),
                            null,
                            null);
            System.out.println(made.key());
        }
    }
}
