package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import wenyuan.model.Document;
import wenyuan.search.SearchPage;

/**
 * Finds a writer the text that is meant? What people would type over sample-corpus, and the texts they want, stand in
 * {@code src/test/resources/relevance/*.yaml}; where the first wanted text came out, in {@code ranks.txt} beside them,
 * which {@code -Dgolden=update} writes anew. The same with all hits goes to {@code target/relevance.txt}.
 */
class RelevanceIT {
    private static final Path FOLDER = Path.of("src/test/resources/relevance");

    /** Slightly below what benchmarks.md says: ranking may shift, but not fall. */
    private static final double LEAST = 0.96;

    private static final int FIRST = 10;

    /** What somebody types in order to find one of these sources. */
    private record Wish(String file, String query, Set<String> wanted) {}

    /** What came of it: the place of the first wanted one, 0 when it is not there. */
    private record Outcome(Wish wish, int rank, List<String> hits) {
        double reciprocal() {
            return rank == 0 ? 0 : 1.0 / rank;
        }

        String line() {
            return String.format(
                    Locale.ROOT, "%-14s %2s  %s", wish.file(), rank == 0 ? "-" : Integer.toString(rank), wish.query());
        }
    }

    @Test
    void theWantedTextComesFirst(@TempDir Path scratch) throws IOException {
        List<Outcome> outcomes;
        try (ImportedCorpus corpus = ImportedCorpus.of(scratch, Path.of("sample-corpus"))) {
            List<Wish> wishes = wishes();
            assertTrue(wishes.size() >= 80, "queries: " + wishes.size());
            checkSources(wishes, corpus.documents());
            outcomes = wishes.stream()
                    .map(wish -> outcome(wish, corpus.typed(wish.query())))
                    .toList();
        }
        double mean =
                outcomes.stream().mapToDouble(Outcome::reciprocal).average().orElseThrow();
        report(outcomes, mean);
        assertTrue(mean >= LEAST, "MRR@10 has fallen to " + mean + ", see target/relevance.txt");
        checkGolden(outcomes.stream().map(Outcome::line).toList());
    }

    private static List<Wish> wishes() throws IOException {
        List<Wish> wishes = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    List<?> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
                    entries.forEach(entry -> wishes.add(wish(file, (Map<?, ?>) entry)));
                }
            }
        }
        return wishes;
    }

    private static Wish wish(Path file, Map<?, ?> entry) {
        Set<String> wanted =
                ((List<?>) entry.get("wanted")).stream().map(String::valueOf).collect(Collectors.toSet());
        String name = file.getFileName().toString();
        return new Wish(name.substring(0, name.lastIndexOf('.')), String.valueOf(entry.get("query")), wanted);
    }

    /** A wanted source that does not exist would only look like bad ranking. */
    private static void checkSources(List<Wish> wishes, List<Document> documents) {
        Set<String> unknown = new TreeSet<>();
        wishes.forEach(wish -> unknown.addAll(wish.wanted()));
        documents.forEach(document -> unknown.removeAll(names(document)));
        assertEquals(Set.of(), unknown, "wanted, but not imported");
    }

    /** A document under the path of each source, and with the number of its part behind it. */
    private static List<String> names(Document document) {
        String part = document.part().isPresent() ? "#" + document.part().getAsInt() : "";
        return document.sources().stream()
                .flatMap(source -> Stream.of(source.path(), source.path() + part))
                .toList();
    }

    private static Outcome outcome(Wish wish, SearchPage page) {
        List<Document> hits = page.hits().stream().map(SearchPage.Hit::document).toList();
        int rank = IntStream.range(0, hits.size())
                .filter(place -> names(hits.get(place)).stream().anyMatch(wish.wanted()::contains))
                .map(place -> place + 1)
                .findFirst()
                .orElse(0);
        return new Outcome(
                wish,
                rank,
                hits.stream().map(hit -> names(hit).getLast()).limit(FIRST).toList());
    }

    private static void report(List<Outcome> outcomes, double mean) throws IOException {
        long first = outcomes.stream().filter(outcome -> outcome.rank() == 1).count();
        String sum = String.format(
                Locale.ROOT, "relevance: %d queries, MRR@10 %.3f, %d first", outcomes.size(), mean, first);
        List<String> table = new ArrayList<>(List.of(sum));
        for (Outcome outcome : outcomes) {
            table.add(outcome.line());
            if (outcome.rank() != 1) {
                System.out.println("relevance: " + outcome.line());
                outcome.hits().forEach(hit -> table.add("                      " + hit));
            }
        }
        System.out.println(sum);
        Files.write(Files.createDirectories(Path.of("target")).resolve("relevance.txt"), table);
    }

    private static void checkGolden(List<String> lines) throws IOException {
        Path golden = FOLDER.resolve("ranks.txt");
        if ("update".equals(System.getProperty("golden")) || !Files.exists(golden)) {
            Files.write(golden, lines);
        }
        assertEquals(
                String.join("\n", Files.readAllLines(golden)),
                String.join("\n", lines),
                "Ranking has changed: look at each line, then -Dgolden=update");
    }
}
