package wenyuan.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

        /** Something in it is a link that leads outside, and an import follows links. */
        record Leaking(Path link) implements Found {}

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
                    .map(this::inside)
                    .orElseGet(() -> named(path) ? new Found.Missing() : new Found.Outside());
        } catch (InvalidPathException notAPath) {
            return new Found.Outside();
        }
    }

    private Found inside(Path real) {
        return leak(real).<Found>map(Found.Leaking::new).orElse(new Found.Allowed(real));
    }

    /** A link at or below {@code start} that leads outside; what links within lead to is looked at too. */
    private Optional<Path> leak(Path start) {
        Set<Path> seen = new HashSet<>(Set.of(start));
        Deque<Path> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Path link : links(open.pop())) {
                Optional<Path> target = real(link);
                if (target.isPresent() && !below(target.get())) {
                    return Optional.of(link);
                }
                target.filter(seen::add).ifPresent(open::push);
            }
        }
        return Optional.empty();
    }

    private static List<Path> links(Path start) {
        List<Path> links = new ArrayList<>();
        try {
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isSymbolicLink()) {
                        links.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return links;
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
