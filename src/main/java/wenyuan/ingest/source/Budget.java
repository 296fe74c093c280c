package wenyuan.ingest.source;

import java.util.Optional;

/** What an outermost archive has used up of its limits, with all that is packed inside it. One thread. */
final class Budget {
    private final Limits limits;
    private int entries;
    private long total;

    Budget(Limits limits) {
        this.limits = limits;
    }

    /** Counts an entry; the limit that is broken by it, if any. */
    Optional<String> entry() {
        return ++entries > limits.entries()
                ? Optional.of("more than " + limits.entries() + " entries")
                : Optional.empty();
    }

    /**
     * Counts bytes.
     *
     * @param fromArchive unpacked out of this one archive so far
     * @param packed the archive's own size
     * @return the limit that is broken by them, if any
     */
    Optional<String> bytes(long count, long fromArchive, long packed) {
        total += count;
        if (total > limits.totalBytes()) {
            return Optional.of("more than " + limits.totalBytes() + " bytes unpacked");
        }
        return fromArchive > Limits.RATIO_FROM && fromArchive / Math.max(packed, 1) > limits.ratio()
                ? Optional.of("unpacks to more than " + limits.ratio() + " times its size")
                : Optional.empty();
    }

    long entryBytes() {
        return limits.entryBytes();
    }
}
