package wenyuan.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Document;
import wenyuan.ops.Finding;
import wenyuan.ops.Verify;
import wenyuan.search.MemoryEngine;
import wenyuan.store.Home;
import wenyuan.store.Originals;
import wenyuan.store.Store;

/** Kills an import at random moments, again and again: nothing may be lost, nothing doubled. */
class ImportKillIT {
    private static final int FILES = 300;
    private static final int KILLS = Integer.getInteger("wenyuan.kills", 5);

    @TempDir
    Path folder;

    @Test
    void nothingIsLostAndNothingDoubled() throws IOException, InterruptedException {
        long seed = Long.getLong("wenyuan.seed", System.nanoTime());
        System.out.println("-Dwenyuan.seed=" + seed);
        Random random = new Random(seed);
        Path files = write(random);
        Home home = new Home(folder.resolve("home"));
        for (int i = 0; i < KILLS; i++) {
            Process child = start(home, files);
            int lines = random.nextInt(2 * FILES / KILLS);
            for (int line = 0; line < lines && child.inputReader().readLine() != null; line++) {}
            boolean late = child.waitFor(random.nextInt(40), TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
            System.out.println("kill " + i + " after " + lines + " files" + (late ? " came too late" : ""));
            check(home, false);
        }
        Process last = start(home, files);
        assertEquals(FILES + 1, last.inputReader().lines().count(), "one line at the beginning and one a file");
        assertEquals(0, last.waitFor());
        check(home, true);
    }

    /** Every file has a text of its own, except that each tenth repeats the one before; some are failures or secrets. */
    private Path write(Random random) throws IOException {
        Path files = Files.createDirectories(folder.resolve("材料"));
        String text = "";
        for (int i = 0; i < FILES; i++) {
            text = i % 10 == 9 ? text : "第" + i + "次会议\n" + "党".repeat(random.nextInt(3000));
            String mark = i % 50 == 7 ? "坏" : i % 50 == 17 ? "机密" : "";
            Files.writeString(files.resolve(String.format(Locale.ROOT, "%03d.txt", i)), text + mark);
        }
        return files;
    }

    private void check(Home home, boolean finished) throws IOException {
        MemoryEngine engine = new MemoryEngine();
        Set<String> documents = new HashSet<>();
        try (Store store = Store.open(home, Clock.systemUTC())) {
            Reindex.catchUp(store, engine);
            List<Finding> faults = Verify.run(store, engine, true).stream()
                    .filter(finding -> finding.severity() == Finding.Severity.FAULT)
                    .toList();
            assertEquals(List.of(), faults);
            store.forEachDocument(document -> assertTrue(documents.add(document.text())));
            if (finished) {
                int paths = engine.found().values().stream()
                        .map(Document::sources)
                        .mapToInt(List::size)
                        .sum();
                assertEquals(FILES - 12, paths);
                assertEquals(FILES - 30 - 12, documents.size());
                assertEquals(6, store.held().size());
                assertEquals(
                        6, store.fateCounts(store.imports().getFirst().id()).get("failed"));
                assertEquals(
                        documents.size() + 6, new Originals(home).all().size(), "those of failed files are kept too");
            }
        }
    }

    private static Process start(Home home, Path files) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        home.root().toString(),
                        files.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Imports a folder into a home. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            Home home = new Home(Path.of(args[0]));
            try (Store store = Store.open(home, Clock.systemUTC());
                    PlainText extractor = new PlainText()) {
                Intake intake = new Intake(store, new Originals(home), extractor, PlainText::inspect, "rules", false);
                Import.on(store, new MemoryEngine(), intake, new Import.Settings(2, "", false))
                        .run(
                                List.of(Path.of(args[1])),
                                run -> System.out.println(run.tally().seen()));
            }
        }
    }
}
