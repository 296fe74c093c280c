package wenyuan.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import wenyuan.query.Scope;
import wenyuan.search.Sequence;

/**
 * Checks from positions alone, without reading the text, that pieces follow one another inside one sentence of the whole
 * text.
 *
 * @param pieces letters of the pieces, at least two letters each
 */
record InOneSentence(List<String> pieces, Sequence sequence) implements CheckedQuery.Check {
    private static final String FIELD = Fields.chars(new Scope.Text());

    /** The check for these pieces, with gaps counted in letters. */
    static InOneSentence of(List<String> pieces, List<Integer> gaps) {
        List<Integer> lengths = pieces.stream()
                .map(piece -> piece.codePointCount(0, piece.length()))
                .toList();
        return new InOneSentence(pieces, new Sequence(lengths, gaps));
    }

    /** The query that keeps what passes this check. */
    Query query() {
        List<Query> pairs = pieces.stream()
                .flatMap(piece -> Bigrams.of(piece).stream())
                .distinct()
                .map(pair -> (Query) new TermQuery(new Term(FIELD, pair)))
                .toList();
        return new CheckedQuery(Strings.all(pairs), this);
    }

    @Override
    public CheckedQuery.InSegment in(LeafReaderContext segment) throws IOException {
        List<IntervalIterator> iterators = new ArrayList<>();
        for (String piece : pieces) {
            IntervalIterator iterator = source(piece).intervals(FIELD, segment);
            if (iterator == null) {
                return document -> false;
            }
            iterators.add(iterator);
        }
        BinaryDocValues sentences = DocValues.getBinary(segment.reader(), Fields.SENTENCES);
        return document -> holds(document, iterators, sentences);
    }

    private static IntervalsSource source(String piece) {
        List<String> pairs = Bigrams.of(piece);
        return pairs.size() == 1 ? Intervals.term(pairs.getFirst()) : Intervals.phrase(pairs.toArray(String[]::new));
    }

    private boolean holds(int document, List<IntervalIterator> iterators, BinaryDocValues sentences)
            throws IOException {
        List<int[]> starts = new ArrayList<>();
        for (IntervalIterator iterator : iterators) {
            int[] found = starts(iterator, document);
            if (found.length == 0) {
                return false;
            }
            starts.add(found);
        }
        return sentences.advanceExact(document)
                && inOneSentence(starts, SentenceStarts.decoded(sentences.binaryValue()));
    }

    private static int[] starts(IntervalIterator iterator, int document) throws IOException {
        if (iterator.docID() < document) {
            iterator.advance(document);
        }
        IntStream.Builder starts = IntStream.builder();
        if (iterator.docID() == document) {
            while (iterator.nextInterval() != IntervalIterator.NO_MORE_INTERVALS) {
                starts.add(iterator.start());
            }
        }
        return starts.build().toArray();
    }

    private boolean inOneSentence(List<int[]> starts, SentenceStarts sentences) {
        List<TreeMap<Integer, int[]>> bySentence = new ArrayList<>();
        for (int piece = 0; piece < starts.size(); piece++) {
            bySentence.add(grouped(starts.get(piece), sequence.lengths().get(piece), sentences));
        }
        return bySentence.getFirst().keySet().stream()
                .filter(sentence -> bySentence.stream().allMatch(piece -> piece.containsKey(sentence)))
                .anyMatch(sentence -> sequence.occurs(
                        bySentence.stream().map(piece -> piece.get(sentence)).toList()));
    }

    /** The starts by the sentence in which the whole piece lies. */
    private static TreeMap<Integer, int[]> grouped(int[] starts, int length, SentenceStarts sentences) {
        TreeMap<Integer, int[]> grouped = new TreeMap<>();
        Arrays.stream(starts)
                .filter(start -> sentences.sentence(start) == sentences.sentence(start + length - 1))
                .forEach(start -> grouped.merge(
                        sentences.sentence(start),
                        new int[] {start},
                        (first, second) -> IntStream.concat(Arrays.stream(first), Arrays.stream(second))
                                .toArray()));
        return grouped;
    }
}
