package wenyuan.search;

/** Answers searches over what its sink has taken in. Thread-safe. Closing ends all answers. */
public interface SearchEngine extends AutoCloseable {
    /**
     * Answers a search. Within the time limit of the request; when that passes, with what was found so far and {@link
     * SearchPage#partial()}.
     */
    SearchPage search(SearchRequest request);

    /** Number of documents that can be found now. */
    long documents();

    /** How far in the store's changes the answers reach. */
    Position position();

    @Override
    void close();
}
