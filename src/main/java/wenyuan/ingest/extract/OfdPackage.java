package wenyuan.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;

/** The zip that an OFD is: its parts by path. What is unpacked of it has a limit. For one thread. */
final class OfdPackage implements AutoCloseable {
    static final String ROOT = "OFD.xml";

    /** At the top of an OFD in which parts are encrypted (GM/T 0099). */
    static final String ENCRYPTIONS = "Encryptions.xml";

    private static final int MOST_ENTRIES = 100_000;
    private static final long MOST_BYTES = 256L << 20;

    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private long unpacked;

    private OfdPackage(ZipFile zip) {
        this.zip = zip;
        zip.stream().forEach(entry -> parts.putIfAbsent(absolute("", entry.getName()), entry));
    }

    /** Names outside ASCII are never asked for, so that any charset will do that knows all bytes. */
    static ZipFile zip(Path file) throws IOException {
        return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
    }

    /**
     * Opens an OFD; close it.
     *
     * @throws EncryptedDocumentException when a password is needed
     * @throws TikaException when it has suspiciously many entries
     * @throws IOException when the zip is damaged
     */
    static OfdPackage open(Path file) throws IOException, TikaException {
        OfdPackage opened = new OfdPackage(unlocked(file));
        try {
            if (opened.parts.containsKey(ENCRYPTIONS)) {
                throw new EncryptedDocumentException("parts of the OFD are encrypted");
            }
            if (opened.zip.size() > MOST_ENTRIES) {
                throw new TikaException("zip bomb: an OFD of " + opened.zip.size() + " entries");
            }
            return opened;
        } catch (TikaException e) {
            opened.close();
            throw e;
        }
    }

    private static ZipFile unlocked(Path file) throws IOException, TikaException {
        try {
            return zip(file);
        } catch (ZipException e) {
            if (String.valueOf(e.getMessage()).contains("encrypted")) {
                throw new EncryptedDocumentException(e);
            }
            throw e;
        }
    }

    /** The path of {@code location} as written in the part {@code from}; without a slash at the front. */
    static String absolute(String from, String location) {
        String written = location.strip().replace('\\', '/');
        String whole = written.startsWith("/") ? written : from.substring(0, from.lastIndexOf('/') + 1) + written;
        Deque<String> steps = new ArrayDeque<>();
        for (String step : whole.split("/", -1)) {
            switch (step) {
                case "", "." -> {}
                case ".." -> steps.pollLast();
                default -> steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    /**
     * The bytes of a part.
     *
     * @param path without a slash at the front; case does not matter
     * @throws TikaException when there is no such part
     */
    InputStream part(String path) throws IOException, TikaException {
        ZipEntry entry = parts.get(path);
        if (entry == null) {
            throw new TikaException("the OFD names a part that it does not have: " + Words.cut(path, 100));
        }
        return new Limited(zip.getInputStream(entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts what all parts unpack to together. */
    private final class Limited extends InputStream {
        private final InputStream in;

        Limited(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            count(1);
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = in.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        private void count(int bytes) throws IOException {
            unpacked += bytes;
            if (unpacked > MOST_BYTES) {
                throw new IOException("zip bomb: an OFD of more than " + MOST_BYTES + " bytes of pages");
            }
        }
    }
}
