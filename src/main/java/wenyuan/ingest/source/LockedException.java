package wenyuan.ingest.source;

import java.io.IOException;

/** Even the names in the archive are encrypted. */
final class LockedException extends IOException {
    LockedException(Throwable cause) {
        super(cause);
    }
}
