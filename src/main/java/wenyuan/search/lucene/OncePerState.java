package wenyuan.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/** Something that depends on the state of an index or a segment alone: made when first wanted, gone with it. Thread-safe. */
final class OncePerState<V> {
    private final Map<IndexReader.CacheKey, V> values = new ConcurrentHashMap<>();

    interface Making<V> {
        V make() throws IOException;
    }

    /**
     * The value for what {@code state} stands for. Two who want it first at the same time both make it.
     *
     * @param whole asked after it was made; what is not whole, because time ran out, is not kept
     */
    V of(IndexReader.@Nullable CacheHelper state, Making<V> making, BooleanSupplier whole) throws IOException {
        Optional<V> known = known(state);
        if (known.isPresent()) {
            return known.get();
        }
        V made = making.make();
        if (state != null && whole.getAsBoolean() && values.put(state.getKey(), made) == null) {
            state.addClosedListener(values::remove);
        }
        return made;
    }

    /** The value, if it has been made. */
    Optional<V> known(IndexReader.@Nullable CacheHelper state) {
        return state == null ? Optional.empty() : Optional.ofNullable(values.get(state.getKey()));
    }
}
