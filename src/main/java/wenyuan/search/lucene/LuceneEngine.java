package wenyuan.search.lucene;

import java.nio.file.Path;
import wenyuan.model.Taxonomy;
import wenyuan.search.DocumentSink;
import wenyuan.search.Position;
import wenyuan.search.SearchEngine;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;
import wenyuan.search.Texts;
import wenyuan.text.Segmenter;

/** An index in a folder. Thread-safe. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // until it is built
public final class LuceneEngine implements SearchEngine {
    private LuceneEngine() {}

    /** Opens (or makes) the index in {@code folder} for writing and near-real-time reading. One process at a time. */
    public static LuceneEngine open(Path folder, Texts texts, Segmenter segmenter, Taxonomy taxonomy) {
        throw new UnsupportedOperationException(folder + " " + texts + segmenter + taxonomy);
    }

    /** Opens the last commit in {@code folder} for reading only, beside a process that writes. */
    public static LuceneEngine openReadOnly(Path folder, Texts texts, Segmenter segmenter, Taxonomy taxonomy) {
        throw new UnsupportedOperationException(folder + " " + texts + segmenter + taxonomy);
    }

    /** The writing side; only of an engine opened for writing. */
    public DocumentSink sink() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SearchPage search(SearchRequest request) {
        throw new UnsupportedOperationException(request.toString());
    }

    @Override
    public long documents() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Position position() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
