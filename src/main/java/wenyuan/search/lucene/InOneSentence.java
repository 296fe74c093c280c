package wenyuan.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import wenyuan.search.Sequence;
import wenyuan.search.Slotted;

/**
 * Checks from positions alone, without reading the text, that pieces follow one another inside one sentence of the whole
 * text.
 *
 * @param pieces letters of the pieces, each of which {@link Bigrams#terms} can tell
 * @param inside whether a letter of the same sentence stands in front of the first piece
 */
record InOneSentence(List<String> pieces, Sequence sequence, boolean inside) implements CheckedQuery.Check {
    /** The check for these pieces, with gaps counted in letters. */
    static InOneSentence of(List<String> pieces, List<Integer> gaps) {
        return new InOneSentence(pieces, new Sequence(lengths(pieces), 0, gaps), false);
    }

    /** The check for a string with placeholders between its pieces, or in front of them, but not behind. */
    static InOneSentence of(Slotted slotted) {
        List<String> pieces = slotted.pieces();
        List<Integer> names = Collections.nCopies(pieces.size() - 1, Slotted.LONGEST_NAME);
        return new InOneSentence(pieces, new Sequence(lengths(pieces), 1, names), slotted.before());
    }

    private static List<Integer> lengths(List<String> pieces) {
        return pieces.stream()
                .map(piece -> piece.codePointCount(0, piece.length()))
                .toList();
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
        List<Places> places = new ArrayList<>();
        for (String piece : pieces) {
            places.add(new Places(piece, segment));
        }
        BinaryDocValues sentences = DocValues.getBinary(segment.reader(), Fields.SENTENCES);
        return document -> holds(document, places, sentences);
    }

    private boolean holds(int document, List<Places> places, BinaryDocValues sentences) throws IOException {
        List<int[]> starts = new ArrayList<>();
        for (Places piece : places) {
            int[] found = piece.in(document);
            if (found.length == 0) {
                return false;
            }
            starts.add(found);
        }
        return sentences.advanceExact(document) && inOneSentence(starts, Positions.decoded(sentences.binaryValue()));
    }

    private boolean inOneSentence(List<int[]> starts, Positions sentences) {
        int last = -1;
        for (int start : starts.getFirst()) {
            int sentence = sentences.floor(start);
            if (sentence != last
                    && occursBetween(starts, begin(sentences.value(sentence)), sentences.value(sentence + 1))) {
                return true;
            }
            last = sentence;
        }
        return false;
    }

    private int begin(int sentence) {
        return inside ? sentence + 1 : sentence;
    }

    private boolean occursBetween(List<int[]> starts, int from, int to) {
        List<int[]> inside = new ArrayList<>();
        for (int piece = 0; piece < starts.size(); piece++) {
            int[] all = starts.get(piece);
            int end = place(all, to - sequence.lengths().get(piece) + 1);
            int begin = Math.min(place(all, from), end);
            if (begin == end) {
                return false;
            }
            inside.add(Arrays.copyOfRange(all, begin, end));
        }
        return sequence.occurs(inside);
    }

    /** The index of the first value that is at least {@code least}. */
    private static int place(int[] ascending, int least) {
        int found = Arrays.binarySearch(ascending, least);
        return found >= 0 ? found : -found - 1;
    }
}
