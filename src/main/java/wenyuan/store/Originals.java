package wenyuan.store;

import java.nio.file.Path;
import java.util.Optional;

/** The bytes as they came, by SHA-256. Thread-safe. A file is there whole or not at all. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // until it is built
public final class Originals {
    private final Home home;

    /** The originals of a home. */
    public Originals(Home home) {
        this.home = home;
    }

    /** Where the bytes with this SHA-256 (hex) lie; empty when they are not kept. */
    public Optional<Path> find(String sha256) {
        throw new UnsupportedOperationException(sha256 + home);
    }
}
