package wenyuan.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import wenyuan.text.Normal;
import wenyuan.text.Segmenter;
import wenyuan.text.Token;

/**
 * The least that anybody must do to search Chinese text by strings and words: HanLP, {@code chars}, the stored text. The
 * yardstick of DESIGN.md §9.
 */
public final class BarePipeline {
    private static final FieldType CHARS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
    private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS, false);

    private BarePipeline() {}

    /** Reads one file into text. */
    @FunctionalInterface
    public interface Reader {
        String read(Path file) throws IOException;
    }

    /** Indexes {@code files} into {@code folder} with so many threads, and commits. */
    public static void index(List<Path> files, Reader reader, Path folder, int threads, Segmenter segmenter)
            throws IOException {
        try (IndexWriter writer =
                        new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig().setRAMBufferSizeMB(64));
                ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> done = files.stream()
                    .<Future<?>>map(file -> workers.submit(() -> add(writer, reader, file, segmenter)))
                    .toList();
            for (Future<?> each : done) {
                each.get();
            }
            writer.commit();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads UTF-8 text. */
    public static String plain(Path file) throws IOException {
        return Files.readString(file);
    }

    private static void add(IndexWriter writer, Reader reader, Path file, Segmenter segmenter) {
        try {
            String text = reader.read(file);
            List<String> paragraphs = text.lines()
                    .map(line -> Normal.of(line).letters().text())
                    .filter(line -> !line.isEmpty())
                    .toList();
            Document document = new Document();
            document.add(new Field("chars", new Bigrams(paragraphs), CHARS));
            document.add(new Field(
                    "words",
                    new Terms(segmenter.segment(text).stream().map(Token::text).toList()),
                    WORDS));
            document.add(new StoredField("text", text));
            writer.addDocument(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }
}
