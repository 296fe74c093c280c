package wenyuan.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import wenyuan.model.Span;
import wenyuan.search.Extension.Side;
import wenyuan.text.Normal;
import wenyuan.text.Segmenter;
import wenyuan.text.Token;

/**
 * Finds the longer strings that a phrase stands in: it and up to {@value #WORDS} words that adjoin it on one side, if on its other
 * side a word ends (党建 of 共产党建设 is no beginning of anything).
 */
final class Extensions {
    private static final int WORDS = 3;
    private static final int LONGEST = 14;
    private static final int FEWEST = 2;
    /** Most of one side. */
    private static final int MOST = 20;

    private final Segmenter segmenter;
    private final Deadline deadline;
    private final Map<String, List<Token>> cut = new HashMap<>();
    private final Map<Found, Tally> tallies = new LinkedHashMap<>();

    Extensions(Segmenter segmenter, Deadline deadline) {
        this.segmenter = segmenter;
        this.deadline = deadline;
    }

    private record Found(Side side, String text) {}

    private static final class Tally {
        private final Set<String> documents = new HashSet<>();
        private long count;
    }

    /** Left ones, then right ones, the most frequent first; without those that only ever stand inside a longer one. */
    List<Extension> of(List<Occurrence> occurrences) {
        for (Occurrence occurrence : occurrences) {
            if (deadline.passed()) {
                break;
            }
            read(occurrence);
        }
        List<Extension> all = tallies.entrySet().stream()
                .map(entry -> new Extension(
                        entry.getKey().side(),
                        entry.getKey().text(),
                        entry.getValue().count,
                        entry.getValue().documents.size()))
                .filter(extension -> extension.count() >= FEWEST)
                .toList();
        List<Extension> own = withoutParts(all);
        return Stream.of(Side.values())
                .flatMap(side -> own.stream()
                        .filter(extension -> extension.side() == side)
                        .sorted(Comparator.comparingLong(Extension::count)
                                .reversed()
                                .thenComparing(Extension::text))
                        .limit(MOST))
                .toList();
    }

    private void read(Occurrence occurrence) {
        List<Token> tokens = cut.computeIfAbsent(occurrence.sentence(), segmenter::segment);
        List<Token> before = tokens.stream()
                .filter(token -> token.span().start() < occurrence.at().start())
                .toList();
        List<Token> after = tokens.stream()
                .filter(token -> token.span().end() > occurrence.at().end())
                .toList();
        if (tokens.stream()
                .anyMatch(token -> token.span().end() == occurrence.at().end())) {
            left(occurrence, before.reversed()).forEach(text -> count(Side.LEFT, text, occurrence));
        }
        if (tokens.stream()
                .anyMatch(token -> token.span().start() == occurrence.at().start())) {
            right(occurrence, after).forEach(text -> count(Side.RIGHT, text, occurrence));
        }
    }

    private static Set<String> right(Occurrence occurrence, List<Token> tokens) {
        Set<String> found = new LinkedHashSet<>();
        int end = occurrence.at().end();
        int words = 0;
        for (Token token : tokens) {
            boolean adjoins = token.span().start() <= end && hasLetter(token);
            if (!adjoins
                    || words == WORDS
                    || token.span().end() - occurrence.at().end() > LONGEST) {
                break;
            }
            end = token.span().end();
            if (token.content()) {
                words++;
                found.add(letters(occurrence.sentence(), occurrence.at().start(), end));
            }
        }
        return found;
    }

    private static Set<String> left(Occurrence occurrence, List<Token> tokens) {
        Set<String> found = new LinkedHashSet<>();
        int start = occurrence.at().start();
        int words = 0;
        for (Token token : tokens) {
            boolean adjoins = token.span().end() >= start && hasLetter(token);
            if (!adjoins
                    || words == WORDS
                    || occurrence.at().start() - token.span().start() > LONGEST) {
                break;
            }
            start = token.span().start();
            if (token.content()) {
                words++;
                found.add(letters(occurrence.sentence(), start, occurrence.at().end()));
            }
        }
        return found;
    }

    private static String letters(String sentence, int start, int end) {
        return Normal.of(new Span(start, end).of(sentence)).letters().text();
    }

    private static boolean hasLetter(Token token) {
        return token.text().codePoints().anyMatch(Normal::matters);
    }

    private void count(Side side, String text, Occurrence occurrence) {
        Tally tally = tallies.computeIfAbsent(new Found(side, text), found -> new Tally());
        tally.count++;
        tally.documents.add(occurrence.line().id());
    }

    private record Part(Side side, String text, long count) {}

    /** Where a longer one stands just as often, the shorter says nothing of its own. */
    private static List<Extension> withoutParts(List<Extension> all) {
        Set<Part> parts = new HashSet<>();
        all.forEach(longer -> addParts(longer, parts));
        return all.stream()
                .filter(each -> !parts.contains(new Part(each.side(), each.text(), each.count())))
                .toList();
    }

    /** Its beginnings, or its ends: of two strings that hold the phrase one is no more than {@value #LONGEST} longer. */
    private static void addParts(Extension longer, Set<Part> parts) {
        String text = longer.text();
        for (int less = 1; less <= Math.min(LONGEST, text.length() - 1); less++) {
            String part = longer.side() == Side.LEFT ? text.substring(less) : text.substring(0, text.length() - less);
            parts.add(new Part(longer.side(), part, longer.count()));
        }
    }
}
