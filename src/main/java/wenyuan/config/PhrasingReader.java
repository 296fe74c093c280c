package wenyuan.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import wenyuan.model.Phrasing;
import wenyuan.text.Normal;

/**
 * Reads {@code synonyms.txt}, lines such as {@code 党代会=党员代表大会}, and {@code suffixes.txt}, a suffix a line; anything
 * behind {@code #} is a comment. A line of a home's file takes the place of the shipped ones that it shares a word with; with
 * a minus in front it only takes them away.
 */
final class PhrasingReader {
    private static final String SYNONYMS = "synonyms.txt";
    private static final String SUFFIXES = "suffixes.txt";

    private final int shortest;
    private final int fewest;

    private PhrasingReader(int shortest, int fewest) {
        this.shortest = shortest;
        this.fewest = fewest;
    }

    private record Line(List<String> words, boolean removes) {}

    /** What is in force. */
    static Phrasing read(Path overrides) {
        return new Phrasing(
                new PhrasingReader(2, 2).words(SYNONYMS, overrides),
                new PhrasingReader(1, 1)
                        .words(SUFFIXES, overrides).stream()
                                .flatMap(List::stream)
                                .toList());
    }

    private List<List<String>> words(String name, Path overrides) {
        List<Line> shipped = lines(RuleFile.shipped(name), "index-config/" + name);
        Path file = overrides.resolve(name);
        List<Line> own = Files.exists(file) ? lines(RuleFile.content(file), file.toString()) : List.of();
        return Stream.concat(
                        shipped.stream().filter(line -> own.stream().allMatch(other -> disjoint(line, other))),
                        own.stream())
                .filter(line -> !line.removes())
                .map(Line::words)
                .toList();
    }

    private static boolean disjoint(Line one, Line other) {
        return Collections.disjoint(one.words(), other.words());
    }

    private List<Line> lines(String content, String file) {
        Map<String, String> places = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String written : content.lines().toList()) {
            String place = file + ":" + ++number;
            String line = written.replaceFirst("#.*", "").strip();
            if (!line.isEmpty()) {
                lines.add(line(line, place, places));
            }
        }
        return lines;
    }

    private Line line(String line, String place, Map<String, String> places) {
        boolean removes = line.startsWith("-");
        List<String> words = Stream.of(line.substring(removes ? 1 : 0).split("=", -1))
                .map(String::strip)
                .toList();
        words.forEach(word -> check(word, place, places));
        if (words.size() < fewest && !removes) {
            throw new ConfigException(place + ": expected " + fewest + " words with = between them, found " + line);
        }
        return new Line(words, removes);
    }

    private void check(String word, String place, Map<String, String> places) {
        String letters = Normal.of(word).letters().text();
        if (!letters.equals(word)) {
            throw new ConfigException(place + ": expected the normal form " + letters + ", found " + word);
        }
        if (word.codePointCount(0, word.length()) < shortest) {
            throw new ConfigException(
                    place + ": expected a word of at least " + shortest + " characters, found \"" + word + "\"");
        }
        String before = places.putIfAbsent(word, place);
        if (before != null) {
            throw new ConfigException(
                    place + ": expected a word that does not stand at " + before + " too, found " + word);
        }
    }
}
