package wenyuan.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import wenyuan.model.Span;
import wenyuan.text.Normal;
import wenyuan.text.Pronunciation;
import wenyuan.text.Segmenter;
import wenyuan.text.Token;

/**
 * What somebody may have meant who typed pinyin, or a character that sounds or looks like the right one. A guess is a string that
 * stands in the archive. Belongs to one query.
 */
final class Guesses {
    private static final int MOST = 3;
    /** Words tried for one sound. */
    private static final int WORDS = 4;
    /** Strings looked up in all. */
    private static final int TRIED = 24;

    private static final int LONGEST_PINYIN = 48;
    private static final int LONGEST_CHUNK = 8;

    private final Supplier<Vocabulary> vocabulary;
    private final Segmenter segmenter;
    private final ToLongFunction<String> documents;

    /** Guesses among these words. {@code documents} tells how many hold a string. */
    Guesses(Supplier<Vocabulary> vocabulary, Segmenter segmenter, ToLongFunction<String> documents) {
        this.vocabulary = vocabulary;
        this.segmenter = segmenter;
        this.documents = documents;
    }

    /** What pinyin without tones may stand for, commonest first: {@code jicengzhili}, or initials such as {@code jczl}. */
    List<String> ofPinyin(String letters) {
        if (letters.length() < 2 || letters.length() > LONGEST_PINYIN) {
            return List.of();
        }
        List<String> spelled = best(spelled(letters), letters);
        return spelled.isEmpty() ? best(initialled(letters), letters) : spelled;
    }

    /** The same for a chunk among others; nothing when it stands in the archive as it is ({@code app}). */
    List<String> ofPinyinUnlessFound(String letters) {
        return documents.applyAsLong(letters) > 0 ? List.of() : ofPinyin(letters);
    }

    /** What a chunk of Han characters with a wrong one may stand for; nothing when it stands in the archive as it is. */
    List<String> ofChunk(String chunk) {
        String letters = Normal.of(chunk).letters().text();
        List<Span> doubtful = segmenter.segment(letters).stream()
                .map(Token::span)
                .filter(span -> span.length() == 1)
                .toList();
        if (letters.length() < 3
                || letters.length() > LONGEST_CHUNK
                || doubtful.isEmpty()
                || documents.applyAsLong(letters) > 0) {
            return List.of();
        }
        List<String> syllables = Pronunciation.of(letters);
        List<String> alike = syllables.isEmpty()
                ? List.of()
                : best(
                        spelled(String.join("", syllables)).stream()
                                .filter(guess -> guess.length() == letters.length())
                                .toList(),
                        letters);
        return alike.isEmpty() ? best(oneApart(letters, doubtful), letters) : alike;
    }

    private List<String> best(List<String> guesses, String typed) {
        record Guess(String text, long documents) {}
        return guesses.stream()
                .distinct()
                .filter(guess -> !guess.equals(typed))
                .limit(TRIED)
                .map(guess -> new Guess(guess, documents.applyAsLong(guess)))
                .filter(guess -> guess.documents() > 0)
                .sorted(Comparator.comparingLong(Guess::documents).reversed())
                .limit(MOST)
                .map(Guess::text)
                .toList();
    }

    /** One word or several that are spelled so, the fewest words first. */
    private List<String> spelled(String pinyin) {
        List<List<String>> endings = new ArrayList<>();
        for (int at = 0; at <= pinyin.length(); at++) {
            endings.add(List.of());
        }
        endings.set(pinyin.length(), List.of(""));
        for (int at = pinyin.length() - 1; at >= 0; at--) {
            Set<String> found = new LinkedHashSet<>();
            for (int end = pinyin.length(); end > at + 1 && found.size() < TRIED; end--) {
                List<String> rest = endings.get(end);
                if (!rest.isEmpty()) {
                    vocabulary
                            .get()
                            .sounding(pinyin.substring(at, end), WORDS)
                            .forEach(word -> rest.stream().limit(WORDS).forEach(more -> found.add(word.text() + more)));
                }
            }
            endings.set(at, found.stream().limit(TRIED).toList());
        }
        return endings.getFirst();
    }

    /** One word with these initials, or two. */
    private List<String> initialled(String letters) {
        Stream<String> one =
                vocabulary.get().initialled(letters, WORDS).stream().map(Vocabulary.Word::text);
        Stream<String> two = Stream.iterate(2, cut -> cut <= letters.length() - 2, cut -> cut + 1)
                .flatMap(cut -> vocabulary.get().initialled(letters.substring(0, cut), WORDS).stream()
                        .flatMap(first -> vocabulary.get().initialled(letters.substring(cut), WORDS).stream()
                                .map(second -> first.text() + second.text())));
        return Stream.concat(one, two).toList();
    }

    private List<String> oneApart(String letters, List<Span> doubtful) {
        List<String> guesses = new ArrayList<>();
        for (int length = Math.min(4, letters.length()); length >= 2; length--) {
            for (int at = 0; at + length <= letters.length(); at++) {
                Span window = new Span(at, at + length);
                if (doubtful.stream().anyMatch(window::contains)) {
                    vocabulary.get().oneApart(window.of(letters), WORDS).stream()
                            .map(word -> letters.substring(0, window.start())
                                    + word.text()
                                    + letters.substring(window.end()))
                            .filter(guess -> differsOnlyIn(doubtful, guess, letters))
                            .forEach(guesses::add);
                }
            }
        }
        return guesses;
    }

    private static boolean differsOnlyIn(List<Span> doubtful, String guess, String letters) {
        return Stream.iterate(0, i -> i < letters.length(), i -> i + 1)
                .filter(i -> guess.charAt(i) != letters.charAt(i))
                .allMatch(i -> doubtful.stream().anyMatch(span -> span.start() == i));
    }
}
