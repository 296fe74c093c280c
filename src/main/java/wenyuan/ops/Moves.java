package wenyuan.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Renamings that belong together: when one fails, those before it can be taken back. For one thread. */
final class Moves {
    private record Move(Path from, Path to) {}

    private final Deque<Move> done = new ArrayDeque<>();

    /** Moves entries into a folder, in the order given. */
    void into(Path folder, List<Path> entries) throws IOException {
        if (!entries.isEmpty()) {
            Files.createDirectories(folder);
        }
        for (Path entry : entries) {
            Move move = new Move(entry, folder.resolve(entry.getFileName()));
            Files.move(move.from(), move.to(), StandardCopyOption.ATOMIC_MOVE);
            done.push(move);
        }
    }

    /** Takes all back, the last first; what cannot be taken back is told beside {@code why}. */
    void undo(IOException why) {
        while (!done.isEmpty()) {
            Move move = done.pop();
            try {
                Files.move(move.to(), move.from(), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                why.addSuppressed(e);
            }
        }
    }
}
