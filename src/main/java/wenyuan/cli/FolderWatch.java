package wenyuan.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        Map<Path, State> states = new HashMap<>();
        for (Path path : paths) {
            try {
                Files.walkFileTree(path, new Looking(states));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot look at " + path, e);
            }
        }
        return states;
    }

    /** What cannot be looked at, or has gone meanwhile, is no reason to end: the import says what is wrong with it. */
    private static final class Looking extends SimpleFileVisitor<Path> {
        private final Map<Path, State> states;

        Looking(Map<Path, State> states) {
            this.states = states;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            states.put(file, new State(attributes.size(), attributes.lastModifiedTime()));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException trouble) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException trouble) {
            return FileVisitResult.CONTINUE;
        }
    }
}
