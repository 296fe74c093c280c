package wenyuan.search.lucene;

import java.time.Duration;
import org.apache.lucene.index.QueryTimeout;

/** The moment at which a search ends, finished or not. */
record Deadline(long nanos) implements QueryTimeout {
    /** {@code limit} from now. */
    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    @Override
    public boolean shouldExit() {
        return System.nanoTime() - nanos >= 0;
    }
}
