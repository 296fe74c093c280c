package wenyuan.ingest.source;

import com.github.junrar.Archive;
import com.github.junrar.ArchiveOptions;
import com.github.junrar.exception.RarException;
import com.github.junrar.exception.UnsupportedRarEncryptedException;
import com.github.junrar.exception.WrongPasswordException;
import com.github.junrar.rarfile.BaseBlock;
import com.github.junrar.rarfile.FileHeader;
import com.github.junrar.rarfile.UnrarHeadertype;
import com.github.junrar.rarfile.rar5.Rar5BlockType;
import com.github.junrar.rarfile.rar5.Rar5MainHeader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import wenyuan.model.FailureCause;

/**
 * A RAR of version 4 or 5, in its own order, because a solid one packs its entries together. Of a set of volumes the first
 * has what begins in it; the other volumes must lie beside it.
 */
final class RarEntries implements Entries {
    /** Memory for unpacking: an archive may ask for gigabytes. */
    private static final long MEMORY = 128L << 20;

    /** What RAR 4 says when its list of files is encrypted, in the flags of its first header. */
    private static final int MAIN_FLAGS = 10;

    private static final int LOCKED = 0x80;
    private static final int FIRST_WITH_END = 29;

    private final Archive archive;
    private final Set<String> names;
    private final Iterator<FileHeader> headers;
    private final boolean complete;

    private RarEntries(Archive archive) {
        List<FileHeader> all = archive.getFileHeaders();
        this.archive = archive;
        this.names = all.stream().map(header -> Unpacking.clean(name(header))).collect(Collectors.toSet());
        this.headers = all.iterator();
        this.complete = isComplete(archive.getHeaders());
    }

    static Entries open(Path path, byte[] head) throws IOException {
        if (isLocked(head)) {
            throw new LockedException(new IOException("RAR 4 with encrypted headers"));
        }
        try {
            return new RarEntries(new Archive(
                    path.toFile(),
                    ArchiveOptions.builder().maxDictionarySize(MEMORY).build()));
        } catch (UnsupportedRarEncryptedException | WrongPasswordException e) {
            throw new LockedException(e);
        } catch (RarException e) {
            throw new IOException(e.toString(), e);
        }
    }

    @Override
    public Optional<Entry> next() throws IOException {
        if (headers.hasNext()) {
            return Optional.of(entry(headers.next()));
        }
        if (!complete) {
            throw new IOException("its end is missing, and maybe files with it");
        }
        return Optional.empty();
    }

    /** The next entry has a header of its own; in a solid archive it fails as well, each with its cause. */
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
        archive.close();
    }

    private Entry entry(FileHeader header) {
        return new Entry(
                name(header), header.isDirectory(), refused(header), OptionalLong.empty(), out -> unpack(header, out));
    }

    private void unpack(FileHeader header, OutputStream out) throws IOException {
        try {
            archive.extractFile(header, out);
        } catch (RarException e) {
            throw new IOException(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), e);
        }
    }

    private static Optional<FailureCause> refused(FileHeader header) {
        if (header.isEncrypted()) {
            return Optional.of(FailureCause.ENCRYPTED);
        }
        return header.getRar5WinSize() > MEMORY ? Optional.of(FailureCause.UNSUPPORTED) : Optional.empty();
    }

    /** RAR 5 writes UTF-8, RAR 4 Unicode or the bytes of whoever packed. */
    private static String name(FileHeader header) {
        boolean bytesOnly = !header.isRar5Container() && !header.isUnicode();
        return bytesOnly ? Names.decode(header.getFileNameByteArray()) : header.getFileName();
    }

    /** junrar takes a cut list of files for the whole one. The packers before version 2.9 wrote no end. */
    private static boolean isComplete(List<BaseBlock> blocks) {
        return !blocks.isEmpty()
                && switch (blocks.getLast()) {
                    case Rar5MainHeader end -> end.getRar5Type() == Rar5BlockType.ENDARC;
                    case FileHeader file -> !file.isRar5Container() && file.getUnpVersion() < FIRST_WITH_END;
                    case BaseBlock other -> other.getHeaderType() == UnrarHeadertype.EndArcHeader;
                };
    }

    private static boolean isLocked(byte[] head) {
        boolean four = head.length > MAIN_FLAGS
                && new String(head, 0, 7, StandardCharsets.ISO_8859_1).equals("Rar!\u001A\u0007\0");
        return four && (head[MAIN_FLAGS] & LOCKED) != 0;
    }
}
