package wenyuan.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import wenyuan.model.Document;
import wenyuan.model.Taxonomy;
import wenyuan.search.Highlighter;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;
import wenyuan.search.Texts;
import wenyuan.text.Segmenter;

/**
 * An index read as if it stood there several times over: every list of postings is so many times as long, but no string is rarer
 * and no file larger. How a search grows can be told from it without the hours that a larger index takes.
 */
public final class Copies implements AutoCloseable {
    private final DirectoryReader once;
    private final IndexReader all;
    private final Search.Tools tools;
    private final AtomicLong reading = new AtomicLong();

    /** The index in {@code folder}, {@code copies} times. */
    public Copies(Path folder, int copies, Texts texts, Segmenter segmenter, Taxonomy taxonomy) throws IOException {
        once = new IndexFolder(folder).reader();
        all = new MultiReader(Collections.nCopies(copies, once).toArray(IndexReader[]::new), false);
        tools = new Search.Tools(
                timed(texts),
                segmenter,
                new Highlighter(segmenter),
                new FacetCounts(),
                new FacetNames(taxonomy),
                new Search.Everything());
    }

    private Texts timed(Texts texts) {
        return id -> {
            long begin = System.nanoTime();
            Optional<Document> found = texts.find(id);
            reading.addAndGet(System.nanoTime() - begin);
            return found;
        };
    }

    /** Nanoseconds that getting texts took since this was last asked. */
    public long reading() {
        return reading.getAndSet(0);
    }

    /** As {@link LuceneEngine#search}. */
    public SearchPage search(SearchRequest request) {
        try {
            return new Search(all, request, tools).page();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Documents, each copy counted. */
    public long documents() {
        return all.numDocs();
    }

    /** Parts of the index, each of which a search visits. */
    public int segments() {
        return all.leaves().size();
    }

    @Override
    public void close() throws IOException {
        all.close();
        once.close();
    }
}
