package wenyuan.search.lucene;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/** Reads the segments of a large index on all processors, those of a small one on the thread that asks. */
final class ParallelSearcher extends IndexSearcher {
    /** Documents that are worth a thread. */
    private static final int WORTH = 10_000;

    ParallelSearcher(IndexReader reader) {
        super(reader, ForkJoinPool.commonPool());
    }

    @Override
    protected LeafSlice[] slices(List<LeafReaderContext> segments) {
        long documents = segments.stream()
                .mapToLong(segment -> segment.reader().maxDoc())
                .sum();
        // Twice as many shares as processors: no two are equal, and who is done first takes the next.
        long share = documents / (2L * Runtime.getRuntime().availableProcessors());
        return slices(segments, (int) Math.max(WORTH, share), segments.size(), false);
    }
}
