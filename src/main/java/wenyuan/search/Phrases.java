package wenyuan.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import wenyuan.text.Segmenter;
import wenyuan.text.Token;

/** Words and strings of words that begin, sound or are spelled like what is being typed. Belongs to one question. */
final class Phrases {
    private static final Pattern LATIN = Pattern.compile("[a-z]+");
    private static final int WORDS = 10;
    /** Strings for which the engine is asked. */
    private static final int TRIED = 6;

    private final KnownNames names;
    private final Vocabulary vocabulary;
    private final Segmenter segmenter;
    private final Holdings holdings;

    Phrases(KnownNames names, Vocabulary vocabulary, Segmenter segmenter, Holdings holdings) {
        this.names = names;
        this.vocabulary = vocabulary;
        this.segmenter = segmenter;
        this.holdings = holdings;
    }

    /** For {@code letters}, in normal form, without an order; those that nobody holds have zero documents. */
    List<Vocabulary.Word> of(String letters) {
        boolean latin = LATIN.matcher(letters).matches();
        if (latin && letters.length() < 2) {
            return List.of();
        }
        Map<String, Long> found = new LinkedHashMap<>();
        vocabulary.beginning(letters, WORDS).forEach(word -> found.put(word.text(), word.documents()));
        List<String> tried =
                new ArrayList<>(names.phrases(letters).stream().limit(TRIED).toList());
        tried.addAll(latin ? spelled(letters, found.isEmpty()) : continued(letters));
        tried.forEach(string -> found.computeIfAbsent(string, holdings::documents));
        found.remove(letters);
        List<Vocabulary.Word> words = new ArrayList<>();
        found.forEach((text, documents) -> words.add(new Vocabulary.Word(text, documents)));
        return words;
    }

    /** Several words, written together. */
    private List<String> spelled(String letters, boolean wanted) {
        return wanted ? new Guesses(() -> vocabulary, segmenter, holdings::documents).ofPinyin(letters) : List.of();
    }

    /** What was typed, with its last word or character completed: 基层治 becomes 基层治理. */
    private List<String> continued(String letters) {
        List<Token> tokens = segmenter.segment(letters);
        int last = tokens.isEmpty() ? 0 : tokens.getLast().span().start();
        return last == 0
                ? List.of()
                : vocabulary.beginning(letters.substring(last), TRIED).stream()
                        .map(word -> letters.substring(0, last) + word.text())
                        .toList();
    }
}
