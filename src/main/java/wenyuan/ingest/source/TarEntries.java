package wenyuan.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import wenyuan.model.FailureCause;

/** A tar, read from front to back. Links and devices in it are no files. */
final class TarEntries implements Entries {
    private final TarArchiveInputStream tar;

    TarEntries(InputStream in) {
        this.tar = new TarArchiveInputStream(in, "ISO-8859-1"); // keeps the bytes of names; see Format.name
    }

    @Override
    public Optional<Entry> next() throws IOException {
        TarArchiveEntry entry = tar.getNextEntry();
        while (entry != null && !entry.isFile()) {
            entry = tar.getNextEntry();
        }
        return Optional.ofNullable(entry).map(this::entry);
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private Entry entry(TarArchiveEntry entry) {
        Optional<FailureCause> refused =
                tar.canReadEntryData(entry) ? Optional.empty() : Optional.of(FailureCause.UNSUPPORTED);
        return new Entry(
                name(entry.getName()), false, refused, OptionalLong.empty(), Entries.read(() -> unclosed(tar)));
    }

    /** A PAX header gives names in UTF-8, already decoded: only then can there be more than bytes. */
    private static String name(String name) {
        return name.chars().anyMatch(c -> c > 0xFF) ? name : Format.name(name);
    }

    private static InputStream unclosed(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {}
        };
    }
}
