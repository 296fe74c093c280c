package wenyuan.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wenyuan.config.RuleBookReader;
import wenyuan.model.RuleBook;
import wenyuan.query.Field;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.search.Completions;
import wenyuan.search.DrawnQueries;
import wenyuan.search.GeneratedArchive;
import wenyuan.search.Material;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;
import wenyuan.search.lucene.LuceneEngine;
import wenyuan.text.Pronunciation;
import wenyuan.text.Segmenter;

/**
 * How long proposals take while a query is typed, key by key, over an index that {@link SearchBench} has left in {@code
 * -Dbench.index=DIR}; and how long the words of the archive take to be read. Documents are generated when they are read, as if from a store.
 */
class SuggestBench {
    private static final int QUERIES = Integer.getInteger("bench.queries", 60);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final long SEED = 20261123;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final RuleBook rules = RuleBookReader.shipped();
    private final Segmenter segmenter = Segmenter.with(rules.labels().words());

    @Test
    void keyByKey() throws IOException, InterruptedException {
        Path folder = Path.of(System.getProperty("bench.index", "target/bench"));
        GeneratedArchive archive =
                new GeneratedArchive(SEED, Material.read(folder.resolve("material.txt")), rules.taxonomy());
        try (LuceneEngine engine = LuceneEngine.openReadOnly(
                folder.resolve("index"), archive, segmenter, rules.taxonomy(), rules::phrasing)) {
            begin(engine);
            long begun = System.nanoTime();
            Map<Field, List<SearchPage.Count>> labelled = Completions.labelled(engine);
            print(String.format(Locale.ROOT, "labels counted in %.0f ms", (System.nanoTime() - begun) / 1e6));
            Completions completions = new Completions(engine, archive, rules.taxonomy(), rules.phrasing());
            List<String> drawn = new DrawnQueries(SEED + 1, archive, engine.documents())
                    .all(QUERIES)
                    .get("word");
            measure("characters", keys(drawn), completions, labelled);
            measure("pinyin", keys(drawn.stream().map(SuggestBench::spelled).toList()), completions, labelled);
        }
    }

    /** What the first who mistypes waits for. */
    private static void begin(LuceneEngine engine) throws InterruptedException {
        long begun = System.nanoTime();
        engine.vocabulary();
        print(String.format(
                Locale.ROOT,
                "%d documents; asking for their words took %.1f ms",
                engine.documents(),
                (System.nanoTime() - begun) / 1e6));
        while (engine.vocabulary().beginning("工", 1).isEmpty()) {
            Thread.sleep(5);
        }
        print(String.format(Locale.ROOT, "words read after %.0f ms", (System.nanoTime() - begun) / 1e6));
        for (int i = 0; i < 3; i++) {
            long asked = System.nanoTime();
            SearchPage page = engine.search(SearchRequest.of(new Query.Words("jicengzhili", new Scope.Text())));
            print(String.format(
                    Locale.ROOT,
                    "did you mean %s: %.1f ms",
                    page.hints().didYouMean(),
                    (System.nanoTime() - asked) / 1e6));
        }
    }

    private static String spelled(String typed) {
        return typed.split(" ", 2)[0]
                .codePoints()
                .mapToObj(Character::toString)
                .map(han -> String.join("", Pronunciation.of(han)))
                .reduce("", String::concat);
    }

    private static List<String> keys(List<String> queries) {
        List<String> keys = new ArrayList<>();
        queries.forEach(query -> {
            for (int end = 1; end <= query.length(); end++) {
                keys.add(query.substring(0, end));
            }
        });
        return keys;
    }

    private void measure(
            String name, List<String> keys, Completions completions, Map<Field, List<SearchPage.Count>> labelled) {
        for (int round = 1; round <= ROUNDS; round++) {
            double[] took = new double[keys.size()];
            double[] worked = new double[keys.size()];
            int proposed = 0;
            for (int i = 0; i < took.length; i++) {
                long begun = System.nanoTime();
                long work = THREADS.getCurrentThreadCpuTime();
                proposed += completions.of(keys.get(i), segmenter, labelled).size();
                worked[i] = (THREADS.getCurrentThreadCpuTime() - work) / 1e6;
                took[i] = (System.nanoTime() - begun) / 1e6;
            }
            Arrays.sort(took);
            Arrays.sort(worked);
            print(String.format(
                    Locale.ROOT,
                    "%s, %d keys, round %d: p50 %.1f  p99 %.1f  of CPU: p50 %.1f  p99 %.1f ms, %.1f proposals a key, load %.1f",
                    name,
                    keys.size(),
                    round,
                    took[took.length / 2],
                    took[took.length * 99 / 100],
                    worked[took.length / 2],
                    worked[took.length * 99 / 100],
                    proposed / (double) keys.size(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        }
    }

    private static void print(String line) {
        System.out.println("bench: " + line);
    }
}
