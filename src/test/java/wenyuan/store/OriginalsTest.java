package wenyuan.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginalsTest {
    /** SHA-256 of the three letters "abc", as FIPS 180-4 gives it. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private Home home;
    private Originals originals;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        home = new Home(folder.resolve("home"));
        originals = new Originals(home);
        file = Files.writeString(folder.resolve("稿.txt"), "abc");
    }

    @Test
    void keepsBytes() throws IOException {
        assertEquals(ABC, Originals.hash(file));
        Originals.Incoming incoming = originals.copy(file);
        assertEquals(ABC, incoming.sha256());
        assertEquals(Optional.empty(), originals.find(ABC));
        assertEquals("abc", Files.readString(incoming.file()));
        incoming.keep();
        assertEquals(Optional.of(home.originals().resolve("ba").resolve(ABC)), originals.find(ABC));
        assertArrayEquals(
                Files.readAllBytes(file), Files.readAllBytes(originals.find(ABC).orElseThrow()));
        originals.copy(file).keep();
        assertEquals(List.of(ABC), originals.all());
        assertEquals(0, left());
    }

    @Test
    void keepsSecretsApart() throws IOException {
        originals.copy(file).hold();
        assertEquals(Optional.empty(), originals.find(ABC));
        assertTrue(originals.findHeld(ABC).isPresent());
        originals.copy(file).keep();
        originals.hold(ABC);
        assertEquals(List.of(), originals.all());
        assertEquals(List.of(ABC), originals.allHeld());
    }

    @Test
    void forgets() throws IOException {
        originals.copy(file).discard();
        originals.copy(file);
        assertEquals(1, left());
        Files.createDirectories(home.incoming().resolve("unpacked-1/2"));
        originals.sweep();
        assertFalse(Files.exists(home.incoming()));
        originals.sweep();
        assertEquals(List.of(), originals.all());
    }

    @Test
    void linksInsteadOfCopying() throws IOException {
        Originals.Incoming incoming = originals.link(file);
        assertEquals("abc", Files.readString(incoming.file()));
        incoming.keep();
        Path kept = originals.find(ABC).orElseThrow();
        assertTrue(Files.isSymbolicLink(kept));
        Files.delete(file);
        assertFalse(originals.find(ABC).isPresent());
    }

    @Test
    void aFileThatCannotBeReadIsNotOurTrouble() {
        assertThrows(NoSuchFileException.class, () -> originals.copy(folder.resolve("nothing")));
        assertThrows(NoSuchFileException.class, () -> Originals.hash(folder.resolve("nothing")));
        assertThrows(IOException.class, () -> originals.copy(folder));
        assertEquals(List.of(), originals.all());
    }

    @Test
    void aHomeThatCannotBeWrittenIs() throws IOException {
        Files.writeString(Files.createDirectories(home.root()).resolve("incoming"), "in the way");
        StoreException e = assertThrows(StoreException.class, () -> originals.copy(file));
        assertEquals(StoreException.Kind.DISK, e.kind());
    }

    private long left() throws IOException {
        try (var files = Files.list(home.incoming())) {
            return files.count();
        }
    }
}
