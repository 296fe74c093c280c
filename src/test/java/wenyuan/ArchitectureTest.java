package wenyuan;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the classes against the lists in ARCHITECTURE.md. The page is the rule; this test only reads it. */
class ArchitectureTest {
    /** Raise it as the program grows: a test that sees nothing must not be green. */
    private static final int LEAST_CLASSES = 1;

    private static final String ROOT = "wenyuan.";
    private static final String PAGES = "wenyuan.web.pages";
    private static final String STAGES = "its stages";
    private static final Pattern ROW = Pattern.compile("(\\S+) *: ?(.*)");
    private static final Pattern JDK =
            Pattern.compile("(java|javax|jdk|com\\.sun\\.net|org\\.w3c\\.dom|org\\.xml\\.sax)\\..*");

    private static Map<String, String> packages = Map.of();
    private static Map<String, String> libraries = Map.of();
    private static JavaClasses classes;

    @BeforeAll
    static void read() throws IOException {
        packages = rows("packages");
        libraries = rows("libraries");
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("wenyuan");
    }

    @Test
    void sawTheProgram() {
        assertTrue(
                classes.size() > LEAST_CLASSES,
                () -> "expected more than " + LEAST_CLASSES + " classes, saw " + classes.size());
        assertTrue(packages.size() > 15 && libraries.size() > 15, "ARCHITECTURE.md has lost its lists");
    }

    @Test
    void everyPackageHasItsRow() {
        none(classes.stream().map(ArchitectureTest::home).distinct().filter(home -> !packages.containsKey(home)));
    }

    @Test
    void rowsNameOnlyRowsAboveThem() {
        List<String> order = List.copyOf(packages.keySet());
        none(packages.entrySet().stream()
                .flatMap(row -> words(row.getValue())
                        .filter(word -> !word.equals("everything") && !word.equals(STAGES))
                        .filter(word -> {
                            int at = order.indexOf(packageOf(word));
                            return at < 0 || at >= order.indexOf(row.getKey());
                        })
                        .map(word -> row.getKey() + " names " + word)));
    }

    @Test
    void packagesImportOnlyWhatTheirRowAllows() {
        none(dependencies()
                .filter(d -> inside(target(d)))
                .filter(d -> !allows(home(d.getOriginClass()), row(d), home(target(d))))
                .map(Dependency::getDescription));
    }

    @Test
    void librariesStayInTheirHomes() {
        none(dependencies()
                .filter(d -> !inside(target(d)) && !target(d).isPrimitive())
                .filter(d -> !mayUse(home(d.getOriginClass()), target(d).getName()))
                .map(Dependency::getDescription));
    }

    @Test
    void packagesHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching("wenyuan.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes.that(DescribedPredicate.describe("are not generated pages", c -> !isPage(c))));
    }

    @Test
    void packagesAreNullMarked() {
        none(classes.stream()
                .filter(c -> !isPage(c))
                .map(JavaClass::getPackage)
                .distinct()
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName));
    }

    @Test
    void theRulesCanSayNo() {
        assertTrue(allows("ingest", "model its stages", "ingest.clean"));
        assertTrue(allows("export", "search.*", "search.lucene"));
        assertTrue(allows("web", "search ingest.Import", "ingest"));
        assertTrue(allows("cli", "everything", "search.lucene"));
        assertFalse(allows("model", "", "text"));
        assertFalse(allows("text", "model", "query"));
        assertFalse(allows("web", "search ingest.Import", "search.lucene"));
        assertFalse(allows("web", "search ingest.Import", "ingest.clean"));
        assertTrue(mayUse("store", "java.sql.Connection") && mayUse("model", "java.util.List"));
        assertFalse(mayUse("web", "org.apache.lucene.index.IndexReader"));
        assertFalse(mayUse("web", "java.sql.Connection"));
        assertFalse(mayUse("cli", "com.unknown.Library"));
    }

    private static boolean allows(String from, String row, String to) {
        return from.equals(to)
                || words(row).anyMatch(word -> switch (word) {
                    case "everything" -> true;
                    case STAGES -> to.startsWith(from + ".");
                    default ->
                        to.equals(packageOf(word)) || (word.endsWith(".*") && to.startsWith(packageOf(word) + "."));
                });
    }

    /** The longest row that fits decides; the JDK is free where no row names a part of it. */
    private static boolean mayUse(String from, String className) {
        return libraries.entrySet().stream()
                .filter(library -> className.startsWith(library.getKey() + "."))
                .max(Comparator.comparingInt(library -> library.getKey().length()))
                .map(library ->
                        words(library.getValue()).anyMatch(word -> word.equals("everywhere") || word.equals(from)))
                .orElseGet(() -> JDK.matcher(className).matches());
    }

    /** {@code ingest.Import} and {@code search.*} without their last part: the package that is meant. */
    private static String packageOf(String word) {
        int dot = word.lastIndexOf('.');
        boolean more = dot >= 0 && !Character.isLowerCase(word.charAt(dot + 1));
        return more ? word.substring(0, dot) : word;
    }

    private static Stream<String> words(String row) {
        return Pattern.compile(STAGES + "|\\S+").matcher(row).results().map(MatchResult::group);
    }

    private static Stream<Dependency> dependencies() {
        return classes.stream().flatMap(c -> c.getDirectDependenciesFromSelf().stream());
    }

    private static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }

    private static String row(Dependency dependency) {
        return packages.getOrDefault(home(dependency.getOriginClass()), "");
    }

    private static boolean inside(JavaClass c) {
        return c.getName().startsWith(ROOT);
    }

    private static boolean isPage(JavaClass c) {
        return c.getPackageName().startsWith(PAGES);
    }

    private static String home(JavaClass c) {
        if (isPage(c)) {
            return "web";
        }
        return c.getPackageName()
                .substring(Math.min(ROOT.length(), c.getPackageName().length()));
    }

    private static void none(Stream<?> offenders) {
        assertEquals("", offenders.map(Object::toString).distinct().sorted().collect(joining("\n")));
    }

    /** The rows of the fenced block of that kind: name -> what may be named, without the free text. */
    private static Map<String, String> rows(String kind) throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("ARCHITECTURE.md"))) {
            if (line.startsWith("```")) {
                inside = line.equals("```" + kind);
            } else if (inside) {
                Matcher row = ROW.matcher(line);
                assertTrue(row.matches(), () -> "ARCHITECTURE.md: no row: " + line);
                rows.put(row.group(1), row.group(2).split(" {2,}", -1)[0].strip());
            }
        }
        return rows;
    }
}
