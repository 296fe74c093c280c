package wenyuan.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import wenyuan.model.RuleBook;

/**
 * Adds a line to the rules of a home. It is tried in a copy beside the folder first, so that a wrong line never stops the next
 * start. Thread-safe: additions come one after another.
 *
 * @param folder the home's {@code index-config}, which need not exist yet
 */
public record Overrides(Path folder) {
    /**
     * A line to add.
     *
     * @param file for example {@code meetings.yaml}
     * @param section for example {@code triggers}
     * @param entry the entry in YAML, on one line and without its dash
     */
    public record Line(String file, String section, String entry) {
        /** As it will stand in the file. */
        public String text() {
            return "  - " + entry;
        }
    }

    /**
     * The rules as they would be with {@code line}; nothing is changed.
     *
     * @throws ConfigException when the line is wrong
     */
    public RuleBook with(Line line) {
        return tried(line.file(), content -> inserted(content, line), (copy, rules) -> rules);
    }

    /**
     * Writes the home's file anew.
     *
     * @param name for example {@code synonyms.txt}
     * @return the rules with it
     * @throws ConfigException when a line of it is wrong; nothing is changed then
     */
    public RuleBook write(String name, String content) {
        synchronized (Overrides.class) {
            return tried(name, before -> content, (copy, rules) -> {
                take(copy.resolve(name), name);
                return rules;
            });
        }
    }

    /**
     * Writes {@code line} into the home's file.
     *
     * @return the rules with it
     * @throws ConfigException when the line is wrong; nothing is changed then
     */
    public RuleBook add(Line line) {
        synchronized (Overrides.class) {
            return tried(line.file(), content -> inserted(content, line), (copy, rules) -> {
                take(copy.resolve(line.file()), line.file());
                return rules;
            });
        }
    }

    private void take(Path fresh, String name) {
        try {
            Files.createDirectories(folder);
            Files.move(
                    fresh, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that is tried has another name than the one that a message must tell of. */
    private RuleBook tried(String name, UnaryOperator<String> change, BiFunction<Path, RuleBook, RuleBook> then) {
        Path copy = folder.resolveSibling("index-config-" + UUID.randomUUID());
        try {
            copy(copy);
            Path file = copy.resolve(name);
            Files.writeString(file, change.apply(Files.exists(file) ? Files.readString(file) : ""));
            return then.apply(copy, RuleBookReader.read(copy));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ConfigException wrong) {
            throw new ConfigException(String.valueOf(wrong.getMessage()).replace(copy.toString(), folder.toString()));
        } finally {
            delete(copy);
        }
    }

    /** In front of the other entries of its section, which is made when it is not there. */
    static String inserted(String content, Line line) {
        List<String> lines = new ArrayList<>(content.lines().toList());
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches(line.section() + ":\\s*(#.*)?")) {
                lines.add(i + 1, like(lines.subList(i + 1, lines.size()), line));
                return String.join("\n", lines) + "\n";
            }
        }
        lines.add(line.section() + ":");
        lines.add(line.text());
        return String.join("\n", lines) + "\n";
    }

    /** YAML wants the entries of a list at one depth. */
    private static String like(List<String> following, Line line) {
        return following.stream()
                .filter(other -> other.stripLeading().startsWith("- "))
                .findFirst()
                .map(other -> other.substring(0, other.indexOf("- ")) + "- " + line.entry())
                .orElse(line.text());
    }

    private void copy(Path target) throws IOException {
        Files.createDirectories(target);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                Path to = target.resolve(folder.relativize(entry));
                Files.createDirectories(to.resolveSibling("."));
                Files.copy(entry, to);
            }
        }
    }

    private static void delete(Path copy) {
        try (Stream<Path> entries = Files.walk(copy)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
