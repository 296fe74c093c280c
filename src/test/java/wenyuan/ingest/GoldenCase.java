package wenyuan.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of {@code src/test/resources/golden/<stage>}: {@code input.*} and what a stage makes of it.
 * {@code -Dgolden=update} rewrites {@code expected.json}; a missing one is written.
 */
public record GoldenCase(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    public static Stream<GoldenCase> of(String stage) {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/golden", stage))) {
            return folders.sorted().map(GoldenCase::new).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path input() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("input."))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String content() {
        try {
            return Files.readString(input());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares with {@code expected.json}, or writes it. */
    public void check(Map<String, Object> found) {
        Path expected = folder.resolve("expected.json");
        try {
            String json = JSON.writeValueAsString(found) + "\n";
            if ("update".equals(System.getProperty("golden")) || !Files.exists(expected)) {
                Files.writeString(expected, json);
            }
            assertEquals(Files.readString(expected), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
