package wenyuan.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import wenyuan.store.Origin;

/**
 * One imported file or folder, as its files are told apart from others of the same relative path.
 *
 * @param id the name given by {@code --source}, else the real path: so the same folder is the same again
 * @param collection the name given, else the last part of the path
 */
record Root(String id, String collection) {
    static final Comparator<Root> BY_ID = Comparator.comparing(Root::id).thenComparing(Root::collection);

    static Root of(Path path, String name) {
        if (!name.isEmpty()) {
            return new Root(name, name);
        }
        Path real = real(path);
        Path last = real.getFileName();
        return new Root(real.toString(), last == null ? real.toString() : last.toString());
    }

    Origin origin(String path) {
        return new Origin(id, path, collection);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
