package wenyuan.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders of this machine below which pages may import. What a path means is decided after links are followed. */
record Roots(List<Path> folders) {
    private static final int MOST_SUGGESTED = 200;

    Roots {
        folders = List.copyOf(folders);
    }

    /** What became of a path that somebody typed. */
    sealed interface Found {
        /** It may be imported; links are resolved. */
        record Allowed(Path real) implements Found {}

        /** It lies outside, or cannot be told apart from that: a stranger must not learn what exists elsewhere. */
        record Outside() implements Found {}

        /** It would be allowed, but there is nothing. */
        record Missing() implements Found {}
    }

    /** Looks up a path: absolute, or relative to one of the folders. */
    Found find(String typed) {
        try {
            Path path = Path.of(typed.strip());
            return candidates(path)
                    .flatMap(candidate -> real(candidate).stream())
                    .filter(this::below)
                    .findFirst()
                    .<Found>map(Found.Allowed::new)
                    .orElseGet(() -> named(path) ? new Found.Missing() : new Found.Outside());
        } catch (InvalidPathException notAPath) {
            return new Found.Outside();
        }
    }

    /** The folders themselves and what lies directly in them, to choose from. */
    List<String> suggestions() {
        return folders.stream()
                .flatMap(root -> Stream.concat(Stream.of(root), children(root).stream()))
                .map(Path::toString)
                .limit(MOST_SUGGESTED)
                .toList();
    }

    private Stream<Path> candidates(Path path) {
        return path.isAbsolute() ? Stream.of(path) : folders.stream().map(root -> root.resolve(path));
    }

    /** A link that leads outside is no missing file. */
    private boolean named(Path path) {
        return candidates(path)
                .map(candidate -> candidate.toAbsolutePath().normalize())
                .anyMatch(candidate -> !Files.exists(candidate)
                        && folders.stream()
                                .anyMatch(root -> candidate.startsWith(
                                        root.toAbsolutePath().normalize())));
    }

    private boolean below(Path real) {
        return folders.stream().flatMap(root -> real(root).stream()).anyMatch(real::startsWith);
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private static List<Path> children(Path root) {
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(child -> !child.getFileName().toString().startsWith("."))
                    .sorted()
                    .limit(MOST_SUGGESTED)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
