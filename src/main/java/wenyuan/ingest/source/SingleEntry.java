package wenyuan.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** One packed file, as gzip makes it. */
final class SingleEntry implements Entries {
    private final String name;
    private final InputStream bytes;
    private boolean given;

    SingleEntry(String name, InputStream bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    @Override
    public Optional<Entry> next() {
        if (given) {
            return Optional.empty();
        }
        given = true;
        return Optional.of(new Entry(name, false, Optional.empty(), OptionalLong.empty(), Entries.read(() -> bytes)));
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
