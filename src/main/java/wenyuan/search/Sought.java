package wenyuan.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wenyuan.model.Span;
import wenyuan.query.Extent;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.text.Normal;
import wenyuan.text.Segmenter;

/** One thing to look for in a text: what a query comes down to when only its matches are wanted. Immutable. */
public sealed interface Sought {
    /** The part of the text in which it is looked for. */
    Scope scope();

    /** Letters in a row. */
    record Letters(String letters, Scope scope) implements Sought {}

    /** Letters in a row or, in a text without them, each of their parts. */
    record Divided(String letters, List<String> parts, Scope scope) implements Sought {}

    /** Characters in a row, exactly as typed. */
    record Exact(String text, Scope scope) implements Sought {}

    /**
     * Pieces (as letters) so arranged inside one sentence or paragraph.
     *
     * @param literal letters of a pattern as one string, which matches across sentences too; empty when there is none
     */
    record Pieces(String literal, List<String> pieces, Arrangement arrangement, Extent extent, Scope scope)
            implements Sought {
        public Pieces {
            pieces = List.copyOf(pieces);
        }
    }

    /** Letters with placeholders that stand for names. */
    record Named(Slotted slotted, Scope scope) implements Sought {}

    /** What a document that matches {@code query} may hold; what must not occur is left out. */
    static List<Sought> in(Query query, Segmenter segmenter) {
        List<Sought> found = new ArrayList<>();
        add(found, query, segmenter);
        return found.stream().distinct().toList();
    }

    /**
     * What is counted, and listed line by line: here a chunk typed without quotes is one string, like a quoted one. Of
     * what must not occur nothing is counted.
     */
    static List<Sought> counted(Query query) {
        List<Sought> found = new ArrayList<>();
        addCounted(found, query);
        return found.stream()
                .distinct()
                .filter(sought -> found.stream().noneMatch(other -> wider(other, sought)))
                .toList();
    }

    private static boolean wider(Sought other, Sought sought) {
        return sought instanceof Letters(String letters, Scope scope)
                && !(scope instanceof Scope.Text)
                && other.equals(new Letters(letters, new Scope.Text()));
    }

    private static void addCounted(List<Sought> found, Query query) {
        switch (query) {
            case Query.Words(String text, Scope scope) -> addLetters(found, letters(text), scope);
            case Query.Thought(String text) -> addLetters(found, letters(text), new Scope.Text());
            case Query.Verbatim(String text, boolean exact, Scope scope) -> {
                Optional<Slotted> slotted = exact ? Optional.empty() : Slotted.of(letters(text));
                if (exact && !text.isEmpty()) {
                    found.add(new Exact(text, scope));
                } else if (slotted.isPresent()) {
                    found.add(new Named(slotted.get(), scope));
                } else {
                    addLetters(found, letters(text), scope);
                }
            }
            case Query.Pattern pattern ->
                pieces(pattern)
                        .ifPresentOrElse(
                                found::add, () -> addLetters(found, letters(pattern.literal()), pattern.scope()));
            case Query.Near near -> near(near).ifPresent(found::add);
            case Query.Widened(Query.Words typed, List<Query> others) -> {
                addCounted(found, typed);
                others.forEach(other -> addCounted(found, other));
            }
            case Query.Masked(String text, Scope scope) -> addLetters(found, letters(text), scope);
            case Query.And(List<Query> parts) -> parts.forEach(part -> addCounted(found, part));
            case Query.Or(List<Query> parts) -> parts.forEach(part -> addCounted(found, part));
            case Query.All all -> {}
            case Query.Not not -> {}
            case Query.Filter filter -> {}
            case Query.Years years -> {}
            case Query.Parts parts -> {}
        }
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
            case Query.Near near -> near(near).ifPresent(found::add);
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

    private static void addWords(List<Sought> found, Wording wording, Segmenter segmenter, Scope scope) {
        addLetters(found, wording.whole(), scope);
        for (String word : wording.words()) {
            List<String> parts = segmenter.parts(word);
            found.add(parts.isEmpty() ? new Letters(word, scope) : new Divided(word, parts, scope));
        }
    }

    private static void addPattern(List<Sought> found, Query.Pattern pattern) {
        addLetters(found, letters(pattern.literal()), pattern.scope());
        pieces(pattern).ifPresent(found::add);
    }

    private static Optional<Sought> pieces(Query.Pattern pattern) {
        List<String> pieces = pattern.pieces().stream().map(Sought::letters).toList();
        if (pieces.stream().anyMatch(String::isEmpty)) {
            return Optional.empty();
        }
        Sequence sequence = Sequence.of(pieces, pattern.gaps());
        return Optional.of(new Pieces(letters(pattern.literal()), pieces, sequence, pattern.extent(), pattern.scope()));
    }

    private static Optional<Sought> near(Query.Near near) {
        List<String> pieces = near.pieces().stream()
                .map(Sought::letters)
                .filter(piece -> !piece.isEmpty())
                .toList();
        return pieces.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pieces("", pieces, Proximity.of(pieces, near.within()), near.extent(), near.scope()));
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
            case Pieces pieces ->
                stretches(reading, pieces).stream()
                        .flatMap(
                                stretch -> new PiecesInStretch(reading.letters().text(), stretch, pieces).pieces())
                        .map(reading.letters()::source)
                        .sorted()
                        .toList();
        };
    }

    /**
     * The matches as they are counted, in {@link Reading#source()}, in order; of a string they may overlap (人人 stands
     * twice in 人人人). For pieces these are the shortest stretches from the first to the last piece, and the literal
     * pattern where it runs from one sentence into the next.
     */
    default List<Span> matches(Reading reading) {
        return this instanceof Pieces pieces
                ? Stream.concat(sequences(reading, pieces), acrossSentences(reading, pieces))
                        .sorted()
                        .map(reading.letters()::source)
                        .toList()
                : occurrences(reading);
    }

    private static Stream<Span> sequences(Reading reading, Pieces sought) {
        return stretches(reading, sought).stream()
                .flatMap(stretch -> new PiecesInStretch(reading.letters().text(), stretch, sought).matches());
    }

    /** Each of the stretches that must hold all pieces. */
    private static List<Span> stretches(Reading reading, Pieces sought) {
        return switch (sought.extent()) {
            case SENTENCE -> reading.sentenceStretches(sought.scope());
            case PARAGRAPH -> reading.stretches(sought.scope());
        };
    }

    private static Stream<Span> acrossSentences(Reading reading, Pieces sought) {
        if (sought.literal().isEmpty()) {
            return Stream.empty();
        }
        List<Span> sentences = stretches(reading, sought);
        return in(reading.letters().text(), sought.literal(), reading.stretches(sought.scope())).stream()
                .filter(literal -> !isInside(literal, sentences));
    }

    /** Whether one of {@code sentences}, which are in order, holds the whole of it. */
    private static boolean isInside(Span literal, List<Span> sentences) {
        int found = Collections.binarySearch(sentences, new Span(literal.start(), Integer.MAX_VALUE));
        int last = found >= 0 ? found : -found - 2;
        return last >= 0 && sentences.get(last).contains(literal);
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

    /** Where {@code wanted} begins inside a stretch of {@code text}; these may overlap. */
    static int[] starts(String text, String wanted, Span stretch) {
        IntStream.Builder starts = IntStream.builder();
        int start = text.indexOf(wanted, stretch.start(), stretch.end());
        while (start >= 0) {
            starts.add(start);
            start = text.indexOf(wanted, Math.min(start + 1, stretch.end()), stretch.end());
        }
        return starts.build().toArray();
    }
}
