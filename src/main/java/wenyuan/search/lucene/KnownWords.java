package wenyuan.search.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import wenyuan.query.Scope;
import wenyuan.search.Vocabulary;

/**
 * The words of an index, read from its dictionary when first asked for and again when the index has changed much. Thread-safe;
 * one thread reads, the others wait.
 */
final class KnownWords {
    /** Above so many documents a word of a single one is no proposal for anybody else. */
    private static final int MANY = 1_000;

    private static final Duration FRESH = Duration.ofMinutes(10);

    private Vocabulary words = Vocabulary.of(Map.of());
    private int documents;
    private long readAt;

    /** The words of {@code reader}, or of one not long before it. */
    synchronized Vocabulary of(IndexReader reader) throws IOException {
        int now = reader.numDocs();
        boolean grown = Math.abs(now - documents) * 20L > documents;
        boolean old = System.nanoTime() - readAt > FRESH.toNanos();
        if (grown || (old && now > 0)) {
            words = Vocabulary.of(read(reader));
            documents = now;
            readAt = System.nanoTime();
        }
        return words;
    }

    private static Map<String, Long> read(IndexReader reader) throws IOException {
        Map<String, Long> words = new HashMap<>();
        Terms terms = MultiTerms.getTerms(reader, Fields.words(new Scope.Text()));
        if (terms == null) {
            return words;
        }
        int least = reader.numDocs() > MANY ? 2 : 1;
        TermsEnum every = terms.iterator();
        for (BytesRef term = every.next(); term != null; term = every.next()) {
            // three bytes for a Han character: two to eight of them
            if (term.length >= 6 && term.length <= 24 && every.docFreq() >= least) {
                words.put(term.utf8ToString(), (long) every.docFreq());
            }
        }
        return words;
    }
}
