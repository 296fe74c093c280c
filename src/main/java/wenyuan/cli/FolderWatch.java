package wenyuan.cli;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks at folders again and again and tells when they have changed and come to rest. It asks for sizes and times instead of
 * listening to the system, because network drives, where archives lie, report nothing.
 *
 * @param interval between two looks; a file that two looks find the same is no longer being written
 */
record FolderWatch(List<Path> paths, Duration interval) {
    private record State(long size, FileTime changed) {}

    /**
     * Calls {@code arrived} once now, and then after each change that has come to rest, until the thread is interrupted.
     * What {@code arrived} throws ends the watch.
     */
    void run(Runnable arrived) {
        Map<Path, State> taken = look();
        Map<Path, State> last = taken;
        arrived.run();
        while (pause()) {
            Map<Path, State> now = look();
            if (now.equals(last) && !now.equals(taken)) {
                taken = now;
                arrived.run();
            }
            last = now;
        }
    }

    private boolean pause() {
        try {
            Thread.sleep(interval);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Map<Path, State> look() {
        return paths.stream()
                .flatMap(FolderWatch::files)
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
    }

    private static Stream<Map.Entry<Path, State>> files(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.flatMap(file -> state(file).map(state -> Map.entry(file, state)).stream()).toList().stream();
        } catch (NoSuchFileException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at " + path, e);
        }
    }

    /** Empty for folders and for what has gone meanwhile. */
    private static Optional<State> state(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isDirectory()
                    ? Optional.empty()
                    : Optional.of(new State(attributes.size(), attributes.lastModifiedTime()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
