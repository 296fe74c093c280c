package wenyuan.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The file {@code synonyms.txt} of a home, as somebody edits it, beside the shipped one that it is laid over.
 *
 * @param content of the home's file; empty when there is none
 * @param shipped lines of the shipped file
 */
public record OwnSynonyms(String content, List<Shipped> shipped) {
    /** The file's name. */
    public static final String FILE = "synonyms.txt";

    public OwnSynonyms {
        shipped = List.copyOf(shipped);
    }

    /**
     * A shipped line.
     *
     * @param line such as {@code 党代会=党员代表大会}
     * @param inForce whether no line of the home takes its place
     */
    public record Shipped(String line, boolean inForce) {}

    /** What stands in {@code overrides}, the home's {@code index-config}. */
    public static OwnSynonyms read(Path overrides) {
        Path file = overrides.resolve(FILE);
        return of(Files.exists(file) ? RuleFile.content(file) : "");
    }

    /** The same as it would be with this content. */
    public static OwnSynonyms of(String content) {
        List<String> own = lines(content).flatMap(OwnSynonyms::words).toList();
        return new OwnSynonyms(
                content,
                lines(RuleFile.shipped(FILE))
                        .map(line -> new Shipped(
                                line, Collections.disjoint(words(line).toList(), own)))
                        .toList());
    }

    /** The content with {@code line} behind it. */
    public String with(String line) {
        return content + (content.isEmpty() || content.endsWith("\n") ? "" : "\n") + line.strip() + "\n";
    }

    /** The content with a line behind it that takes a shipped line away. */
    public String without(String shippedLine) {
        return with("-" + words(shippedLine).findFirst().orElseThrow());
    }

    private static Stream<String> lines(String content) {
        return content.lines().map(line -> line.replaceFirst("#.*", "").strip()).filter(line -> !line.isEmpty());
    }

    private static Stream<String> words(String line) {
        return Stream.of(line.replaceFirst("^-", "").split("=", -1)).map(String::strip);
    }
}
