package wenyuan.ingest.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Kinds of archives, known by their first bytes. */
enum Format {
    ZIP {
        @Override
        Optional<Entries> open(Path file, String shown) throws IOException {
            return ZipEntries.open(file);
        }
    },
    SEVEN_ZIP {
        @Override
        Optional<Entries> open(Path file, String shown) throws IOException {
            return Optional.of(SevenZipEntries.open(file));
        }
    },
    RAR {
        @Override
        Optional<Entries> open(Path file, String shown) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                return Optional.of(RarEntries.open(file, in.readNBytes(RAR_HEAD)));
            }
        }
    },
    TAR {
        @Override
        Optional<Entries> open(Path file, String shown) throws IOException {
            return Optional.of(new TarEntries(new BufferedInputStream(Files.newInputStream(file))));
        }
    },
    GZIP {
        @Override
        Optional<Entries> open(Path file, String shown) throws IOException {
            return Optional.of(gzip(Files.newInputStream(file), shown));
        }
    },
    MAIL {
        @Override
        Optional<Entries> open(Path file, String shown) throws IOException {
            return MailEntries.open(file);
        }
    },
    MESSAGE {
        @Override
        Optional<Entries> open(Path file, String shown) throws IOException {
            return MessageEntries.open(file, shown);
        }
    };

    private static final int TAR_MAGIC = 257;
    private static final int RAR_HEAD = 32;

    /** The archive that begins with {@code head}; empty when it is none. */
    static Optional<Format> of(byte[] head) {
        if (starts(head, 0, "504b0304") || starts(head, 0, "504b0506")) {
            return Optional.of(ZIP);
        }
        if (starts(head, 0, "377abcaf271c")) {
            return Optional.of(SEVEN_ZIP);
        }
        if (starts(head, 0, "526172211a07")) {
            return Optional.of(RAR);
        }
        if (starts(head, 0, "d0cf11e0a1b11ae1")) {
            return Optional.of(MESSAGE);
        }
        if (starts(head, 0, "1f8b08")) {
            return Optional.of(GZIP);
        }
        if (starts(head, TAR_MAGIC, "7573746172")) {
            return Optional.of(TAR);
        }
        return MailEntries.isMail(new String(head, StandardCharsets.ISO_8859_1)) ? Optional.of(MAIL) : Optional.empty();
    }

    /**
     * Opens the archive; empty when it turns out to be a document in a zip's clothes.
     *
     * @throws LockedException when a password is needed for the list of entries
     * @throws IOException when it is damaged
     */
    abstract Optional<Entries> open(Path file, String shown) throws IOException;

    private static Entries gzip(InputStream file, String shown) throws IOException {
        try {
            BufferedInputStream in = new BufferedInputStream(new GZIPInputStream(file));
            in.mark(TAR_MAGIC + 16);
            byte[] head = in.readNBytes(TAR_MAGIC + 8);
            in.reset();
            return starts(head, TAR_MAGIC, "7573746172") ? new TarEntries(in) : new SingleEntry(inner(shown), in);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static String inner(String shown) {
        String name = shown.substring(shown.lastIndexOf('/') + 1);
        return name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    private static boolean starts(byte[] head, int at, String magic) {
        byte[] wanted = HexFormat.of().parseHex(magic);
        return head.length >= at + wanted.length
                && Arrays.equals(head, at, at + wanted.length, wanted, 0, wanted.length);
    }

    /** Of a name's bytes in an archive that states no charset. */
    static String name(String name) {
        return Names.decode(name.getBytes(StandardCharsets.ISO_8859_1));
    }
}
