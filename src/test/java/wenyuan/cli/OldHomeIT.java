package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.store.Home;
import wenyuan.store.HomeLock;

/** An archive that an older program wrote last, and a command that only reads. */
class OldHomeIT {
    /** Back to what the catalogue was before people could decide about labels. */
    private static final List<String> OLDER = List.of(
            "DROP TABLE corrections",
            "DROP TABLE reviews",
            "DROP TRIGGER clips_of_held",
            "DROP TABLE filed",
            "DROP TABLE folders",
            "DROP TABLE clips",
            "DROP TABLE searches",
            "DROP INDEX documents_first",
            "ALTER TABLE documents DROP COLUMN first",
            "DROP TABLE words",
            "DROP INDEX documents_uncounted",
            "DROP INDEX documents_titles",
            "DROP INDEX documents_text_key",
            "ALTER TABLE documents DROP COLUMN doubts",
            "ALTER TABLE documents DROP COLUMN labels",
            "CREATE INDEX documents_text_key ON documents (text_key)",
            "PRAGMA user_version = 3");

    @TempDir
    private Path folder;

    @Test
    void theFirstCommandBringsItUpToDateUnlessAnotherProcessOwnsIt() throws IOException, SQLException {
        Path files = Files.createDirectories(folder.resolve("材料"));
        Files.writeString(files.resolve("甲.txt"), "在全县老干部座谈会上的讲话\n同志们：\n大家畅所欲言，谈得很好。\n");
        Home home = new Home(folder.resolve("home"));
        Program program = Program.over(home.root());
        program.json("import", files.toString(), "--json");
        makeOlder(home);
        if (HomeLock.acquire(home) instanceof HomeLock.Acquired acquired) {
            try (HomeLock lock = acquired.lock()) {
                lock.publish(1);
                Program.Result refused = program.run("search", "畅所欲言");
                assertEquals(2, refused.code());
                assertTrue(refused.err().contains("An older Wenyuan"), refused::err);
            }
        }
        assertEquals(1, program.json("search", "畅所欲言", "--json").get("total").asInt());
        assertEquals(0, program.run("corrections").code());
        assertEquals(0, program.run("verify").code());
    }

    private static void makeOlder(Home home) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.catalog());
                Statement statement = connection.createStatement()) {
            for (String change : OLDER) {
                statement.execute(change);
            }
        }
    }

    @Test
    void anIndexThatCannotBeReadIsMadeAgain() throws IOException {
        Path files = Files.createDirectories(folder.resolve("材料"));
        Files.writeString(files.resolve("甲.txt"), "在全县老干部座谈会上的讲话\n同志们：\n大家畅所欲言，谈得很好。\n");
        Home home = new Home(folder.resolve("home"));
        Program program = Program.over(home.root());
        program.json("import", files.toString(), "--json");
        Path index = home.indexes().resolve("1");
        try (DirectoryStream<Path> segments = Files.newDirectoryStream(index, "segments_*")) {
            for (Path segment : segments) {
                Files.write(segment, new byte[] {1, 2, 3});
            }
        }
        assertEquals(1, program.json("search", "畅所欲言", "--json").get("total").asInt());
        try (Stream<Path> all = Files.walk(home.indexes())) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        assertEquals(1, program.json("search", "畅所欲言", "--json").get("total").asInt());
        assertEquals(0, program.run("verify").code());
    }
}
