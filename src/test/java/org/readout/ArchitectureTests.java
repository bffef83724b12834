package org.readout;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

/** The rooms, who may use whom, and that the pure ones stay pure. */
@Tag("slow")
class ArchitectureTests {

    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("archive", Set.of("platform")),
            Map.entry("access", Set.of("platform")),
            Map.entry("article", Set.of("claim", "platform")),
            Map.entry(
                    "call",
                    Set.of("article", "claim", "decision", "feed", "grouping", "platform", "reconciliation", "report")),
            Map.entry("claim", Set.of()),
            Map.entry(
                    "curation",
                    Set.of(
                            "article",
                            "call",
                            "claim",
                            "decision",
                            "feed",
                            "intake",
                            "leader",
                            "platform",
                            "query",
                            "reconciliation",
                            "report",
                            "rereading",
                            "statement")),
            Map.entry("decision", Set.of("claim", "feed", "grouping", "platform", "reconciliation")),
            Map.entry("delivery", Set.of("feed", "platform")),
            Map.entry("export", Set.of("article", "claim", "platform", "query", "reconciliation", "report")),
            Map.entry("extraction", Set.of("claim", "names")),
            Map.entry("feed", Set.of("platform")),
            Map.entry("grouping", Set.of("claim")),
            Map.entry("inlet", Set.of("claim", "intake", "platform")),
            Map.entry(
                    "intake",
                    Set.of("article", "call", "claim", "extraction", "feed", "leader", "names", "platform", "report")),
            Map.entry("kafka", Set.of("delivery", "feed", "intake", "platform")),
            Map.entry("leader", Set.of("claim", "feed", "names", "platform")),
            Map.entry("names", Set.of("claim")),
            Map.entry("platform", Set.of()),
            Map.entry("query", Set.of("call", "claim", "feed", "leader", "platform", "reconciliation", "report")),
            Map.entry("reconciliation", Set.of("claim")),
            Map.entry("report", Set.of("claim", "grouping", "platform")),
            Map.entry(
                    "rereading",
                    Set.of("article", "call", "extraction", "feed", "intake", "platform", "reconciliation", "report")),
            Map.entry("statement", Set.of("call", "claim", "leader", "platform", "reconciliation")),
            Map.entry(
                    "web",
                    Set.of(
                            "article",
                            "claim",
                            "extraction",
                            "intake",
                            "leader",
                            "platform",
                            "query",
                            "reconciliation",
                            "report")));

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

    /** The tables of each room; {@code query} reads those of others, and no other room does. */
    private static final Map<String, Set<String>> TABLES = Map.ofEntries(
            Map.entry("archive", Set.of("registry", "source_article", "decision", "change")),
            Map.entry("access", Set.of("api_key")),
            Map.entry("leader", Set.of("registry", "polity", "leader", "leader_name", "leader_term")),
            Map.entry("article", Set.of("source_article", "near_copy", "people_band")),
            Map.entry("report", Set.of("report", "staged_reading")),
            Map.entry("decision", Set.of("decision", "decision_report")),
            Map.entry("call", Set.of("call_record", "call_revision")),
            Map.entry("statement", Set.of("statement")),
            Map.entry("rereading", Set.of("rereading", "rereading_article", "rereading_people")),
            Map.entry("platform", Set.of("kept_answer")),
            Map.entry("delivery", Set.of("webhook", "change")),
            Map.entry("inlet", Set.of("feed_source")),
            Map.entry("kafka", Set.of("change_topic")),
            Map.entry("feed", Set.of("change")));

    @Test
    void noRoomTouchesTheTablesOfAnother() throws IOException {
        Pattern literal = Pattern.compile("\"\"\"(?:(?!\"\"\").)*+\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*+\"", Pattern.DOTALL);
        Pattern table = Pattern.compile("\\b(?:from|join|into|update)\\s+([a-z_]+)");
        Map<String, Set<String>> touched = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/readout"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String room = Path.of("src/main/java/org/readout")
                        .relativize(file)
                        .getName(0)
                        .toString();
                Matcher text = literal.matcher(Files.readString(file));
                while (text.find()) {
                    Matcher name = table.matcher(text.group());
                    while (name.find()) {
                        touched.computeIfAbsent(room, k -> new TreeSet<>()).add(name.group(1));
                    }
                }
            }
        }
        Set<String> all = TABLES.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        touched.values().forEach(t -> t.retainAll(all));
        assertThat(touched.get("query"))
                .as("query reads the tables of others")
                .isSubsetOf(
                        "source_article", "statement", "call_record", "call_revision", "decision", "leader", "report");
        touched.forEach((room, tables) -> {
            if (!room.equals("query")) {
                assertThat(TABLES.getOrDefault(room, Set.of())).as(room).containsAll(tables);
            }
        });
        assertThat(touched.keySet()).containsAll(TABLES.keySet());
    }

    /** Checking input, reading, grouping and reconciling answer what is wrong; only the web turns it into HTTP. */
    @Test
    void whatChecksInputKnowsNoHttp() {
        noClasses()
                .that()
                .haveNameMatching(
                        ".*\\.(Drafts|GivenReports|DecisionValues|LeaderCommand|Signature|IntakeService)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(org.readout.platform.Problem.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.http..")
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void noRoomIsTooLarge() {
        Map<String, Long> files = CLASSES.stream()
                .filter(c -> c.isTopLevelClass())
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        assertThat(files).allSatisfy((room, count) -> assertThat(count).as(room).isLessThanOrEqualTo(30));
    }

    /** Within a room one package may use another, not both each other. */
    @Test
    void noPackagesGoInCircles() {
        slices().matching("org.readout.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void pureRoomsKnowNoFramework() {
        for (String room : new String[] {"claim", "names", "extraction", "grouping", "reconciliation"}) {
            classes()
                    .that()
                    .resideInAPackage("org.readout." + room + "..")
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "com.ibm.icu..",
                            "org.apache.commons.text..",
                            "org.readout.claim",
                            "org.readout.names",
                            "org.readout." + room + "..")
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
                .areAssignableTo(Repository.class)
                .should()
                .bePackagePrivate()
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void theDomainReadsNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.readout.claim",
                        "org.readout.names",
                        "org.readout.extraction",
                        "org.readout.grouping",
                        "org.readout.reconciliation")
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .allowEmptyShould(false)
                .check(CLASSES);
    }
}
