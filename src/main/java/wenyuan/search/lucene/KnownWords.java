package wenyuan.search.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenyuan.query.Scope;
import wenyuan.search.Vocabulary;

/**
 * The words of an index, read from its dictionary by a thread of its own when first asked for and again when the index has
 * changed; a large archive takes seconds. Thread-safe.
 */
final class KnownWords implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KnownWords.class);

    /** Above so many documents a word of a single one is no proposal for anybody else. */
    private static final int MANY = 1_000;

    /** Words that a few new documents bring may be missing for so long. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("words").daemon().factory());
    private volatile Known known = new Known(Vocabulary.of(Map.of()), 0, System.nanoTime());
    private volatile boolean closed;
    private Future<?> underWay = CompletableFuture.completedFuture(0);

    /** Words, of how many documents, read when. */
    private record Known(Vocabulary words, int documents, long readAt) {}

    /** The words of {@code reader}; when they have not been read after {@code patience}, those of an earlier one, or none. */
    Vocabulary of(IndexReader reader, Duration patience) {
        Future<?> reading = begin(reader);
        try {
            reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException later) {
            // the next question finds them
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return known.words();
    }

    private synchronized Future<?> begin(IndexReader reader) {
        if (underWay.isDone() && !closed && outdated(reader) && reader.tryIncRef()) {
            underWay = thread.submit(() -> read(reader));
        }
        return underWay;
    }

    private boolean outdated(IndexReader reader) {
        int now = reader.numDocs();
        boolean grown = Math.abs(now - known.documents()) * 20L > known.documents();
        boolean old = System.nanoTime() - known.readAt() > FRESH.toNanos();
        return grown || (old && now != known.documents());
    }

    private void read(IndexReader reader) {
        try {
            known = new Known(Vocabulary.of(words(reader)), reader.numDocs(), System.nanoTime());
        } catch (IOException e) {
            LOG.warn("Could not read the words of the index", e);
        } finally {
            release(reader);
        }
    }

    private Map<String, Long> words(IndexReader reader) throws IOException {
        Map<String, Long> words = new HashMap<>();
        Terms terms = MultiTerms.getTerms(reader, Fields.words(new Scope.Text()));
        if (terms == null) {
            return words;
        }
        int least = reader.numDocs() > MANY ? 2 : 1;
        TermsEnum every = terms.iterator();
        for (BytesRef term = every.next(); term != null && !closed; term = every.next()) {
            // three bytes for a Han character: two to eight of them
            if (term.length >= 6 && term.length <= 24 && every.docFreq() >= least) {
                words.put(term.utf8ToString(), (long) every.docFreq());
            }
        }
        return words;
    }

    private static void release(IndexReader reader) {
        try {
            reader.decRef();
        } catch (IOException e) {
            LOG.warn("Could not let go of the index", e);
        }
    }

    /** Ends the reading that is under way. */
    @Override
    public void close() {
        closed = true;
        thread.shutdown();
    }
}
