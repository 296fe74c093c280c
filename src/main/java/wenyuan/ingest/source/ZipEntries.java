package wenyuan.ingest.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import wenyuan.model.FailureCause;

/** A zip, by its directory, in name order. */
final class ZipEntries implements Entries {
    /** At the top of a zip these say: I am one document (or program), not a folder of documents. */
    private static final Set<String> MARKS = Set.of(
            "[Content_Types].xml",
            "OFD.xml",
            "Encryptions.xml",
            "mimetype",
            "META-INF/MANIFEST.MF",
            "META-INF/container.xml",
            "Index/Document.iwa",
            "FixedDocSeq.fdseq");

    private final ZipFile file;
    private final Set<String> names;
    private final Iterator<Entry> entries;

    private ZipEntries(ZipFile file) {
        List<ZipArchiveEntry> list = Collections.list(file.getEntries());
        ZipNames decoder = ZipNames.of(list);
        List<Entry> named = list.stream()
                .filter(entry -> !entry.isUnixSymlink())
                .map(entry -> entry(file, entry, decoder.name(entry)))
                .sorted(Comparator.comparing(Entry::name))
                .toList();
        this.file = file;
        this.names = named.stream().map(entry -> Unpacking.clean(entry.name())).collect(Collectors.toSet());
        this.entries = named.iterator();
    }

    /** Empty when the zip is a document. */
    static Optional<Entries> open(Path path) throws IOException {
        ZipFile file =
                ZipFile.builder().setPath(path).setUseUnicodeExtraFields(true).get();
        if (MARKS.stream().anyMatch(mark -> file.getEntry(mark) != null)) {
            file.close();
            return Optional.empty();
        }
        return Optional.of(new ZipEntries(file));
    }

    @Override
    public Optional<Entry> next() {
        return entries.hasNext() ? Optional.of(entries.next()) : Optional.empty();
    }

    @Override
    public boolean survivesDamage() {
        return true;
    }

    @Override
    public Predicate<String> names() {
        return names::contains;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static Entry entry(ZipFile file, ZipArchiveEntry entry, String name) {
        OptionalLong checksum = entry.getCrc() < 0 ? OptionalLong.empty() : OptionalLong.of(entry.getCrc());
        boolean folder = entry.isDirectory() || name.endsWith("/") || name.endsWith("\\");
        return new Entry(name, folder, refused(file, entry), checksum, Entries.read(() -> file.getInputStream(entry)));
    }

    private static Optional<FailureCause> refused(ZipFile file, ZipArchiveEntry entry) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return Optional.of(FailureCause.ENCRYPTED);
        }
        return file.canReadEntryData(entry) ? Optional.empty() : Optional.of(FailureCause.UNSUPPORTED);
    }
}
