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

    /** Letters in a row or, in a text without them, each of their parts. */
    record Divided(String letters, List<String> parts, Scope scope) implements Sought {}

    /** Characters in a row, exactly as typed. */
    record Exact(String text, Scope scope) implements Sought {}

    /** Pieces (as letters) in this order inside one sentence. */
    record Pieces(List<String> pieces, Sequence sequence, Scope scope) implements Sought {}

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
            case Query.Words(String text, Scope scope) ->
                addWords(found, Wording.of(text, segmenter), segmenter, scope);
            case Query.Thought(String text) ->
                addWords(found, Wording.of(text, segmenter), segmenter, new Scope.Text());
            case Query.Verbatim(String text, boolean exact, Scope scope) -> {
                if (exact && !text.isEmpty()) {
                    found.add(new Exact(text, scope));
                } else {
                    addLetters(found, letters(text), scope);
                    Slotted.of(letters(text)).ifPresent(slotted -> found.add(new Named(slotted, scope)));
                }
            }
            case Query.Pattern pattern -> addPattern(found, pattern);
            case Query.And(List<Query> parts) -> parts.forEach(part -> add(found, part, segmenter));
            case Query.Or(List<Query> parts) -> parts.forEach(part -> add(found, part, segmenter));
            case Query.All all -> {}
            case Query.Not not -> {}
            case Query.Filter filter -> {}
            case Query.Years years -> {}
            case Query.Parts parts -> {}
        }
    }

    private static void addWords(List<Sought> found, Wording wording, Segmenter segmenter, Scope scope) {
        addLetters(found, wording.whole(), scope);
        for (String word : wording.words()) {
            List<String> parts = segmenter.parts(word);
            found.add(parts.isEmpty() ? new Letters(word, scope) : new Divided(word, parts, scope));
        }
    }

    private static void addPattern(List<Sought> found, Query.Pattern pattern) {
        addLetters(found, letters(pattern.literal()), pattern.scope());
        List<String> pieces = pattern.pieces().stream().map(Sought::letters).toList();
        if (pieces.stream().noneMatch(String::isEmpty)) {
            Sequence sequence = new Sequence(pieces.stream().map(String::length).toList(), 0, pattern.gaps());
            found.add(new Pieces(pieces, sequence, pattern.scope()));
        }
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
            case Divided(String letters, List<String> parts, Scope scope) -> {
                List<Span> whole = inLetters(reading, reading.stretches(scope), letters);
                yield whole.isEmpty()
                        ? parts.stream()
                                .flatMap(part -> inLetters(reading, reading.stretches(scope), part).stream())
                                .sorted()
                                .toList()
                        : whole;
            }
            case Named(Slotted slotted, Scope scope) ->
                inLetters(
                        reading,
                        slotted.pieces().size() > 1 ? reading.sentenceStretches(scope) : reading.stretches(scope),
                        slotted);
            case Exact(String text, Scope scope) -> in(reading.source(), text, reading.passages(scope));
            case Pieces(List<String> pieces, Sequence sequence, Scope scope) ->
                reading.sentenceStretches(scope).stream()
                        .flatMap(sentence -> inSentence(reading, sentence, pieces, sequence))
                        .toList();
        };
    }

    private static Stream<Span> inSentence(Reading reading, Span sentence, List<String> pieces, Sequence sequence) {
        List<int[]> starts = new ArrayList<>();
        for (String piece : pieces) {
            int[] found = starts(reading.letters().text(), piece, sentence);
            if (found.length == 0) {
                return Stream.empty();
            }
            starts.add(found);
        }
        List<int[]> kept = sequence.within(starts);
        return IntStream.range(0, pieces.size())
                .boxed()
                .flatMap(piece -> Arrays.stream(kept.get(piece))
                        .mapToObj(start ->
                                new Span(start, start + pieces.get(piece).length())))
                .map(reading.letters()::source);
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
