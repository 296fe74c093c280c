package wenyuan.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import wenyuan.search.Arrangement;
import wenyuan.search.Proximity;
import wenyuan.search.Sequence;

/**
 * Checks from positions alone, without reading the text, that pieces stand together inside one sentence of the whole
 * text.
 *
 * @param pieces letters of the pieces, at least two letters each
 */
record InOneSentence(List<String> pieces, Arrangement arrangement) implements CheckedQuery.Check {
    /** The check for these pieces, with gaps counted in letters. */
    static InOneSentence of(List<String> pieces, List<Integer> gaps) {
        return new InOneSentence(pieces, new Sequence(lengths(pieces), gaps));
    }

    /** The check for these pieces in any order, at most {@code within} letters apart. */
    static InOneSentence near(List<String> pieces, int within) {
        return new InOneSentence(pieces, new Proximity(lengths(pieces), within));
    }

    private static List<Integer> lengths(List<String> pieces) {
        return pieces.stream()
                .map(piece -> piece.codePointCount(0, piece.length()))
                .toList();
    }

    /** The query that keeps what passes this check. */
    Query query() {
        List<Query> pairs = pieces.stream()
                .flatMap(piece -> Bigrams.of(piece).stream())
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
            if (sentence != last && occursBetween(starts, sentences.value(sentence), sentences.value(sentence + 1))) {
                return true;
            }
            last = sentence;
        }
        return false;
    }

    private boolean occursBetween(List<int[]> starts, int from, int to) {
        List<int[]> inside = new ArrayList<>();
        for (int piece = 0; piece < starts.size(); piece++) {
            int[] all = starts.get(piece);
            int end = place(all, to - arrangement.lengths().get(piece) + 1);
            int begin = Math.min(place(all, from), end);
            if (begin == end) {
                return false;
            }
            inside.add(Arrays.copyOfRange(all, begin, end));
        }
        return arrangement.occurs(inside);
    }

    /** The index of the first value that is at least {@code least}. */
    private static int place(int[] ascending, int least) {
        int found = Arrays.binarySearch(ascending, least);
        return found >= 0 ? found : -found - 1;
    }
}
