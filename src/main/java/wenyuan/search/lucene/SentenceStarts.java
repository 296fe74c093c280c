package wenyuan.search.lucene;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import wenyuan.model.Span;
import wenyuan.query.Scope;
import wenyuan.search.Reading;

/**
 * The positions at which the sentences of a document begin, as {@link Bigrams} counts them in the whole text. A sentence
 * ends where the next begins; it never reaches into the next passage.
 */
final class SentenceStarts {
    private final int[] positions;

    /** Sentences that begin at these positions, ascending. */
    SentenceStarts(int[] positions) {
        this.positions = positions;
    }

    /** Those of a document. */
    static SentenceStarts of(Reading reading) {
        Scope text = new Scope.Text();
        String letters = reading.letters().text();
        List<Span> passages = reading.stretches(text);
        int[] bases = Bigrams.bases(IndexedDocument.passages(reading, text));
        int[] sentences = reading.sentenceStretches(text).stream()
                .mapToInt(sentence -> position(letters, passages, bases, sentence.start()))
                .toArray();
        return new SentenceStarts(IntStream.concat(Arrays.stream(bases), Arrays.stream(sentences))
                .sorted()
                .distinct()
                .toArray());
    }

    private static int position(String letters, List<Span> passages, int[] bases, int place) {
        int found = Collections.binarySearch(passages, new Span(place, Integer.MAX_VALUE));
        int passage = found >= 0 ? found : -found - 2;
        return bases[passage] + letters.codePointCount(passages.get(passage).start(), place);
    }

    /** As differences in variable-length integers. */
    BytesRef encoded() {
        byte[] bytes = new byte[positions.length * 5];
        int length = 0;
        int last = 0;
        for (int position : positions) {
            int rest = position - last;
            last = position;
            for (; rest > 0x7f; rest >>>= 7) {
                bytes[length++] = (byte) (rest | 0x80);
            }
            bytes[length++] = (byte) rest;
        }
        return new BytesRef(ArrayUtil.copyOfSubArray(bytes, 0, length));
    }

    /** Reads what {@link #encoded} wrote. */
    static SentenceStarts decoded(BytesRef bytes) {
        ByteArrayDataInput input = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        IntStream.Builder positions = IntStream.builder();
        int last = 0;
        while (!input.eof()) {
            last += input.readVInt();
            positions.add(last);
        }
        return new SentenceStarts(positions.build().toArray());
    }

    /** The number of the sentence that holds {@code position}. */
    int sentence(int position) {
        int found = Arrays.binarySearch(positions, position);
        return found >= 0 ? found : -found - 2;
    }
}
