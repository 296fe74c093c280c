package wenyuan.ops;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import wenyuan.store.Snapshots;

/** A zip that {@link Backup} wrote, open. What is wrong with it is told as an {@link IllegalArgumentException}. For one thread. */
final class BackupFile implements AutoCloseable {
    /** Nothing else is in a backup: no name leads out of the home. */
    private static final Pattern NAMES = Pattern.compile(
            "manifest\\.json|catalog\\.db|config\\.yaml|(?:originals|held)/([0-9a-f]{2})/(\\1[0-9a-f]{62})"
                    + "|index-config(?:/(?!\\.{1,2}(?:/|$))[^/\\\\:\\p{Cntrl}]+)+");

    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /** Where a database says the version of its schema: four bytes. */
    private static final int VERSION_AT = 60;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    static BackupFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no backup at " + file);
        }
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return new BackupFile(file, zip, manifest(file, zip));
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw wrong(file, "it is cut off or not a zip (" + e.getMessage() + ")");
        }
    }

    Manifest manifest() {
        return manifest;
    }

    List<? extends ZipEntry> entries() {
        return zip.stream().toList();
    }

    /** Size of all that is in it. */
    long bytes() {
        return zip.stream().mapToLong(ZipEntry::getSize).sum();
    }

    /** Reads every entry and compares names, number, checksums and hashes with what they should be. */
    void check() throws IOException {
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : entries()) {
            if (!NAMES.matcher(entry.getName()).matches() || !names.add(entry.getName())) {
                throw wrong(file, "it holds an entry " + entry.getName() + ", which no backup holds");
            }
        }
        if (names.size() != manifest.entries() + 1 || !names.contains("catalog.db")) {
            throw wrong(file, "it should hold " + (manifest.entries() + 1) + " entries, and holds " + names.size());
        }
        checkCatalog();
        for (ZipEntry entry : entries()) {
            copy(entry, OutputStream.nullOutputStream());
        }
    }

    /** Writes the bytes of an entry, once more comparing them with its checksum and its hash. */
    void copy(ZipEntry entry, OutputStream out) throws IOException {
        CRC32 sum = new CRC32();
        DigestOutputStream hashed = new DigestOutputStream(out, sha256());
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
            in.transferTo(hashed);
        } catch (ZipException e) {
            throw wrong(file, "its entry " + entry.getName() + " is damaged (" + e.getMessage() + ")");
        }
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        boolean named =
                entry.getName().startsWith("originals/") || entry.getName().startsWith("held/");
        String hash = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
        if (sum.getValue() != entry.getCrc() || (named && !hash.equals(name))) {
            throw wrong(file, "its entry " + entry.getName() + " holds other bytes than it did");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void checkCatalog() throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry("catalog.db"))) {
            byte[] head = in.readNBytes(VERSION_AT + Integer.BYTES);
            ByteBuffer bytes = ByteBuffer.wrap(head);
            if (head.length < VERSION_AT + Integer.BYTES
                    || !bytes.slice(0, SQLITE.length).equals(ByteBuffer.wrap(SQLITE))) {
                throw wrong(file, "its catalog.db is not a database of SQLite");
            }
            checkSchema(file, bytes.getInt(VERSION_AT));
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw wrong(file, "it holds no " + Manifest.NAME + ", so `wenyuan backup` did not write it");
        }
        Manifest manifest;
        try (InputStream in = zip.getInputStream(entry)) {
            manifest = Manifest.read(in.readAllBytes());
        } catch (IOException e) {
            throw wrong(file, "its " + Manifest.NAME + " cannot be read (" + e.getMessage() + ")");
        }
        if (manifest.format() != Manifest.FORMAT) {
            throw wrong(file, "it has format " + manifest.format() + ", this program knows " + Manifest.FORMAT);
        }
        checkSchema(file, manifest.schema());
        return manifest;
    }

    private static void checkSchema(Path file, int schema) {
        if (schema > Snapshots.schema()) {
            throw wrong(
                    file,
                    "it has schema " + schema + ", this program knows schemas up to " + Snapshots.schema()
                            + ": restore it with the newer Wenyuan that wrote it");
        }
    }

    private static IllegalArgumentException wrong(Path file, String why) {
        return new IllegalArgumentException("Nothing was restored from " + file + ": " + why);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
