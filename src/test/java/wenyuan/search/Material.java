package wenyuan.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.text.Normal;
import wenyuan.text.Segmenter;
import wenyuan.text.Token;

/**
 * Sentences and headings of real documents, cut into words once: what generated documents are put together from. Kept in a
 * file, so that the same documents come of it whatever becomes of the rules. Immutable.
 */
public final class Material {
    private static final int LONGEST = 160;
    private static final int LONGEST_HEADING = 30;

    private final List<List<Word>> sentences;
    private final List<List<Word>> headings;
    /** All words of the sentences by nature, as often as they stand there. */
    private final Map<String, List<Word>> byNature = new HashMap<>();

    private Material(List<List<Word>> sentences, List<List<Word>> headings) {
        this.sentences = List.copyOf(sentences);
        this.headings = List.copyOf(headings);
        sentences.forEach(sentence ->
                sentence.forEach(word -> byNature.computeIfAbsent(word.nature(), nature -> new ArrayList<>())
                        .add(word)));
    }

    /**
     * A word as it stands in a text.
     *
     * @param normal the same in normal form
     */
    public record Word(String text, String normal, String nature) {
        /** A word of a known nature. */
        public static Word of(String text, String nature) {
            return new Word(text, Normal.of(text).text(), nature);
        }
    }

    /** What {@code documents} are made of, and writes it into {@code file}. */
    public static Material of(List<Document> documents, Segmenter segmenter, Path file) {
        List<String> lines = new ArrayList<>();
        for (Document document : documents) {
            Stream<String> sentences = document.sentences().stream().map(span -> text(document, span));
            Stream<String> headings = document.outline().stream()
                    .filter(heading -> heading.level() < 5)
                    .map(heading -> text(document, heading.span()).replaceFirst("^[^、）.]{1,4}[、）.]", ""));
            sentences
                    .filter(text -> readable(text, LONGEST))
                    .map(text -> "S" + cut(text, segmenter))
                    .distinct()
                    .forEach(lines::add);
            headings.filter(text -> readable(text, LONGEST_HEADING))
                    .map(text -> "H" + cut(text, segmenter))
                    .distinct()
                    .forEach(lines::add);
        }
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(file);
    }

    private static String text(Document document, Span span) {
        return span.of(document.text()).replaceAll("\\s+", "");
    }

    private static boolean readable(String text, int longest) {
        long han = text.codePoints().filter(Character::isIdeographic).count();
        return text.length() >= 6 && text.length() <= longest && han * 10 >= text.length() * 7L;
    }

    private static String cut(String text, Segmenter segmenter) {
        StringBuilder line = new StringBuilder();
        for (Token token : segmenter.segment(text)) {
            line.append('\t').append(token.span().of(text)).append(' ').append(token.nature());
        }
        return line.toString();
    }

    /** Reads what {@link #of} wrote. */
    public static Material read(Path file) {
        Map<String, Word> words = new HashMap<>();
        try {
            Map<Boolean, List<List<Word>>> parts = Files.readAllLines(file).stream()
                    .collect(Collectors.partitioningBy(
                            line -> line.startsWith("S"),
                            Collectors.mapping(line -> words(line, words), Collectors.toList())));
            return new Material(parts.get(true), parts.get(false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Word> words(String line, Map<String, Word> known) {
        return Arrays.stream(line.split("\t"))
                .skip(1)
                .map(word -> known.computeIfAbsent(word, Material::word))
                .toList();
    }

    private static Word word(String written) {
        int blank = written.lastIndexOf(' ');
        return Word.of(written.substring(0, blank), written.substring(blank + 1));
    }

    List<List<Word>> sentences() {
        return sentences;
    }

    List<List<Word>> headings() {
        return headings;
    }

    /** Words of a nature, each as often as it stands in the sentences. */
    List<Word> of(String nature) {
        return byNature.getOrDefault(nature, List.of());
    }
}
