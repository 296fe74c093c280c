package wenyuan.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.IndexReader;

/** Something that depends on the state of the index alone: made when it is first wanted, and gone with that state. Thread-safe. */
final class OncePerState<V> {
    private final Map<IndexReader.CacheKey, V> values = new ConcurrentHashMap<>();

    interface Making<V> {
        V make() throws IOException;
    }

    /**
     * The value for what {@code reader} sees. Two who want it first at the same time both make it.
     *
     * @param whole asked after it was made; what is not whole, because time ran out, is not kept
     */
    V of(IndexReader reader, Making<V> making, BooleanSupplier whole) throws IOException {
        IndexReader.CacheHelper helper = reader.getReaderCacheHelper();
        if (helper == null) {
            return making.make();
        }
        Optional<V> known = Optional.ofNullable(values.get(helper.getKey()));
        if (known.isPresent()) {
            return known.get();
        }
        V made = making.make();
        if (whole.getAsBoolean() && values.put(helper.getKey(), made) == null) {
            helper.addClosedListener(values::remove);
        }
        return made;
    }
}
