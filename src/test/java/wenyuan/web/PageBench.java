package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.config.RuleBookReader;
import wenyuan.model.Document;
import wenyuan.model.Extraction;
import wenyuan.model.RuleBook;
import wenyuan.search.GeneratedArchive;
import wenyuan.search.Material;
import wenyuan.search.lucene.BulkIndex;
import wenyuan.search.lucene.LuceneEngine;
import wenyuan.store.Arrival;
import wenyuan.store.Home;
import wenyuan.store.Origin;
import wenyuan.store.Originals;
import wenyuan.store.Store;
import wenyuan.text.Segmenter;

/**
 * How long the server takes for every page over a large archive, warm, from the request to the last byte: DESIGN.md §9 wants at most
 * 150 ms for 100,000 documents. Run by {@code mvn -Pbench verify -Dit.test=PageBench -Dbench.documents=N -Dbench.index=DIR}, where
 * DIR holds the {@code material.txt} that SearchBench has left, and its {@code index} when that has no more than N documents;
 * {@code -Dbench.home=DIR} names where catalogue and index stay, to be used again.
 */
class PageBench {
    private static final int DOCUMENTS = Integer.getInteger("bench.documents", 100_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);
    private static final int BATCH = 1_000;
    private static final long SEED = 20261123;

    private final RuleBook rules = RuleBookReader.shipped();
    private final Segmenter segmenter = Segmenter.with(rules.labels().words());

    @TempDir
    Path scratch;

    private record Took(String path, double median, double least, int bytes) {}

    @Test
    void pages() throws Exception {
        String given = System.getProperty("bench.home", "");
        Home home = new Home(given.isEmpty() ? scratch.resolve("home") : Path.of(given));
        Path prepared = Path.of(System.getProperty("bench.index", ""));
        GeneratedArchive archive =
                new GeneratedArchive(SEED, Material.read(prepared.resolve("material.txt")), rules.taxonomy());
        try (Site site = site(home, prepared.resolve("index"), archive)) {
            List<Took> all = new ArrayList<>();
            Visitor admin = new Visitor(site.url(""));
            site.server()
                    .firstPassword()
                    .ifPresentOrElse(password -> logIn(site, admin, password), () -> logIn(site, admin, ""));
            Visitor reader = new Visitor(site.url(""));
            for (String path : EveryPage.FOR_READERS) {
                all.add(measure(reader, path(path)));
            }
            for (String path : EveryPage.FOR_ADMINS) {
                all.add(measure(admin, path(path)));
            }
            all.sort(Comparator.comparingDouble(Took::median).reversed());
            print(site.engine().documents() + " documents; milliseconds: median, least of " + ROUNDS + "; bytes");
            all.forEach(took -> print(
                    String.format(Locale.ROOT, "%8.1f %8.1f %8d  %s", took.median, took.least, took.bytes, took.path)));
        }
    }

    private static void logIn(Site site, Visitor admin, String password) {
        try {
            if (password.isEmpty()) {
                site.store().users().changePassword("admin", Passwords.hash("correct-horse"));
            }
            assertEquals(303, admin.logIn("admin", password.isEmpty() ? "correct-horse" : password));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(String path) {
        return path.replace(Samples.FORUM, "0000000000000007");
    }

    private static Took measure(Visitor visitor, String path) throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            visitor.get(path);
        }
        double[] took = new double[ROUNDS];
        int bytes = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            HttpResponse<String> answer = path.equals(EveryPage.DRAFT) ? draft(visitor, path) : visitor.get(path);
            took[i] = (System.nanoTime() - begun) / 1e6;
            bytes = answer.body().length();
        }
        Arrays.sort(took);
        return new Took(path, took[ROUNDS / 2], took[0], bytes);
    }

    private static HttpResponse<String> draft(Visitor visitor, String path) throws IOException, InterruptedException {
        return visitor.form(path, Map.of("draft", EveryPage.DRAFT_TEXT));
    }

    private Site site(Home home, Path prepared, GeneratedArchive archive) throws IOException {
        Files.createDirectories(home.root());
        Store store = Store.open(home, Clock.systemUTC());
        fill(store, archive);
        Path index = home.indexes().resolve("1");
        if (Files.isDirectory(prepared) && !Files.isDirectory(index)) {
            copy(prepared, index);
        }
        BulkIndex.build(index, archive, DOCUMENTS);
        AtomicReference<wenyuan.model.Phrasing> phrasing = new AtomicReference<>(rules.phrasing());
        LuceneEngine engine = LuceneEngine.open(index, store::document, segmenter, rules.taxonomy(), phrasing::get);
        SiteWork work = new SiteWork(store, engine, segmenter, rules, phrasing);
        WebServer server = WebServer.start(
                new WebServer.Archive(
                        engine, store, new Originals(home), work::segmenter, rules, phrasing::get, () -> 0, work),
                WebServer.Settings.STANDARD,
                "127.0.0.1",
                0);
        return new Site(store, engine, work, server);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void fill(Store store, GeneratedArchive archive) {
        long begun = System.nanoTime();
        long there = store.documents();
        if (there >= DOCUMENTS) {
            return;
        }
        long run = store.beginImport(List.of("bench")).id();
        for (long at = there; at < DOCUMENTS; at += BATCH) {
            store.record(
                    run,
                    LongStream.range(at, Math.min(DOCUMENTS, at + BATCH))
                            .mapToObj(number -> arrival(archive.made(number).document()))
                            .toList());
        }
        store.endImport(run);
        print((DOCUMENTS - there) + " documents stored in " + (System.nanoTime() - begun) / 1_000_000_000 + " s");
    }

    private static Arrival arrival(Document document) {
        Extraction.Text extraction =
                new Extraction.Text(document.text(), Extraction.Form.PLAIN, "text/plain", "UTF-8", Map.of());
        return new Arrival.Labelled(
                new Origin("/archive", document.sources().getFirst().path(), "bench"),
                document.id() + "0".repeat(48),
                List.of(document),
                extraction,
                document.text());
    }

    private static void print(String line) {
        System.out.println("bench: " + line);
    }
}
