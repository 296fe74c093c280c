package wenyuan.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import wenyuan.model.FailureCause;

/** The entries of an open archive, in the order to hand them out. */
interface Entries extends Closeable {
    Optional<Entry> next() throws IOException;

    /** Whether the other entries can still be read after one was damaged. */
    boolean survivesDamage();

    /** Whether an entry of that cleaned name exists; always false where that isn't known before the end. */
    Predicate<String> names();

    /**
     * One entry.
     *
     * @param name as the archive has it, decoded; anything may stand in it
     * @param refused why its bytes can't be had, when that is known beforehand
     * @param checksum CRC-32 of the bytes, where reading does not check by itself
     * @param bytes opens the unpacked bytes
     */
    record Entry(String name, boolean folder, Optional<FailureCause> refused, OptionalLong checksum, Bytes bytes) {}

    /** Opens the unpacked bytes of an entry. */
    interface Bytes {
        InputStream open() throws IOException;
    }
}
