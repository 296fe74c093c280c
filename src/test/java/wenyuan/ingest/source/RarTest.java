package wenyuan.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RarTest {
    private static final String NAME = "二〇一九年/在全县工作会议上的讲话.txt";
    private static final byte[] TEXT = "同志们：今天开会。".getBytes(UTF_8);
    private static final Charset GBK = Charset.forName("GB18030");

    @TempDir
    Path home;

    @Test
    void readsBothVersions() throws IOException {
        check(RarFiles.four(NAME.getBytes(GBK), TEXT, false), "a.rar!/" + NAME + " = 同志们：今天开会。");
        check(RarFiles.four(NAME.getBytes(UTF_8), TEXT, false), "a.rar!/" + NAME + " = 同志们：今天开会。");
        check(RarFiles.five(NAME.getBytes(UTF_8), TEXT, false), "a.rar!/" + NAME + " = 同志们：今天开会。");
        check(RarFiles.five("../../x.txt".getBytes(UTF_8), TEXT, false), "a.rar!/x.txt = 同志们：今天开会。");
        check(RarFiles.four("x.txt".getBytes(UTF_8), new byte[0], false), "a.rar!/x.txt ZERO_BYTES");
    }

    @Test
    void tellsOfPasswords() throws IOException {
        check(RarFiles.four(NAME.getBytes(GBK), TEXT, true), "a.rar!/" + NAME + " ENCRYPTED");
        check(RarFiles.five(NAME.getBytes(UTF_8), TEXT, true), "a.rar!/" + NAME + " ENCRYPTED");
        check(RarFiles.fourLocked(), "a.rar ENCRYPTED");
        check(RarFiles.fiveLocked(), "a.rar ENCRYPTED");
    }

    @Test
    void tellsOfDamage() throws IOException {
        for (byte[] whole : List.of(
                RarFiles.four("x.txt".getBytes(UTF_8), TEXT, false),
                RarFiles.five("x.txt".getBytes(UTF_8), TEXT, false))) {
            byte[] changed = whole.clone();
            changed[indexOf(whole, TEXT)] ^= 1;
            check(changed, "a.rar!/x.txt CORRUPT");
            check(Arrays.copyOf(whole, indexOf(whole, TEXT) + 5), "a.rar!/x.txt CORRUPT", "a.rar CORRUPT");
            check(
                    Arrays.copyOf(whole, indexOf(whole, TEXT) + TEXT.length),
                    "a.rar!/x.txt = 同志们：今天开会。",
                    "a.rar CORRUPT");
            check(Arrays.copyOf(whole, 8), "a.rar CORRUPT");
        }
    }

    @Test
    void keepsToTheLimits() throws IOException {
        byte[] rar = RarFiles.five("x.txt".getBytes(UTF_8), new byte[5000], false);
        Limits tight = new Limits(3, 10, 4000, 1 << 20, 100);
        assertEquals(List.of("a.rar!/x.txt TOO_LARGE"), leaves(rar, tight));
    }

    private void check(byte[] rar, String... expected) throws IOException {
        assertEquals(List.of(expected), leaves(rar, Limits.STANDARD));
    }

    private List<String> leaves(byte[] rar, Limits limits) throws IOException {
        Path file = Files.write(home.resolve("a.rar"), rar);
        try (Stream<SourceFile> files = Archive.files(file, home.resolve("scratch"), limits)) {
            return files.map(RarTest::line).toList();
        }
    }

    private static String line(SourceFile file) {
        return switch (file) {
            case SourceFile.Leaf leaf -> leaf.path() + " = " + content(leaf.file());
            case SourceFile.Broken broken -> broken.path() + " " + broken.cause();
            case SourceFile.Ignored ignored -> ignored.path() + " " + ignored.cause();
        };
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; ; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
    }
}
