package wenyuan.search;

import static wenyuan.search.TestDocuments.SEGMENTER;
import static wenyuan.search.TestDocuments.TAXONOMY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import wenyuan.model.Document;
import wenyuan.model.Taxonomy;
import wenyuan.text.Segmenter;

/** An empty engine for each test, and the archive that it reads. A subclass opens the engine. */
public abstract class EngineContract {
    /** The documents that the engine reads. */
    final Map<String, Document> archive = new ConcurrentHashMap<>();

    /** How many times the engine read one. */
    final AtomicInteger reads = new AtomicInteger();

    SearchEngine engine = new MemoryEngine();
    DocumentSink sink = new MemoryEngine();

    /** An engine without documents and its sink. */
    public record Opened(SearchEngine engine, DocumentSink sink) {}

    protected abstract Opened open(Texts texts, Segmenter segmenter, Taxonomy taxonomy);

    @BeforeEach
    final void openEngine() {
        Opened opened = open(this::read, SEGMENTER, TAXONOMY);
        engine = opened.engine();
        sink = opened.sink();
    }

    @AfterEach
    final void closeEngine() {
        engine.close();
    }

    private Optional<Document> read(String id) {
        reads.incrementAndGet();
        return Optional.ofNullable(archive.get(id));
    }

    final void index(TestDocuments... documents) {
        index(Stream.of(documents).map(TestDocuments::document).toList());
    }

    final void index(List<Document> documents) {
        for (Document document : documents) {
            archive.put(document.id(), document);
            sink.put(document);
        }
        sink.commit(new Position("store", archive.size()));
    }
}
