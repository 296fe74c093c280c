package wenyuan.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    private static final String FIRST = "-- a; b\nCREATE TABLE one (x);\n\nINSERT INTO one VALUES ('a;b');\n";
    private static final String SECOND = "ALTER TABLE one ADD COLUMN y;\n";

    @TempDir
    Path folder;

    @Test
    void eachIsRunOnce() {
        Path file = folder.resolve("catalog.db");
        Catalog.open(file, List.of(FIRST)).close();
        Catalog.open(file, List.of(FIRST)).close();
        try (Catalog catalog = Catalog.open(file, List.of(FIRST, SECOND))) {
            assertEquals(List.of("a;b"), catalog.read(sql -> sql.strings("SELECT x FROM one WHERE y IS NULL")));
        }
    }

    @Test
    void aNewerSchemaIsRefused() {
        Path file = folder.resolve("catalog.db");
        Catalog.open(file, List.of(FIRST, SECOND)).close();
        String expected = "The catalogue has schema 2, this program knows schemas up to 1: it was used by a newer"
                + " Wenyuan, use that one";
        assertEquals(
                expected,
                assertThrows(StoreException.class, () -> Catalog.open(file, List.of(FIRST)))
                        .getMessage());
        assertEquals(
                expected,
                assertThrows(StoreException.class, () -> Catalog.openReadOnly(file, List.of(FIRST)))
                        .getMessage());
    }

    @Test
    void aScriptThatFailsLeavesNothing() {
        Path file = folder.resolve("catalog.db");
        assertThrows(StoreException.class, () -> Catalog.open(file, List.of(FIRST + "CREATE NONSENSE;\n")));
        try (Catalog catalog = Catalog.open(file, List.of(FIRST))) {
            assertEquals(1L, (long) catalog.read(sql -> sql.number("SELECT count(*) FROM one")));
        }
    }
}
