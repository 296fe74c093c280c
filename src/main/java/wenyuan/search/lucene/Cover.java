package wenyuan.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;

/**
 * Which pairs of a string to look up: every letter is in one of them, and together they stand in the index as seldom as can
 * be. The pairs left out need no look at their positions, but one of them may be rarer than all (革发 in 改革发展): a
 * document without it need not be looked at.
 *
 * @param places numbers of the pairs to look up, ascending, the first and the last among them
 * @param rare number of a pair left out that is rarer than each of these
 */
record Cover(List<Integer> places, Optional<Integer> rare) {
    /**
     * The cover of a string of these {@code pairs}, at least one, in a field of {@code reader}. Its largest segment speaks for
     * all: to ask each would take longer than many a search.
     */
    static Cover of(List<String> pairs, String field, IndexReader reader) throws IOException {
        long[] frequencies = new long[pairs.size()];
        Optional<LeafReader> largest = reader.leaves().stream()
                .map(LeafReaderContext::reader)
                .max(Comparator.comparingInt(LeafReader::maxDoc))
                .filter(segment -> frequencies.length > 2); // there is no choice among fewer
        if (largest.isPresent()) {
            for (int place = 0; place < frequencies.length; place++) {
                frequencies[place] = largest.get().totalTermFreq(new Term(field, pairs.get(place)));
            }
        }
        return of(frequencies);
    }

    /** The cover of a string whose pairs occur so often. */
    static Cover of(long... frequencies) {
        int last = frequencies.length - 1;
        // least[i]: the fewest occurrences of pairs that cover the string up to the pair i, that one included
        long[] least = frequencies.clone();
        for (int place = 1; place <= last; place++) {
            least[place] += least[before(least, place)];
        }
        List<Integer> places = new ArrayList<>();
        for (int place = last; place >= 0; place = before(least, place)) {
            places.addFirst(place);
        }
        long kept = places.stream().mapToLong(place -> frequencies[place]).min().orElseThrow();
        Optional<Integer> rare = IntStream.rangeClosed(0, last)
                .boxed()
                .filter(place -> frequencies[place] < kept)
                .min(Comparator.comparingLong(place -> frequencies[place]));
        return new Cover(List.copyOf(places), rare);
    }

    /** The pair to look up before this one: the next, or the next but one. */
    private static int before(long[] least, int place) {
        return place < 2 || least[place - 1] < least[place - 2] ? place - 1 : place - 2;
    }
}
