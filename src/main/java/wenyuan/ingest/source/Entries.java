package wenyuan.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import wenyuan.model.FailureCause;

/** The entries of an open archive, in the order to hand them out. */
interface Entries extends Closeable {
    Optional<Entry> next() throws IOException;

    /** Whether the other entries can still be read after one was damaged. */
    default boolean survivesDamage() {
        return false;
    }

    /** Whether an entry of that cleaned name exists; always false where that isn't known before the end. */
    default Predicate<String> names() {
        return name -> false;
    }

    /**
     * One entry.
     *
     * @param name as the archive has it, decoded; anything may stand in it
     * @param refused why its bytes can't be had, when that is known beforehand
     * @param checksum CRC-32 of the bytes, where reading does not check by itself
     * @param bytes gives the unpacked bytes
     */
    record Entry(String name, boolean folder, Optional<FailureCause> refused, OptionalLong checksum, Bytes bytes) {}

    /** Gives the unpacked bytes of an entry: pushes them, because that is all that some formats can. */
    interface Bytes {
        /** Writes all of them; ends early with what {@code out} throws, wrapped or not. */
        void to(OutputStream out) throws IOException;
    }

    /** Opens the unpacked bytes of an entry. */
    interface Opening {
        InputStream open() throws IOException;
    }

    /** Bytes that are read. */
    static Bytes read(Opening opening) {
        return out -> {
            try (InputStream in = opening.open()) {
                in.transferTo(out);
            }
        };
    }
}
