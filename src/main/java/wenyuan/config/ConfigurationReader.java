package wenyuan.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Reads {@code config.yaml}; what it leaves out is as in the shipped one, which is also what a new home gets. */
public final class ConfigurationReader {
    private static final String SHIPPED = "wenyuan/config/config.yaml";

    private final YamlNode own;
    private final YamlNode shipped;

    private ConfigurationReader(YamlNode own, YamlNode shipped) {
        this.own = own;
        this.shipped = shipped;
    }

    /**
     * The settings in {@code file}; the standard ones when there is none.
     *
     * @throws ConfigException when a line of it is wrong
     */
    public static Configuration read(Path file) {
        YamlNode shipped = YamlNode.parse(SHIPPED, shipped());
        YamlNode own = Files.exists(file) ? YamlNode.parse(file.toString(), RuleFile.content(file)) : shipped;
        own.only("archives", "file-megabytes", "parser", "import-roots", "anonymous-read", "ocr", "backup-folder");
        return new ConfigurationReader(own, shipped).configuration();
    }

    /**
     * The same, and writes the standard file when there is none; for the process that owns the home.
     *
     * @throws ConfigException when it can't be written, too
     */
    public static Configuration readOrWrite(Path file) {
        try {
            if (!Files.exists(file)) {
                Path whole = file.resolveSibling(file.getFileName() + ".new");
                Files.writeString(whole, shipped());
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new ConfigException(file + ": expected to write the standard settings, but " + e);
        }
        return read(file);
    }

    private Configuration configuration() {
        Section archives = section("archives", "depth", "entries", "entry-megabytes", "total-megabytes", "ratio");
        Section parser = section("parser", "seconds", "megabytes");
        Section ocr = section("ocr", "on", "seconds");
        return new Configuration(
                new Configuration.Archives(
                        archives.count("depth", 100),
                        archives.count("entries", Integer.MAX_VALUE),
                        archives.bytes("entry-megabytes"),
                        archives.bytes("total-megabytes"),
                        archives.count("ratio", Integer.MAX_VALUE)),
                new Section(own, shipped).bytes("file-megabytes"),
                new Configuration.Parser(parser.count("seconds", 86_400), parser.count("megabytes", 1 << 20)),
                roots(),
                new Section(own, shipped).value("anonymous-read").flag(),
                new Configuration.Ocr(ocr.value("on").flag(), ocr.count("seconds", 86_400)),
                own.find("backup-folder").filter(node -> !node.text().isEmpty()).map(ConfigurationReader::root));
    }

    private Section section(String name, String... keys) {
        YamlNode standard = shipped.get(name);
        return new Section(own.find(name).orElse(standard).only(keys), standard);
    }

    private List<Path> roots() {
        return new Section(own, shipped)
                .value("import-roots").items().stream()
                        .map(ConfigurationReader::root)
                        .toList();
    }

    private static Path root(YamlNode node) {
        try {
            Path path = Path.of(node.text());
            if (path.isAbsolute()) {
                return path.normalize();
            }
        } catch (InvalidPathException e) {
            throw node.expected("the absolute path of a folder (" + e.getReason() + ")");
        }
        throw node.expected("the absolute path of a folder");
    }

    private static String shipped() {
        try (InputStream in = ConfigurationReader.class.getResourceAsStream("/" + SHIPPED)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ConfigException(SHIPPED + ": expected to read it, but " + e.getMessage());
        }
    }

    /** A map of settings and what stands for those it leaves out. */
    private record Section(YamlNode own, YamlNode standard) {
        YamlNode value(String key) {
            return own.find(key).orElseGet(() -> standard.get(key));
        }

        int count(String key, int most) {
            YamlNode node = value(key);
            int count = node.integer();
            if (count < 1 || count > most) {
                throw node.expected("a whole number from 1 to " + most);
            }
            return count;
        }

        long bytes(String key) {
            return (long) count(key, Integer.MAX_VALUE) << 20;
        }
    }
}
