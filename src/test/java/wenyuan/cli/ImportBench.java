package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.tika.exception.TikaException;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.sax.BodyContentHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;
import wenyuan.config.RuleBookReader;
import wenyuan.model.Document;
import wenyuan.model.Tally;
import wenyuan.search.lucene.BarePipeline;
import wenyuan.store.Home;
import wenyuan.store.HomeLock;
import wenyuan.text.Segmenter;

/**
 * How fast an import is, as a ratio to what nobody can do without, in turns in one run: DESIGN.md §9, rows 2 and 3. Run by
 * {@code mvn -Pbench verify}; prints one line a round. {@code -Dbench.files=N} sets the number of text files.
 */
class ImportBench {
    private static final int THREADS = 2;
    private static final int ROUNDS = 3;
    private static final int FILES = Integer.getInteger("bench.files", 2000);

    private final Segmenter segmenter =
            Segmenter.with(RuleBookReader.shipped().labels().words());

    @TempDir
    Path folder;

    @Test
    void textFiles() throws IOException {
        Path texts = folder.resolve("texts");
        List<Path> files = new GeneratedFiles(20261123, samples()).texts(texts, FILES);
        long characters = files.stream().mapToLong(ImportBench::characters).sum();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            Path bare = folder.resolve("bare" + round);
            double least = seconds(() -> BarePipeline.index(files, BarePipeline::plain, bare, THREADS, segmenter));
            double whole = take(texts, FILES);
            say("text files", round, files.size(), least, whole, least / whole);
            if (round > 0) {
                ratios.add(least / whole);
            }
        }
        print(
                "text files: %d files of %d characters, import reaches %.0f %% of the bare pipeline (median of %d)",
                files.size(), characters / files.size(), 100 * median(ratios), ROUNDS);
        recoll(texts);
    }

    @Test
    void officeFiles() throws IOException {
        Path words = folder.resolve("words");
        int count = FILES / 4;
        List<Path> files = new GeneratedFiles(20261124, samples()).words(words, count);
        AutoDetectParser parser = new AutoDetectParser();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            Path bare = folder.resolve("both" + round);
            double least =
                    seconds(() -> BarePipeline.index(files, file -> parsed(parser, file), bare, THREADS, segmenter));
            double whole = take(words, count);
            say("office files", round, count, least, whole, least / whole);
            if (round > 0) {
                ratios.add(least / whole);
            }
        }
        print(
                "office files: %d files, import reaches %.0f %% of bare Tika and the bare pipeline in turn (median of %d)",
                count, 100 * median(ratios), ROUNDS);
    }

    /** The peer to beat, where it is installed. */
    private void recoll(Path texts) throws IOException {
        Path program = Path.of("/usr/bin/recollindex");
        if (!Files.isExecutable(program)) {
            print("recollindex is not installed: no comparison (Debian package recollcmd)");
            return;
        }
        Path config = Files.createDirectories(folder.resolve("recoll"));
        Files.writeString(config.resolve("recoll.conf"), "topdirs = " + texts + "\nloglevel = 2\n");
        double peer = seconds(() -> run(program.toString(), "-c", config.toString()));
        double whole = take(texts, FILES);
        print(
                "recollindex takes %.1f s where import takes %.1f s: import is %.1f times as fast",
                peer, whole, peer / whole);
    }

    private static void run(String... call) throws IOException {
        try {
            Process process = new ProcessBuilder(call)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(20, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("failed: " + String.join(" ", call));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seconds that an import into a new home takes; opening the home does not count. */
    private double take(Path path, int expected) throws IOException {
        Path root = Files.createTempDirectory(folder, "home");
        Home home = new Home(root);
        HomeLock.Acquired free = (HomeLock.Acquired) HomeLock.acquire(home);
        List<Progress> last = new ArrayList<>();
        double seconds;
        try (OwnedArchive archive = OwnedArchive.open(home, free.lock())) {
            seconds = seconds(
                    () -> archive.perform(new Work.Take(List.of(path.toString()), THREADS, "", false, false), said -> {
                        last.clear();
                        last.add(said);
                    }));
        }
        Tally tally = ((Progress.Imported) last.getFirst()).run().tally();
        assertEquals(expected, tally.stored(), tally.toString());
        return seconds;
    }

    private List<Document> samples() throws IOException {
        Home home = new Home(folder.resolve("samples"));
        List<Document> documents = new ArrayList<>();
        HomeLock.Acquired free = (HomeLock.Acquired) HomeLock.acquire(home);
        try (OwnedArchive archive = OwnedArchive.open(home, free.lock())) {
            archive.perform(
                    new Work.Take(
                            List.of(Path.of("sample-corpus").toAbsolutePath().toString()), THREADS, "", false, false),
                    said -> {});
            archive.store().forEachDocument(documents::add);
        }
        documents.sort(Comparator.comparing(Document::id));
        return documents;
    }

    private static String parsed(AutoDetectParser parser, Path file) throws IOException {
        BodyContentHandler text = new BodyContentHandler(-1);
        try (var in = Files.newInputStream(file)) {
            parser.parse(in, text, new org.apache.tika.metadata.Metadata());
            return text.toString();
        } catch (SAXException | TikaException e) {
            throw new IOException(e);
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private static double seconds(Task work) throws IOException {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static long characters(Path file) {
        try {
            return Files.readString(file).length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void say(String what, int round, int files, double least, double whole, double ratio) {
        print(
                "%s, round %d%s: bare %.2f s (%.0f files/s), import %.2f s (%.0f files/s), ratio %.2f, load %.1f",
                what,
                round,
                round == 0 ? " (warming up)" : "",
                least,
                files / least,
                whole,
                files / whole,
                ratio,
                Optional.of(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
                        .get());
    }

    private static void print(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, "bench: " + form, values));
    }
}
