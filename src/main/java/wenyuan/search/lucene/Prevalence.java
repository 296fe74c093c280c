package wenyuan.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import wenyuan.query.Scope;

/**
 * Counts the documents that hold strings, from the dictionaries of the index and, for what these cannot tell, from postings;
 * never from texts. Belongs to one call.
 */
final class Prevalence {
    private static final Scope TEXT = new Scope.Text();

    private final IndexSearcher searcher;
    private final int checked;
    private final Map<String, Long> pairs = new HashMap<>();

    Prevalence(IndexSearcher searcher, int checked) {
        this.searcher = searcher;
        this.checked = checked;
    }

    /** One count for each string, in order. */
    long[] of(List<String> strings) throws IOException {
        long[] counts = new long[strings.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] =
                    Math.min(count(strings.get(i)), searcher.getIndexReader().numDocs());
        }
        return counts;
    }

    private long count(String letters) throws IOException {
        List<String> all = Bigrams.of(letters);
        if (all.isEmpty()) {
            return searcher.getIndexReader().docFreq(new Term(Fields.single(TEXT), letters));
        }
        long rarest = Long.MAX_VALUE;
        for (String pair : all) {
            rarest = Math.min(rarest, withPair(pair));
        }
        boolean told = all.size() == 1 || rarest == 0 || rarest > checked;
        return told ? rarest : searcher.count(Strings.of(letters, TEXT));
    }

    private long withPair(String pair) throws IOException {
        Long known = pairs.get(pair);
        if (known == null) {
            known = (long) searcher.getIndexReader().docFreq(new Term(Fields.chars(TEXT), pair));
            pairs.put(pair, known);
        }
        return known;
    }
}
