package wenyuan.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {
    @TempDir
    Path home;

    @Test
    void writesTheStandardSettingsOnce() throws IOException {
        Path file = home.resolve("config.yaml");
        Configuration standard = ConfigurationReader.readOrWrite(file);
        assertEquals(new Configuration.Archives(6, 500_000, 1L << 30, 64L << 30, 200), standard.archives());
        assertEquals(256L << 20, standard.fileBytes());
        assertEquals(new Configuration.Parser(60, 512), standard.parser());
        assertEquals(List.of(), standard.importRoots());
        assertEquals(new Configuration.Ocr(false, 1800), standard.ocr());
        assertTrue(Files.readString(file).contains("# 文渊的设置"), "with comments");
        Files.writeString(file, "anonymous-read: true");
        assertTrue(ConfigurationReader.readOrWrite(file).anonymousRead(), "and never again");
    }

    @Test
    void keepsTheStandardForWhatIsLeftOut() throws IOException {
        Configuration own = read("parser:\n  seconds: 5\nimport-roots: [/data/材料, /mnt/../share]\nocr: {on: yes}\n");
        assertEquals(new Configuration.Parser(5, 512), own.parser());
        assertEquals(List.of(Path.of("/data/材料"), Path.of("/share")), own.importRoots());
        assertEquals(new Configuration.Ocr(true, 1800), own.ocr());
        assertEquals(ConfigurationReader.read(home.resolve("absent")), read(""));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws IOException {
        refuses(
                "parser:\n  second: 5\n",
                "config.yaml:2: expected one of the keys seconds, megabytes, found \"second\"");
        refuses("ratio: 5\n", "config.yaml:1: expected one of the keys archives, file-megabytes, parser");
        refuses("parser: 5\n", "config.yaml:1: expected a map, found \"5\"");
        refuses("archives:\n  depth: 0\n", "config.yaml:2: expected a whole number from 1 to 100, found \"0\"");
        refuses("ocr:\n  on: maybe\n", "config.yaml:2: expected true or false, found \"maybe\"");
        refuses("import-roots:\n  - material\n", "config.yaml:2: expected the absolute path of a folder, found");
        refuses("import-roots: /data\n", "config.yaml:1: expected a list, found \"/data\"");
        refuses("file-megabytes: 1\nfile-megabytes: 2\n", "config.yaml:2: expected each key once");
        refuses("a: [", "config.yaml:1: expected YAML, but");
    }

    private Configuration read(String content) throws IOException {
        return ConfigurationReader.read(Files.writeString(home.resolve("config.yaml"), content));
    }

    private void refuses(String content, String message) {
        String said = assertThrows(ConfigException.class, () -> read(content)).getMessage();
        assertTrue(said.contains(message), said);
    }
}
