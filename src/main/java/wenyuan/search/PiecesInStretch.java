package wenyuan.search;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wenyuan.model.Span;

/**
 * Looks for pieces in one sentence or paragraph. Gaps count code points, spans UTF-16 units.
 *
 * @param letters of the whole text
 * @param stretch of {@code letters}
 */
record PiecesInStretch(String letters, Span stretch, Sought.Pieces sought) {
    /** Every piece that is part of a whole sequence, in {@link #letters}. */
    Stream<Span> pieces() {
        List<int[]> kept = inCodePoints(starts -> sought.arrangement().within(starts));
        if (kept.isEmpty()) {
            return Stream.empty();
        }
        IntUnaryOperator unit = unit();
        return IntStream.range(0, kept.size()).boxed().flatMap(piece -> {
            int length = sought.pieces().get(piece).length();
            return Arrays.stream(kept.get(piece)).map(unit).mapToObj(start -> new Span(start, start + length));
        });
    }

    /** Whole sequences as {@link Arrangement#matches} finds them, in {@link #letters}. */
    Stream<Span> matches() {
        List<Span> found = inCodePoints(starts -> sought.arrangement().matches(starts));
        if (found.isEmpty()) {
            return Stream.empty();
        }
        IntUnaryOperator unit = unit();
        return found.stream().map(match -> new Span(unit.applyAsInt(match.start()), unit.applyAsInt(match.end())));
    }

    private interface Finding<T> {
        List<T> in(List<int[]> starts);
    }

    private <T> List<T> inCodePoints(Finding<T> finding) {
        List<int[]> starts = sought.pieces().stream()
                .map(piece -> Sought.starts(letters, piece, stretch))
                .toList();
        return starts.stream().anyMatch(found -> found.length == 0)
                ? List.of()
                : finding.in(starts.stream().map(this::codePoints).toList());
    }

    private int[] codePoints(int[] units) {
        int[] places = new int[units.length];
        int last = stretch.start();
        int place = 0;
        for (int i = 0; i < units.length; i++) {
            place += letters.codePointCount(last, units[i]);
            last = units[i];
            places[i] = place;
        }
        return places;
    }

    /** From code points of the stretch to units of the text. */
    private IntUnaryOperator unit() {
        int[] lengths = letters.substring(stretch.start(), stretch.end())
                .codePoints()
                .map(Character::charCount)
                .toArray();
        if (lengths.length == stretch.length()) {
            return place -> stretch.start() + place;
        }
        Arrays.parallelPrefix(lengths, Integer::sum);
        return place -> stretch.start() + (place == 0 ? 0 : lengths[place - 1]);
    }
}
