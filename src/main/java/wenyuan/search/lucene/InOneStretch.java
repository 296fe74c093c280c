package wenyuan.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import wenyuan.query.Extent;
import wenyuan.search.Arrangement;
import wenyuan.search.Proximity;
import wenyuan.search.Sequence;
import wenyuan.search.Slotted;

/**
 * Checks from positions alone, without reading the text, that pieces stand together inside one sentence or
 * paragraph of the whole text.
 *
 * @param pieces letters of the pieces, each of which {@link Bigrams#terms} can tell
 * @param inside whether a letter of the same stretch stands in front of the first piece
 */
record InOneStretch(List<String> pieces, Arrangement arrangement, Extent extent, boolean inside)
        implements CheckedQuery.Check {
    /** The check for these pieces, with gaps counted in letters. */
    static InOneStretch of(List<String> pieces, List<Integer> gaps, Extent extent) {
        return new InOneStretch(pieces, Sequence.of(pieces, gaps), extent, false);
    }

    /** The check for these pieces in any order, at most {@code within} letters apart. */
    static InOneStretch near(List<String> pieces, int within, Extent extent) {
        return new InOneStretch(pieces, Proximity.of(pieces, within), extent, false);
    }

    /** The check for a string with placeholders between its pieces, or in front of them, but not behind. */
    static InOneStretch of(Slotted slotted) {
        List<String> pieces = slotted.pieces();
        List<Integer> names = Collections.nCopies(pieces.size() - 1, Slotted.LONGEST_NAME);
        return new InOneStretch(pieces, Sequence.of(pieces, 1, names), Extent.SENTENCE, slotted.before());
    }

    /** The query that keeps what passes this check. */
    Query query() {
        List<Query> pairs = pieces.stream()
                .flatMap(piece -> Bigrams.terms(piece).stream())
                .distinct()
                .map(pair -> (Query) new TermQuery(new Term(Places.FIELD, pair)))
                .toList();
        return new CheckedQuery(Strings.all(pairs), this);
    }

    @Override
    public CheckedQuery.InSegment in(LeafReaderContext segment) throws IOException {
        InSegment places = new InSegment(segment);
        return places::holds;
    }

    /** How often the pieces stand so in each document of a segment. */
    Counting counting(LeafReaderContext segment) throws IOException {
        InSegment places = new InSegment(segment);
        return document -> places.stretches(document)
                .mapToInt(starts -> arrangement.matches(starts).size())
                .sum();
    }

    /** The pieces and the borders of stretches of one segment. For one thread and rising documents. */
    private final class InSegment {
        private final List<Places> places = new ArrayList<>();
        private final BinaryDocValues borders;
        /** Asked of every stretch. */
        private final boolean loose = arrangement instanceof Sequence sequence && sequence.isLoose();

        InSegment(LeafReaderContext segment) throws IOException {
            for (String piece : pieces) {
                places.add(new Places(piece, segment));
            }
            borders = DocValues.getBinary(segment.reader(), Fields.borders(extent));
        }

        /** Whether the pieces stand so at least once: the inner loop of every pattern, which ends at the first that does. */
        boolean holds(int document) throws IOException {
            List<int[]> starts = starts(document);
            if (starts.isEmpty() || !borders.advanceExact(document)) {
                return false;
            }
            Positions.Cursor begins = new Positions.Cursor(borders.binaryValue());
            int from = -1;
            int to = begins.next();
            for (int start : fewest(starts)) {
                if (start < to) {
                    continue; // of a stretch that was looked at
                }
                for (; to <= start; to = begins.hasNext() ? begins.next() : Integer.MAX_VALUE) {
                    from = to;
                }
                if (hold(starts, begin(from), to)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether the stretch from {@code from} to {@code to} holds the pieces. */
        private boolean hold(List<int[]> starts, int from, int to) {
            boolean mayHold = switch (arrangement) {
                case Sequence sequence -> inOrder(sequence, starts, from, to);
                case Proximity near -> allIn(near, starts, from, to);
            };
            return mayHold && (loose || arrangement.occurs(between(starts, from, to)));
        }

        /** The starts of the pieces in each stretch that may hold them all, one after the other. */
        Stream<List<int[]>> stretches(int document) throws IOException {
            List<int[]> starts = starts(document);
            return !starts.isEmpty() && borders.advanceExact(document)
                    ? cut(starts, Positions.decoded(borders.binaryValue()))
                    : Stream.empty();
        }

        /** The starts of each piece; none at all when one of them is missing. */
        private List<int[]> starts(int document) throws IOException {
            List<int[]> starts = new ArrayList<>(places.size());
            for (Places piece : places) {
                int[] found = piece.in(document);
                if (found.length == 0) {
                    return List.of();
                }
                starts.add(found);
            }
            return starts;
        }

        private Stream<List<int[]>> cut(List<int[]> starts, Positions begins) {
            return Arrays.stream(starts.getFirst())
                    .map(begins::floor)
                    .distinct()
                    .mapToObj(stretch -> between(starts, begin(begins.value(stretch)), begins.value(stretch + 1)))
                    .filter(inside -> inside.stream().allMatch(found -> found.length > 0));
        }
    }

    /** The starts of the piece that stands there least often: only stretches with that one can hold all. */
    private static int[] fewest(List<int[]> starts) {
        int[] fewest = starts.getFirst();
        for (int[] each : starts) {
            fewest = each.length < fewest.length ? each : fewest;
        }
        return fewest;
    }

    private static boolean allIn(Arrangement arrangement, List<int[]> starts, int from, int to) {
        for (int piece = 0; piece < starts.size(); piece++) {
            int[] all = starts.get(piece);
            int next = place(all, from);
            if (next == all.length || all[next] + arrangement.lengths().get(piece) > to) {
                return false;
            }
        }
        return true;
    }

    /** Whether the pieces stand there in order, however far apart. Most stretches do not hold even that. */
    private static boolean inOrder(Sequence sequence, List<int[]> starts, int from, int to) {
        int least = from;
        for (int piece = 0; piece < starts.size(); piece++) {
            int[] all = starts.get(piece);
            int length = sequence.lengths().get(piece);
            int next = place(all, least);
            if (next == all.length || all[next] + length > to) {
                return false;
            }
            least = all[next] + length + sequence.least();
        }
        return true;
    }

    private int begin(int stretch) {
        return inside ? stretch + 1 : stretch;
    }

    private List<int[]> between(List<int[]> starts, int from, int to) {
        List<int[]> inside = new ArrayList<>();
        for (int piece = 0; piece < starts.size(); piece++) {
            int[] all = starts.get(piece);
            int end = place(all, to - arrangement.lengths().get(piece) + 1);
            int begin = Math.min(place(all, from), end);
            inside.add(Arrays.copyOfRange(all, begin, end));
        }
        return inside;
    }

    /** The index of the first value that is at least {@code least}. */
    private static int place(int[] ascending, int least) {
        int found = Arrays.binarySearch(ascending, least);
        return found >= 0 ? found : -found - 1;
    }
}
