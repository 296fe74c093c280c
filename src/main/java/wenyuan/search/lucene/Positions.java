package wenyuan.search.lucene;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import wenyuan.model.Span;
import wenyuan.query.Extent;
import wenyuan.query.Scope;
import wenyuan.search.Reading;

/** Rising positions in the {@code chars} of the whole text, as {@link Bigrams} counts them. Immutable. */
final class Positions {
    private final int[] values;

    /** These values, ascending. */
    Positions(int... values) {
        this.values = values;
    }

    /** Where the sentences or paragraphs of a document begin. Each ends where the next begins. */
    static Positions of(Extent extent, Reading reading) {
        Counter counter = new Counter(reading);
        return switch (extent) {
            case SENTENCE -> ofSentences(reading, counter);
            case PARAGRAPH -> new Positions(counter.bases);
        };
    }

    private static Positions ofSentences(Reading reading, Counter counter) {
        return new Positions(IntStream.concat(
                        Arrays.stream(counter.bases),
                        reading.sentenceStretches(new Scope.Text()).stream()
                                .mapToInt(sentence -> counter.position(sentence.start())))
                .sorted()
                .distinct()
                .toArray());
    }

    /** Where the passages of a scope begin and end, in turn. */
    static Positions ofPassages(Reading reading, Scope scope) {
        Counter counter = new Counter(reading);
        return new Positions(reading.stretches(scope).stream()
                .flatMap(stretch -> Stream.of(counter.position(stretch.start()), counter.end(stretch.end())))
                .mapToInt(Integer::intValue)
                .toArray());
    }

    /** As differences in variable-length integers. */
    BytesRef encoded() {
        byte[] bytes = new byte[values.length * 5];
        int length = 0;
        int last = 0;
        for (int value : values) {
            int rest = value - last;
            last = value;
            for (; rest > 0x7f; rest >>>= 7) {
                bytes[length++] = (byte) (rest | 0x80);
            }
            bytes[length++] = (byte) rest;
        }
        return new BytesRef(ArrayUtil.copyOfSubArray(bytes, 0, length));
    }

    /** Reads what {@link #encoded} wrote. */
    static Positions decoded(BytesRef encoded) {
        int[] values = new int[encoded.length];
        int size = 0;
        for (Cursor cursor = new Cursor(encoded); cursor.hasNext(); ) {
            values[size++] = cursor.next();
        }
        return new Positions(Arrays.copyOf(values, size));
    }

    /** Reads encoded positions one after the other, for who seldom needs the last. For one thread. */
    static final class Cursor {
        private final byte[] bytes;
        private final int end;
        private int at;
        private int value;

        /** Stands in front of the first. */
        Cursor(BytesRef encoded) {
            bytes = encoded.bytes;
            at = encoded.offset;
            end = encoded.offset + encoded.length;
        }

        boolean hasNext() {
            return at < end;
        }

        /** The next position. */
        int next() {
            byte next = bytes[at++];
            int difference = next & 0x7f;
            for (int shift = 7; next < 0; shift += 7) {
                next = bytes[at++];
                difference |= (next & 0x7f) << shift;
            }
            value += difference;
            return value;
        }
    }

    /** The number of the last value that is not above {@code position}, or -1. */
    int floor(int position) {
        int found = Arrays.binarySearch(values, position);
        return found >= 0 ? found : -found - 2;
    }

    /** The value with this number; beyond the last, a position that no text reaches. */
    int value(int number) {
        return number < values.length ? values[number] : Integer.MAX_VALUE;
    }

    /** Turns offsets in the letters of a document into positions. */
    private static final class Counter {
        private final String letters;
        private final List<Span> passages;
        private final int[] bases;

        Counter(Reading reading) {
            letters = reading.letters().text();
            passages = reading.stretches(new Scope.Text());
            bases = Bigrams.bases(IndexedDocument.passages(reading, new Scope.Text()));
        }

        int position(int place) {
            int found = Collections.binarySearch(passages, new Span(place, Integer.MAX_VALUE));
            int passage = found >= 0 ? found : -found - 2;
            return bases[passage] + letters.codePointCount(passages.get(passage).start(), place);
        }

        /** The position behind the letter that ends at {@code place}: there the next passage may begin. */
        int end(int place) {
            return position(letters.offsetByCodePoints(place, -1)) + 1;
        }
    }
}
