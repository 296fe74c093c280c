package wenyuan.search;

import java.util.List;

/**
 * Answers searches over what its sink has taken in. What only sentences can be asked ({@link SentenceFilter}) is left out of
 * every request. Thread-safe. Closing ends all answers.
 */
public interface SearchEngine extends AutoCloseable {
    /**
     * Answers a search. Within the time limit of the request; when that passes, with what was found so far and {@link
     * SearchPage#partial()}.
     */
    SearchPage search(SearchRequest request);

    /**
     * The ids of the documents that {@link #search} would show for {@code request}, in the same order; fewer when its time
     * limit passes. No text is read, unless to check a match.
     */
    List<String> ids(SearchRequest request);

    /** How often what {@code request} asks for stands in the documents that match. Size and order don't matter. */
    Frequencies frequencies(SearchRequest request);

    /** Number of documents that can be found now. */
    long documents();

    /**
     * In how many documents each of {@code strings} (letters of the normal form) stands. Documents that were deleted lately
     * may still count.
     *
     * @param checked how many documents may be looked at for one string. Exact for up to two letters, and for a longer
     *     string when its rarest pair of letters stands in no more documents than this; else the number of documents with
     *     that pair, which is at least the right one. With 0 nothing is looked at.
     */
    long[] documentsWith(List<String> strings, int checked);

    /**
     * The words of the archive, at once: as they were not long ago, while those of now are read in the background; none
     * until they have been read for the first time.
     */
    Vocabulary vocabulary();

    /** How far in the store's changes the answers reach. */
    Position position();

    @Override
    void close();
}
