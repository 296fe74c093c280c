package wenyuan.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.ingest.Reindex;
import wenyuan.model.Attributes;
import wenyuan.model.Block;
import wenyuan.model.Completeness;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.model.Extraction;
import wenyuan.model.Place;
import wenyuan.model.Repair;
import wenyuan.model.Source;
import wenyuan.model.Span;
import wenyuan.model.Zone;
import wenyuan.search.MemoryEngine;
import wenyuan.search.Position;
import wenyuan.store.Arrival;
import wenyuan.store.Home;
import wenyuan.store.Origin;
import wenyuan.store.Originals;
import wenyuan.store.Store;

class VerifyTest {
    private static final String TEXT = "在座谈会上的讲话";
    private static final Span MEETING = new Span(1, 4);

    @TempDir
    Path folder;

    private Originals originals;
    private Store store;
    private final MemoryEngine engine = new MemoryEngine();
    private long run;

    @BeforeEach
    void open() {
        Home home = new Home(folder.resolve("home"));
        originals = new Originals(home);
        store = Store.open(home, Clock.systemUTC());
        run = store.beginImport(List.of("材料")).id();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anArchiveInOrderHasNoFindings() throws IOException {
        put(document(sha256(), Evidence.inText("r", TEXT, MEETING), MEETING));
        check(false);
        check(true);
    }

    @Test
    void missingAndChangedBytesAreFaults() throws IOException {
        put(document(sha256(), Evidence.inText("r", TEXT, MEETING), MEETING));
        Path original = originals.find(sha256()).orElseThrow();
        Files.writeString(original, "别的");
        check(false);
        check(true, "FAULT Original " + sha256() + " holds other bytes than it did");
        Files.delete(original);
        check(false, "FAULT Original " + sha256() + " is missing");
    }

    @Test
    void whatNobodyNeedsIsANote() throws IOException {
        originals.copy(file()).keep();
        originals.copy(Files.writeString(folder.resolve("密"), "机密")).hold();
        String held = originals.allHeld().getFirst();
        check(
                false,
                "NOTE " + sha256() + " is kept as an original, but no document needs it",
                "NOTE " + held + " is kept as held, but no document needs it");
    }

    @Test
    void anIndexThatLagsIsAFault() throws IOException {
        put(document(sha256(), Evidence.inText("r", TEXT, MEETING), MEETING));
        Position before = engine.position();
        store.delete(sha256().substring(0, 16));
        originals.hold(sha256());
        List<String> findings = findings(false);
        assertEquals(
                "FAULT The index reaches to " + before + ", the store to " + new Position(store.id(), 2),
                findings.get(1));
        assertEquals("FAULT The index holds 1 documents, the store 0", findings.get(2));
    }

    @Test
    void aQuoteThatDoesNotStandThereIsAFault() throws IOException {
        Evidence wrong = new Evidence("r", new Place.Text(), "座谈会", new Span(2, 5));
        put(document(sha256(), wrong, MEETING));
        check(false, "FAULT " + sha256().substring(0, 16) + ": text does not hold " + wrong);
    }

    @Test
    void spansOutsideAreFaults() throws IOException {
        Evidence zone = Evidence.inZone("r", new Zone("masthead", "z", "2018年", 0), new Span(0, 5));
        put(document(sha256(), zone, new Span(0, 99)));
        List<String> findings = findings(false);
        assertEquals(2, findings.size());
        assertEquals(
                "FAULT " + sha256().substring(0, 16) + ": " + new Span(0, 99)
                        + " ends after the text, which has 8 units",
                findings.getFirst());
    }

    private void check(boolean deep, String... expected) {
        assertEquals(List.of(expected), findings(deep));
    }

    private List<String> findings(boolean deep) {
        if (engine.position().equals(Position.NONE)) {
            Reindex.catchUp(store, engine);
        }
        return Verify.run(store, engine, deep).stream()
                .map(finding -> finding.severity() + " " + finding.what())
                .toList();
    }

    private void put(Document document) throws IOException {
        originals.copy(file()).keep();
        Origin origin = new Origin("/材料", "座谈会.txt", "材料");
        Extraction.Text extraction = new Extraction.Text(TEXT, Extraction.Form.PLAIN, "text/plain", "UTF-8", Map.of());
        store.record(run, List.of(new Arrival.Labelled(origin, sha256(), List.of(document), extraction, TEXT)));
        Reindex.catchUp(store, engine);
    }

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("座谈会.txt"), TEXT);
    }

    private String sha256() throws IOException {
        return Originals.hash(file());
    }

    private static Document document(String sha256, Evidence evidence, Span block) {
        return new Document(
                sha256.substring(0, 16),
                TEXT,
                Optional.of(new Span(0, 8)),
                TEXT,
                List.of(new Block(Block.Kind.TITLE, block)),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Zone("masthead", "z", "发布于2018年", 0), new Zone("masthead", "z", "2018年", 0)),
                block.end() > 8
                        ? List.of(new Repair("p", new Span(0, 1), "再", "不在"))
                        : List.of(new Repair("p", new Span(0, 1), "再", "在")),
                Optional.of(new Completeness(50, evidence)),
                Attributes.NONE,
                List.of(new Source("座谈会.txt", "材料", false)),
                "key",
                "rules");
    }
}
