package wenyuan.config;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wenyuan.text.Normal;

/**
 * The words that a home adds to the dictionary: {@code lexicon/*.txt} below its {@code index-config}, one a line, anything
 * after {@code #} a comment. Writing is safe among the threads of one process.
 *
 * @param word normal form, at most {@value #LONGEST} characters
 * @param note who added it and when, as far as the file says
 */
public record OwnWords(String word, String note) {
    /** Most characters of a word. */
    public static final int LONGEST = 20;

    private static final String FOLDER = "lexicon";
    private static final String FILE = "own.txt";
    private static final String HEAD =
            "# Words of this archive, one a line. Pages and `wenyuan words` write here; `wenyuan reindex` applies it.";

    /**
     * The words of the home, in order.
     *
     * @param overrides the home's {@code index-config}; without one there are none
     * @throws ConfigException when a line is wrong; the message names file and line
     */
    public static List<OwnWords> read(Path overrides) {
        List<OwnWords> words = new ArrayList<>();
        Map<String, String> places = new HashMap<>();
        for (Path file : files(overrides)) {
            List<String> lines = RuleFile.content(file).lines().toList();
            for (int number = 1; number <= lines.size(); number++) {
                String line = lines.get(number - 1);
                String place = file + ":" + number;
                word(line, place).ifPresent(word -> {
                    String before = places.putIfAbsent(word, place);
                    if (before != null) {
                        throw new ConfigException(
                                place + ": expected each word once, " + word + " stands at " + before);
                    }
                    words.add(new OwnWords(word, note(line)));
                });
            }
        }
        return List.copyOf(words);
    }

    /** The word of a line that is neither blank nor a comment. */
    static Optional<String> word(String line, String place) {
        int comment = line.indexOf('#');
        String word = (comment < 0 ? line : line.substring(0, comment))
                .replaceFirst("^[ \\t]+", "")
                .replaceFirst("[ \\t]+$", "");
        if (word.isEmpty()) {
            return Optional.empty();
        }
        complaint(word).ifPresent(wrong -> {
            throw new ConfigException(place + ": " + wrong.message());
        });
        return Optional.of(word);
    }

    /** Why a string can't be an entry. */
    public enum Fault {
        /** A blank or line end inside. */
        BLANK,
        /** Something that is neither a letter nor a digit. */
        SIGN,
        /** Too short or too long. */
        LENGTH,
        /** Not in normal form: capitals, full width, traditional characters. */
        FORM
    }

    /** What is wrong with {@code word}. */
    public record Wrong(String word, Fault fault) {
        /** What was expected, what was found. */
        public String message() {
            return switch (fault) {
                case BLANK -> "expected one word a line, found a blank inside \"" + visible(word) + "\"";
                case SIGN -> "expected letters only, found \"" + visible(word) + "\"";
                case LENGTH ->
                    "expected 2 to " + LONGEST + " characters, found " + word.codePointCount(0, word.length());
                case FORM -> "expected the normal form " + Normal.of(word).text() + ", found " + word;
            };
        }
    }

    /** What is wrong with {@code word} as an entry of the dictionary, if anything is. */
    public static Optional<Wrong> complaint(String word) {
        return fault(word).map(fault -> new Wrong(word, fault));
    }

    private static Optional<Fault> fault(String word) {
        int length = word.codePointCount(0, word.length());
        if (word.codePoints().anyMatch(Character::isWhitespace)) {
            return Optional.of(Fault.BLANK);
        } else if (!word.codePoints().allMatch(Character::isLetterOrDigit)) {
            return Optional.of(Fault.SIGN);
        } else if (length < 2 || length > LONGEST) {
            return Optional.of(Fault.LENGTH);
        }
        return Normal.of(word).text().equals(word) ? Optional.empty() : Optional.of(Fault.FORM);
    }

    private static String visible(String word) {
        return word.codePoints()
                .mapToObj(letter -> Character.isISOControl(letter) || Character.getType(letter) == Character.FORMAT
                        ? String.format(Locale.ROOT, "\\u%04x", letter)
                        : Character.toString(letter))
                .collect(joining());
    }

    /**
     * Adds words that the home does not have yet, at the end of {@code lexicon/own.txt}.
     *
     * @param note written behind each: who and when
     * @return those that were added
     */
    public static synchronized List<String> add(Path overrides, List<String> words, String note) {
        Set<String> known =
                Set.copyOf(read(overrides).stream().map(OwnWords::word).toList());
        List<String> fresh =
                words.stream().filter(word -> !known.contains(word)).distinct().toList();
        fresh.forEach(word -> complaint(word).ifPresent(wrong -> {
            throw new ConfigException(wrong.message());
        }));
        Path file = overrides.resolve(FOLDER).resolve(FILE);
        String before = Files.exists(file) ? RuleFile.content(file) : HEAD + "\n";
        String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        String added = fresh.stream()
                .map(word -> word + "  # " + note.replaceAll("\\s+", " ") + "\n")
                .collect(joining());
        if (!fresh.isEmpty()) {
            write(file, before + gap + added);
        }
        return fresh;
    }

    /** Takes words out of whichever file of the home has them; comments on lines of their own stay. */
    public static synchronized void remove(Path overrides, List<String> words) {
        for (Path file : files(overrides)) {
            String before = RuleFile.content(file);
            String after = before.lines()
                    .filter(line ->
                            word(line, file.toString()).filter(words::contains).isEmpty())
                    .map(line -> line + "\n")
                    .collect(joining());
            if (!after.equals(before)) {
                write(file, after);
            }
        }
    }

    private static String note(String line) {
        int comment = line.indexOf('#');
        return comment < 0 ? "" : line.substring(comment + 1).strip();
    }

    private static List<Path> files(Path overrides) {
        Path folder = overrides.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ConfigException(folder + ": expected a readable folder, but " + e.getMessage());
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(FILE + ".new");
            Files.writeString(fresh, content);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ConfigException(file + ": expected to write it, but " + e.getMessage());
        }
    }
}
