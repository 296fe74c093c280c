package wenyuan.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wenyuan.model.Block;
import wenyuan.model.Document;
import wenyuan.query.Extent;
import wenyuan.text.Normal;

/**
 * What a search must find, by reading every text from end to end: no index, no segmenter, none of the program's own
 * matching. Immutable.
 */
final class Oracle {
    private final List<Text> texts;

    Oracle(List<Document> documents) {
        this.texts = documents.stream().map(Text::of).toList();
    }

    /**
     * A document as it may be searched.
     *
     * @param lines every line, and a title that does not stand in the text
     * @param letters the same as letters of the normal form
     * @param sentences letters of the sentences, and of a title that does not stand in the text
     */
    private record Text(String id, List<String> lines, List<String> letters, List<String> sentences) {
        static Text of(Document document) {
            List<String> title = document.titleSpan().isPresent() ? List.of() : List.of(document.title());
            List<String> blocks = document.blocks().stream()
                    .map(Block::span)
                    .map(span -> span.of(document.text()))
                    .toList();
            List<String> lines = Stream.of(blocks, title).flatMap(List::stream).toList();
            Stream<String> sentences = document.sentences().isEmpty()
                    ? blocks.stream()
                    : document.sentences().stream().map(span -> span.of(document.text()));
            return new Text(
                    document.id(),
                    lines,
                    lines.stream().map(Oracle::letters).toList(),
                    Stream.concat(sentences, title.stream())
                            .map(Oracle::letters)
                            .toList());
        }
    }

    /** What matching sees of a string: letters and digits of the normal form, without punctuation. */
    static String letters(String text) {
        return Normal.of(text).letters().text();
    }

    static int count(String letters) {
        return letters.codePointCount(0, letters.length());
    }

    /** Documents with these letters in a row inside one line. */
    Set<String> holding(String letters) {
        return ids(text -> text.letters().stream().anyMatch(line -> line.contains(letters)));
    }

    /** Documents with exactly these characters in a row inside one line. */
    Set<String> exactly(String characters) {
        return ids(text -> text.lines().stream().anyMatch(line -> line.contains(characters)));
    }

    /**
     * Documents with {@code pieces} in this order inside one sentence or line.
     *
     * @param gaps most letters between a piece and the next, negative where there is no limit
     */
    Set<String> inOrder(Extent extent, List<String> pieces, List<Integer> gaps) {
        StringBuilder expression = new StringBuilder(Pattern.quote(pieces.getFirst()));
        IntStream.range(1, pieces.size()).forEach(piece -> {
            int gap = gaps.get(piece - 1);
            expression.append(gap < 0 ? ".*" : ".{0," + gap + "}").append(Pattern.quote(pieces.get(piece)));
        });
        Pattern pattern = Pattern.compile(expression.toString(), Pattern.DOTALL);
        return ids(text -> (extent == Extent.SENTENCE ? text.sentences() : text.letters())
                .stream()
                        .filter(stretch -> pieces.stream().allMatch(stretch::contains))
                        .anyMatch(stretch -> pattern.matcher(stretch).find()));
    }

    /** How often these letters stand in a row inside one line, also where they overlap (人人 stands twice in 人人人). */
    long occurrences(String letters) {
        return texts.stream()
                .flatMap(text -> text.letters().stream())
                .mapToLong(line -> IntStream.range(0, line.length())
                        .filter(place -> line.startsWith(letters, place))
                        .count())
                .sum();
    }

    /** Sentences of a document, as letters. */
    List<String> sentences(int document) {
        return texts.get(document).sentences();
    }

    /** Lines of a document. */
    List<String> lines(int document) {
        return texts.get(document).lines();
    }

    int documents() {
        return texts.size();
    }

    private Set<String> ids(Predicate<Text> held) {
        Set<String> ids = new TreeSet<>();
        texts.stream().filter(held).map(Text::id).forEach(ids::add);
        return ids;
    }
}
