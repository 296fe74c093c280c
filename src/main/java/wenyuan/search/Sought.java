package wenyuan.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wenyuan.model.Span;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.text.Normal;
import wenyuan.text.Segmenter;

/** One thing to look for in a text: what a query comes down to when only its matches are wanted. Immutable. */
sealed interface Sought {
    Scope scope();

    /** Letters in a row. */
    record Letters(String letters, Scope scope) implements Sought {}

    /** Characters in a row, exactly as typed. */
    record Exact(String text, Scope scope) implements Sought {}

    /** Pieces (as letters) so arranged inside one sentence. */
    record Pieces(List<String> pieces, Arrangement arrangement, Scope scope) implements Sought {}

    /** Letters with placeholders that stand for names. */
    record Named(Slotted slotted, Scope scope) implements Sought {}

    /** What a document that matches {@code query} may hold; what must not occur is left out. */
    static List<Sought> in(Query query, Segmenter segmenter) {
        List<Sought> found = new ArrayList<>();
        add(found, query, segmenter);
        return found.stream().distinct().toList();
    }

    private static void add(List<Sought> found, Query query, Segmenter segmenter) {
        switch (query) {
            case Query.Words(String text, Scope scope) -> addWords(found, Wording.of(text, segmenter), scope);
            case Query.Thought(String text) -> addWords(found, Wording.of(text, segmenter), new Scope.Text());
            case Query.Verbatim(String text, boolean exact, Scope scope) -> {
                if (exact && !text.isEmpty()) {
                    found.add(new Exact(text, scope));
                } else {
                    addLetters(found, letters(text), scope);
                    Slotted.of(letters(text)).ifPresent(slotted -> found.add(new Named(slotted, scope)));
                }
            }
            case Query.Pattern pattern -> addPattern(found, pattern);
            case Query.Near near -> addNear(found, near);
            case Query.Widened(Query.Words typed, List<Query> others) -> {
                add(found, typed, segmenter);
                others.forEach(other -> add(found, other, segmenter));
            }
            case Query.Masked(String text, Scope scope) -> addLetters(found, letters(text), scope);
            case Query.And(List<Query> parts) -> parts.forEach(part -> add(found, part, segmenter));
            case Query.Or(List<Query> parts) -> parts.forEach(part -> add(found, part, segmenter));
            case Query.All all -> {}
            case Query.Not not -> {}
            case Query.Filter filter -> {}
            case Query.Years years -> {}
            case Query.Parts parts -> {}
        }
    }

    private static void addWords(List<Sought> found, Wording wording, Scope scope) {
        addLetters(found, wording.whole(), scope);
        wording.words().forEach(word -> addLetters(found, word, scope));
    }

    private static void addPattern(List<Sought> found, Query.Pattern pattern) {
        addLetters(found, letters(pattern.literal()), pattern.scope());
        List<String> pieces = pattern.pieces().stream().map(Sought::letters).toList();
        if (pieces.stream().noneMatch(String::isEmpty)) {
            found.add(new Pieces(pieces, new Sequence(lengths(pieces), pattern.gaps()), pattern.scope()));
        }
    }

    private static void addNear(List<Sought> found, Query.Near near) {
        List<String> pieces = near.pieces().stream()
                .map(Sought::letters)
                .filter(piece -> !piece.isEmpty())
                .toList();
        if (!pieces.isEmpty()) {
            found.add(new Pieces(pieces, new Proximity(lengths(pieces), near.within()), near.scope()));
        }
    }

    private static List<Integer> lengths(List<String> pieces) {
        return pieces.stream()
                .map(piece -> piece.codePointCount(0, piece.length()))
                .toList();
    }

    private static void addLetters(List<Sought> found, String letters, Scope scope) {
        if (!letters.isEmpty()) {
            found.add(new Letters(letters, scope));
        }
    }

    private static String letters(String text) {
        return Normal.of(text).letters().text();
    }

    /** Where this occurs in {@link Reading#source()}, in order; for pieces, where each of them stands. */
    default List<Span> occurrences(Reading reading) {
        return switch (this) {
            case Letters(String letters, Scope scope) -> inLetters(reading, reading.stretches(scope), letters);
            case Named(Slotted slotted, Scope scope) ->
                inLetters(
                        reading,
                        slotted.pieces().size() > 1 ? reading.sentenceStretches(scope) : reading.stretches(scope),
                        slotted);
            case Exact(String text, Scope scope) -> in(reading.source(), text, reading.passages(scope));
            case Pieces(List<String> pieces, Arrangement arrangement, Scope scope) ->
                reading.sentenceStretches(scope).stream()
                        .flatMap(sentence -> inSentence(reading, sentence, pieces, arrangement))
                        .toList();
        };
    }

    private static Stream<Span> inSentence(
            Reading reading, Span sentence, List<String> pieces, Arrangement arrangement) {
        String text = reading.letters().text();
        List<int[]> starts = new ArrayList<>();
        for (String piece : pieces) {
            int[] found = starts(text, piece, sentence);
            if (found.length == 0) {
                return Stream.empty();
            }
            starts.add(counted(text, sentence.start(), found));
        }
        List<int[]> kept = arrangement.within(starts);
        return IntStream.range(0, pieces.size())
                .boxed()
                .flatMap(piece -> Arrays.stream(offsets(text, sentence.start(), kept.get(piece)))
                        .mapToObj(start ->
                                new Span(start, start + pieces.get(piece).length())))
                .map(reading.letters()::source)
                .sorted();
    }

    /** How many letters stand between {@code from} and each of the ascending offsets. */
    private static int[] counted(String text, int from, int[] offsets) {
        int[] counts = new int[offsets.length];
        for (int i = 0; i < counts.length; i++) {
            int before = i == 0 ? from : offsets[i - 1];
            counts[i] = (i == 0 ? 0 : counts[i - 1]) + text.codePointCount(before, offsets[i]);
        }
        return counts;
    }

    /** Undoes {@link #counted}. */
    private static int[] offsets(String text, int from, int[] counts) {
        int[] offsets = new int[counts.length];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = i == 0
                    ? text.offsetByCodePoints(from, counts[i])
                    : text.offsetByCodePoints(offsets[i - 1], counts[i] - counts[i - 1]);
        }
        return offsets;
    }

    private static List<Span> inLetters(Reading reading, List<Span> stretches, String letters) {
        return in(reading.letters().text(), letters, stretches).stream()
                .map(reading.letters()::source)
                .toList();
    }

    private static List<Span> inLetters(Reading reading, List<Span> stretches, Slotted slotted) {
        return stretches.stream()
                .flatMap(stretch -> slotted.in(reading.letters().text(), stretch).stream())
                .map(reading.letters()::source)
                .toList();
    }

    private static List<Span> in(String text, String wanted, List<Span> stretches) {
        List<Span> found = new ArrayList<>();
        for (Span stretch : stretches) {
            for (int start : starts(text, wanted, stretch)) {
                found.add(new Span(start, start + wanted.length()));
            }
        }
        return found;
    }

    private static int[] starts(String text, String wanted, Span stretch) {
        IntStream.Builder starts = IntStream.builder();
        int start = text.indexOf(wanted, stretch.start(), stretch.end());
        while (start >= 0) {
            starts.add(start);
            start = text.indexOf(wanted, Math.min(start + 1, stretch.end()), stretch.end());
        }
        return starts.build().toArray();
    }
}
