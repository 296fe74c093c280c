package wenyuan.search.lucene;

import java.nio.file.Path;

/** An index that is damaged or was written by another version. The remedy is to throw it away and rebuild it. */
public final class UnreadableIndexException extends RuntimeException {
    UnreadableIndexException(Path folder, String why, Throwable cause) {
        super(message(folder, why), cause);
    }

    UnreadableIndexException(Path folder, String why) {
        super(message(folder, why));
    }

    private static String message(Path folder, String why) {
        return "The index in " + folder + " cannot be used and must be rebuilt: " + why;
    }
}
