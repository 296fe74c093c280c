package wenyuan.config;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toConcurrentMap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import wenyuan.model.Formula;
import wenyuan.model.Formulas;
import wenyuan.model.Label;
import wenyuan.model.LabelRules;
import wenyuan.model.RuleBook;
import wenyuan.model.SegmentRules;
import wenyuan.model.Taxonomy;

/** Reads the rules that the program ships, layered under those that a home overrides. */
public final class RuleBookReader {
    private static final String FUNCTIONS = "functions.yaml";

    private static final Set<String> FILES = Set.of(
            "meetings.yaml",
            "kinds.yaml",
            "levels.yaml",
            "speakers.yaml",
            "themes.yaml",
            "chronology.yaml",
            "names.yaml",
            "formulas.yaml",
            FUNCTIONS,
            "secrecy.yaml",
            "status.yaml",
            "compilations.yaml",
            "pages.yaml",
            "repairs.yaml");

    private static final String WORDS = "lexicon/party.txt";

    private RuleBookReader() {}

    /** The shipped rules alone. */
    public static RuleBook shipped() {
        return read(Path.of("no-overrides"));
    }

    /**
     * The shipped rules with the files of {@code overrides} over them: a rule of the same id replaces the shipped one, with
     * {@code off: true} it takes it away. {@code lexicon/*.txt} adds words, see {@link OwnWords},
     * {@code synonyms.txt} and {@code suffixes.txt} lines. A folder that does not exist overrides
     * nothing.
     *
     * @throws ConfigException when a file cannot be read or a line is wrong; the message names file and line
     */
    public static RuleBook read(Path overrides) {
        checkNames(overrides);
        Map<String, RuleFile> files = files(overrides);
        RuleFile meetings = file(files, "meetings.yaml");
        RuleFile kinds = file(files, "kinds.yaml");
        RuleFile levels = file(files, "levels.yaml");
        RuleFile speakers = file(files, "speakers.yaml");
        RuleFile themes = file(files, "themes.yaml");
        RuleFile chronology = file(files, "chronology.yaml");
        RuleFile names = file(files, "names.yaml");
        RuleFile formulas = file(files, "formulas.yaml");
        RuleFile functions = file(files, FUNCTIONS);
        RuleFile secrecy = file(files, "secrecy.yaml");
        RuleFile status = file(files, "status.yaml");
        RuleFile compilations = file(files, "compilations.yaml");
        RuleFile pages = file(files, "pages.yaml");
        RuleFile repairs = file(files, "repairs.yaml");
        List<String> words = words(overrides);
        Formulas ledger = FormulasReader.read(formulas);
        Taxonomy taxonomy = new Taxonomy(
                labels(meetings, "types"),
                labels(meetings, "occasions"),
                labels(kinds, "kinds"),
                labels(levels, "levels"),
                labels(speakers, "speakers"),
                labels(themes, "themes"),
                Stream.of(pages, compilations, status)
                        .flatMap(file -> labels(file, "status").stream())
                        .toList(),
                ledger.all().stream().map(Formula::label).toList(),
                labels(functions, "functions"));
        LabelRules labels = new LabelRules(
                MeetingRulesReader.read(meetings, taxonomy.meetings(), taxonomy.kinds()),
                TriggersReader.read(meetings, "occasionTriggers", taxonomy.occasions()),
                TriggersReader.read(kinds, "triggers", taxonomy.kinds()),
                TriggersReader.read(levels, "triggers", taxonomy.levels()),
                TriggersReader.read(speakers, "triggers", taxonomy.speakers()),
                TriggersReader.themes(themes, taxonomy.themes()),
                TriggersReader.rules(secrecy, "markings"),
                TriggersReader.rules(secrecy, "fileNames"),
                new SegmentRules(
                        label(taxonomy, "chairing"),
                        label(taxonomy, "speech"),
                        TriggersReader.rules(kinds, "calls"),
                        TriggersReader.rules(kinds, "beginnings")),
                NameRulesReader.read(names),
                words);
        String hash = hash(
                FILES.stream()
                        .filter(name -> !name.equals(FUNCTIONS))
                        .sorted()
                        .map(name -> file(files, name))
                        .toList(),
                String.join("\n", words));
        return new RuleBook(
                taxonomy,
                PageRulesReader.read(pages, repairs),
                CompilationRulesReader.read(
                        compilations, labels(compilations, "status").getFirst()),
                labels,
                ChronologyReader.read(chronology, FormulasReader.terms(formulas)),
                ledger,
                PhrasingReader.read(overrides),
                FunctionRulesReader.read(functions, taxonomy.functions()),
                hash);
    }

    private static Label label(Taxonomy taxonomy, String kind) {
        return Taxonomy.find(taxonomy.kinds(), kind)
                .orElseThrow(() -> new ConfigException("kinds.yaml: expected the kind " + kind));
    }

    /** Parsing is most of the time that a command takes to start, so the files share the processors. */
    private static Map<String, RuleFile> files(Path overrides) {
        return FILES.parallelStream()
                .map(name -> RuleFile.read(name, overrides))
                .collect(toConcurrentMap(RuleFile::name, file -> file));
    }

    private static RuleFile file(Map<String, RuleFile> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    private static List<Label> labels(RuleFile file, String section) {
        return file.section(section).stream()
                .map(entry ->
                        new Label(entry.get("id").text(), entry.get("name").text()))
                .toList();
    }

    /** A file with a mistyped name would be overlooked in silence. */
    private static void checkNames(Path overrides) {
        if (!Files.isDirectory(overrides)) {
            return;
        }
        try (Stream<Path> files = Files.list(overrides)) {
            files.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .filter(file -> !FILES.contains(String.valueOf(file.getFileName())))
                    .findFirst()
                    .ifPresent(file -> {
                        throw new ConfigException(file + ": expected one of the file names "
                                + FILES.stream().sorted().collect(joining(", ")));
                    });
        } catch (IOException e) {
            throw new ConfigException(overrides + ": expected a readable folder, but " + e.getMessage());
        }
    }

    private static List<String> words(Path overrides) {
        List<String> words = new ArrayList<>();
        List<String> lines = RuleFile.shipped(WORDS).lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            OwnWords.word(lines.get(number - 1), "index-config/" + WORDS + ":" + number)
                    .ifPresent(words::add);
        }
        OwnWords.read(overrides).forEach(own -> words.add(own.word()));
        return words.stream().distinct().toList();
    }

    private static String hash(List<RuleFile> files, String words) {
        String content = files.stream().map(RuleFile::canonical).collect(joining("\n")) + words;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
