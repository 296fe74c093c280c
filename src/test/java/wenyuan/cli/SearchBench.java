package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.config.RuleBookReader;
import wenyuan.model.RuleBook;
import wenyuan.query.QueryParser;
import wenyuan.search.DrawnQueries;
import wenyuan.search.GeneratedArchive;
import wenyuan.search.Material;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;
import wenyuan.search.lucene.BulkIndex;
import wenyuan.search.lucene.Copies;
import wenyuan.text.Normal;
import wenyuan.text.Segmenter;

/**
 * How long a search takes, warm, in process, with facets, ten hits: DESIGN.md §9. Run by {@code mvn -Pbench verify
 * -Dit.test=SearchBench -Dbench.documents=100000}; {@code -Dcorpus=DIR:DIR} names what the documents are put together from,
 * {@code -Dbench.index=DIR} where the index stays, to be used again, {@code -Dbench.copies=10} reads it as ten of them. Only -Xmx1g is given to this process.
 */
class SearchBench {
    private static final int DOCUMENTS = Integer.getInteger("bench.documents", 10_000);
    private static final int QUERIES = Integer.getInteger("bench.queries", 400);
    private static final int COPIES = Integer.getInteger("bench.copies", 1);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final long SEED = 20261123;

    private final RuleBook rules = RuleBookReader.shipped();
    private final Segmenter segmenter = Segmenter.with(rules.labels().words());

    @TempDir
    Path scratch;

    @Test
    void searches() throws IOException {
        String given = System.getProperty("bench.index", "");
        Path folder = given.isEmpty() ? scratch.resolve("bench") : Path.of(given);
        GeneratedArchive archive = new GeneratedArchive(SEED, material(folder), rules.taxonomy());
        Path index = folder.resolve("index");
        if (DOCUMENTS > 0) {
            double seconds = seconds(() -> BulkIndex.build(index, archive, DOCUMENTS));
            print("%d documents indexed in %.0f s, %s", DOCUMENTS, seconds, heap());
        }
        if (Boolean.getBoolean("bench.build")) {
            return;
        }
        try (Copies engine = new Copies(index, COPIES, archive, segmenter, rules.taxonomy())) {
            describe(engine, archive, index);
            new DrawnQueries(SEED + 1, archive, engine.documents() / COPIES)
                    .all(QUERIES)
                    .forEach((kind, typed) -> measure(engine, kind, typed));
            measure(engine, "facets alone", List.of("*", "类型:座谈会", "年份:2018..2022", "文种:讲话 层级:县", "主题:基层治理"));
            cutOff(engine);
            print("%s", heap());
        }
    }

    private Material material(Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve("material.txt");
        if (Files.exists(file)) {
            return Material.read(file);
        }
        Path[] folders = Stream.of(System.getProperty("corpus", "sample-corpus").split(File.pathSeparator))
                .map(Path::of)
                .toArray(Path[]::new);
        try (ImportedCorpus corpus = ImportedCorpus.of(scratch, folders)) {
            return Material.of(corpus.documents(), segmenter, file);
        }
    }

    private static void describe(Copies engine, GeneratedArchive archive, Path index) throws IOException {
        long bytes;
        try (Stream<Path> files = Files.list(index)) {
            bytes = files.mapToLong(SearchBench::size).sum();
        }
        int sample = 1000;
        double text = IntStream.range(0, sample)
                        .mapToLong(number -> archive.made(number)
                                .document()
                                .text()
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)
                                .length)
                        .sum()
                / (double) sample;
        print(
                "%d documents (%d copies, %d segments) of %.0f bytes of text; index %.0f MB, %.2f times the text",
                engine.documents(),
                COPIES,
                engine.segments(),
                text,
                bytes / 1e6,
                bytes * COPIES / (text * engine.documents()));
    }

    private void measure(Copies engine, String kind, List<String> typed) {
        List<SearchRequest> requests = typed.stream().map(this::request).toList();
        requests.forEach(engine::search); // warms up what each of them needs
        for (int round = 1; round <= ROUNDS; round++) {
            double[] took = new double[requests.size()];
            double[] searched = new double[requests.size()];
            long total = 0;
            int slowest = 0;
            int partial = 0;
            int inexact = 0;
            for (int i = 0; i < took.length; i++) {
                engine.reading();
                long begin = System.nanoTime();
                SearchPage page = engine.search(requests.get(i));
                took[i] = (System.nanoTime() - begin) / 1e6;
                searched[i] = took[i] - engine.reading() / 1e6;
                total += page.total();
                partial += page.partial() ? 1 : 0;
                inexact += page.exact() ? 0 : 1;
                slowest = took[i] > took[slowest] ? i : slowest;
            }
            double longest = took[slowest];
            Arrays.sort(took);
            Arrays.sort(searched);
            print(
                    "%-15s round %d: p50 %.2f  p99 %.2f  but for making texts: p50 %.2f  p99 %.2f  longest %.2f ms (%s), mean total %d, partial %d, inexact %d, load %.1f",
                    kind,
                    round,
                    took[took.length / 2],
                    took[took.length * 99 / 100],
                    searched[took.length / 2],
                    searched[took.length * 99 / 100],
                    longest,
                    typed.get(slowest),
                    total / took.length,
                    partial,
                    inexact,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    /** A search that takes too long ends at its limit and says so. */
    private void cutOff(Copies engine) {
        SearchRequest whole = request("\"的…是\" OR \"以…为\" OR \"一…了…的\"");
        Duration limit = Duration.ofMillis(50);
        SearchRequest cut =
                new SearchRequest(whole.query(), whole.filters(), whole.sort(), 0, 10, true, limit, whole.warnings());
        long begin = System.nanoTime();
        SearchPage page = engine.search(cut);
        double took = (System.nanoTime() - begin) / 1e6;
        print("limit of 50 ms: %.1f ms, partial %s, %d hits", took, page.partial(), page.total());
        assertTrue(page.partial() || took < 50, "a slow search must say that it is partial");
    }

    private SearchRequest request(String typed) {
        return SearchRequest.of(
                new QueryParser(rules.taxonomy(), text -> Normal.of(text).text())
                        .parse(typed)
                        .query());
    }

    private static String heap() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return String.format(
                Locale.ROOT,
                "heap in use after a collection %d MB of %d MB",
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20);
    }

    private interface Task {
        void run() throws IOException;
    }

    private static double seconds(Task work) throws IOException {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, "bench: " + form, values));
    }
}
