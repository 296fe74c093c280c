package wenyuan.ingest.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import wenyuan.model.FailureCause;

/** A 7z. Its names are UTF-16 by definition; its entries are read in its own order, because it packs them together. */
final class SevenZipEntries implements Entries {
    /** Memory for decoding, in KiB: an archive may ask for gigabytes. */
    private static final int MEMORY = 512 << 10;

    private final SevenZFile file;
    private final Set<String> names;

    private SevenZipEntries(SevenZFile file) {
        this.file = file;
        this.names = StreamSupport.stream(file.getEntries().spliterator(), false)
                .map(entry -> Unpacking.clean(name(entry)))
                .collect(Collectors.toSet());
    }

    static Entries open(Path path) throws IOException {
        try {
            return new SevenZipEntries(SevenZFile.builder()
                    .setPath(path)
                    .setMaxMemoryLimitKiB(MEMORY)
                    .get());
        } catch (PasswordRequiredException e) {
            throw new LockedException(e);
        }
    }

    @Override
    public Optional<Entry> next() throws IOException {
        try {
            SevenZArchiveEntry entry = file.getNextEntry();
            while (entry != null && entry.isAntiItem()) {
                entry = file.getNextEntry();
            }
            return Optional.ofNullable(entry).map(this::entry);
        } catch (PasswordRequiredException e) {
            throw new LockedException(e);
        }
    }

    @Override
    public Predicate<String> names() {
        return names::contains;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private Entry entry(SevenZArchiveEntry entry) {
        return new Entry(
                name(entry),
                entry.isDirectory(),
                refused(entry),
                OptionalLong.empty(),
                Entries.read(() -> file.getInputStream(entry)));
    }

    private static Optional<FailureCause> refused(SevenZArchiveEntry entry) {
        boolean locked = entry.getContentMethods() != null
                && StreamSupport.stream(entry.getContentMethods().spliterator(), false)
                        .anyMatch(method -> method.getMethod() == SevenZMethod.AES256SHA256);
        return locked ? Optional.of(FailureCause.ENCRYPTED) : Optional.empty();
    }

    private static String name(SevenZArchiveEntry entry) {
        return entry.getName() == null ? "" : entry.getName();
    }
}
