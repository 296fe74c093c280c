package wenyuan.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wenyuan.model.Span;
import wenyuan.text.Normal;
import wenyuan.text.Segmenter;
import wenyuan.text.Token;

/**
 * Finds the words that keep company with a match: content words of its sentence, at most {@value #WINDOW} words away.
 *
 * <p>What is near is weighed against sentences of the same documents that hold no match, so that what those documents talk about
 * anyway is not put down to the phrase. With N₁ content words near, N₂ in those other sentences, and a word a times near and c
 * times there, it would stand E = N₁ · (a + c) / (N₁ + N₂) times near by chance, and the score is T. Dunning's G² of the table (a,
 * N₁ − a; c, N₂ − c): P. Rayson, R. Garside, "Comparing corpora using frequency profiling", 2000. Counts must be of independent
 * events: a sentence that several texts copy counts once. Listed is what chance alone exceeds once in a hundred times; of hundreds
 * of words a few still get there by chance, so the order tells more than the presence.
 */
final class Collocates {
    private static final int WINDOW = 10;
    private static final int FEWEST = 2;
    private static final int MOST = 40;

    private final Segmenter segmenter;
    private final Iterator<Sentence> sentences;
    private final Iterator<String> others;
    private final Map<String, Near> near = new HashMap<>();
    private final Map<String, Integer> elsewhere = new HashMap<>();
    private long wordsNear;
    private long wordsElsewhere;

    /** The words near {@code occurrences}; {@code others} are sentences without a match. */
    Collocates(Segmenter segmenter, List<Occurrence> occurrences, List<String> others) {
        this.segmenter = segmenter;
        this.sentences = sentences(occurrences).iterator();
        this.others = once(others).iterator();
    }

    private record Near(int left, int right) {
        private static final Near NOWHERE = new Near(0, 0);

        private Near more(boolean before) {
            return before ? new Near(left + 1, right) : new Near(left, right + 1);
        }
    }

    private record Sentence(String text, List<Span> matches) {}

    /** The most striking first. What is left unread when time runs out is read by the next call. */
    List<Collocate> read(Deadline deadline) {
        while (sentences.hasNext() && !deadline.passed()) {
            read(sentences.next());
        }
        while (others.hasNext() && !deadline.passed()) {
            readOther(others.next());
        }
        return near.keySet().stream()
                .map(this::collocate)
                .filter(each -> each.together() >= FEWEST && each.score() >= LogLikelihood.ONE_IN_HUNDRED)
                .sorted(Comparator.comparingDouble(Collocate::score).reversed().thenComparing(Collocate::word))
                .limit(MOST)
                .toList();
    }

    /** Each sentence once, with all matches in it. */
    private static Iterable<Sentence> sentences(List<Occurrence> occurrences) {
        Map<String, Sentence> sentences = new LinkedHashMap<>();
        for (Occurrence occurrence : occurrences) {
            Sentence sentence = sentences.computeIfAbsent(
                    letters(occurrence.sentence()), key -> new Sentence(occurrence.sentence(), new ArrayList<>()));
            if (sentence.text().equals(occurrence.sentence())
                    && !sentence.matches().contains(occurrence.at())) {
                sentence.matches().add(occurrence.at());
            }
        }
        return sentences.values();
    }

    private void read(Sentence sentence) {
        List<Token> words = words(sentence.text());
        List<Span> places =
                sentence.matches().stream().map(match -> place(words, match)).toList();
        for (int i = 0; i < words.size(); i++) {
            int away = away(i, places);
            if (away != 0 && Math.abs(away) <= WINDOW && telling(words.get(i))) {
                near.merge(words.get(i).text(), Near.NOWHERE.more(away < 0), (old, one) -> old.more(one.left() > 0));
                wordsNear++;
            }
        }
    }

    private static Iterable<String> once(List<String> sentences) {
        Map<String, String> once = new LinkedHashMap<>();
        sentences.forEach(sentence -> once.putIfAbsent(letters(sentence), sentence));
        return once.values();
    }

    private void readOther(String sentence) {
        for (Token word : words(sentence)) {
            if (telling(word)) {
                elsewhere.merge(word.text(), 1, Integer::sum);
                wordsElsewhere++;
            }
        }
    }

    /** Words with their empty words, without punctuation: what distance is counted in. */
    private List<Token> words(String sentence) {
        return segmenter.segment(sentence).stream()
                .filter(token -> token.text().codePoints().anyMatch(Normal::matters))
                .toList();
    }

    /** From the first to one past the last word that a match touches. */
    private static Span place(List<Token> words, Span match) {
        int from = 0;
        while (from < words.size() && words.get(from).span().end() <= match.start()) {
            from++;
        }
        int to = from;
        while (to < words.size() && words.get(to).span().start() < match.end()) {
            to++;
        }
        return new Span(from, to);
    }

    /** Words from the nearest match: negative before it, 0 in it. */
    private static int away(int word, List<Span> places) {
        int nearest = Integer.MAX_VALUE;
        for (Span place : places) {
            int away = word < place.start() ? word - place.start() : Math.max(0, word - place.end() + 1);
            nearest = Math.abs(away) < Math.abs(nearest) ? away : nearest;
        }
        return nearest;
    }

    private static boolean telling(Token word) {
        return word.content() && !word.nature().startsWith("m");
    }

    private static String letters(String text) {
        return Normal.of(text).letters().text();
    }

    private Collocate collocate(String word) {
        Near here = near.getOrDefault(word, Near.NOWHERE);
        long together = (long) here.left() + here.right();
        long apart = elsewhere.getOrDefault(word, 0);
        double expected = wordsNear * (double) (together + apart) / (wordsNear + wordsElsewhere);
        double score = LogLikelihood.of(together, wordsNear - together, apart, wordsElsewhere - apart);
        return new Collocate(word, here.left(), here.right(), expected, score);
    }
}
