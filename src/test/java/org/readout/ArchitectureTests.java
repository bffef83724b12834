package org.readout;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

/** The rooms, who may use whom, and that the pure ones stay pure. */
class ArchitectureTests {

    private static final Map<String, Set<String>> ARROWS = Map.of(
            "claim", Set.of(),
            "extraction", Set.of("claim"),
            "reconciliation", Set.of("claim"),
            "platform", Set.of(),
            "feed", Set.of("platform"),
            "leader", Set.of("claim", "extraction", "feed", "platform"),
            "article", Set.of("claim", "platform"),
            "call", Set.of("claim", "article", "reconciliation", "leader", "feed", "platform"),
            "statement", Set.of("claim", "reconciliation", "leader", "call", "platform"),
            "intake",
                    Set.of(
                            "claim",
                            "extraction",
                            "reconciliation",
                            "leader",
                            "article",
                            "call",
                            "statement",
                            "feed",
                            "platform"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.readout");

    private final ApplicationModules rooms = ApplicationModules.of(ReadoutApplication.class);

    @Test
    void everyRoomStandsAndNoOther() {
        assertThat(rooms.stream().map(m -> m.getIdentifier().toString()).collect(Collectors.toSet()))
                .isEqualTo(ARROWS.keySet());
    }

    @Test
    void noForbiddenArrowIsDrawn() {
        rooms.verify();
        Map<String, Set<String>> drawn = new TreeMap<>();
        for (ApplicationModule room : rooms) {
            Set<String> used = new TreeSet<>();
            room.getDirectDependencies(rooms)
                    .uniqueModules()
                    .forEach(m -> used.add(m.getIdentifier().toString()));
            drawn.put(room.getIdentifier().toString(), used);
        }
        drawn.forEach((room, used) -> assertThat(ARROWS.get(room)).as(room).containsAll(used));
        assertThat(drawn.get("intake")).contains("extraction", "article", "call");
    }

    @Test
    void leaderUsesOnlyTheNamesOfExtraction() {
        Set<String> used = CLASSES.stream()
                .filter(c -> c.getPackageName().equals("org.readout.leader"))
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .map(d -> d.getTargetClass().getBaseComponentType())
                .filter(c -> c.getPackageName().equals("org.readout.extraction"))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used)
                .contains("Names", "Person")
                .isSubsetOf("Names", "Person", "Term", "PhraseTrie", "Found", "Polity", "Form", "NameReader");
    }

    @Test
    void pureRoomsKnowNoFramework() {
        for (String room : new String[] {"claim", "extraction", "reconciliation"}) {
            classes()
                    .that()
                    .resideInAPackage("org.readout." + room)
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.jspecify..", "org.readout.claim", "org.readout." + room)
                    .allowEmptyShould(false)
                    .check(CLASSES);
        }
    }

    @Test
    void entitiesRepositoriesAndControllersStayInTheirRoom() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .allowEmptyShould(false)
                .check(CLASSES);
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .bePackagePrivate()
                .allowEmptyShould(false)
                .check(CLASSES);
        classes()
                .that()
                .areAssignableTo(org.springframework.data.repository.Repository.class)
                .should()
                .bePackagePrivate()
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void theDomainReadsNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage("org.readout.claim", "org.readout.extraction", "org.readout.reconciliation")
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .allowEmptyShould(false)
                .check(CLASSES);
    }
}
