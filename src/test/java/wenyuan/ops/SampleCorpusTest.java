package wenyuan.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The right answers of sample-corpus name every file, and are as varied as the corpus is meant to be. */
class SampleCorpusTest {
    private static final Path CORPUS = Path.of("sample-corpus");

    private static final List<JsonNode> ANSWERS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        for (String line : Files.readAllLines(CORPUS.resolve("labels.jsonl"))) {
            ANSWERS.add(mapper.readTree(line));
        }
    }

    @Test
    void everyFileHasAnAnswerAndEveryAnswerAFile() throws IOException {
        Set<String> named = new TreeSet<>();
        ANSWERS.forEach(answer -> named.add(answer.get("source").asText().replaceFirst("!/.*", "")));
        named.add("labels.jsonl");
        try (Stream<Path> files = Files.walk(CORPUS)) {
            Set<String> found = new TreeSet<>();
            files.filter(Files::isRegularFile)
                    .forEach(
                            file -> found.add(CORPUS.relativize(file).toString().replace('\\', '/')));
            assertEquals(found, named);
        }
    }

    @Test
    void noTextIsAnsweredTwice() {
        Set<String> texts = new TreeSet<>();
        for (JsonNode answer : ANSWERS) {
            String text =
                    answer.get("source").asText() + "#" + answer.path("part").asInt();
            assertTrue(texts.add(text), text);
        }
    }

    @Test
    void theTextsAreVaried() {
        checkAtLeast(28, "meetingTypeId");
        checkAtLeast(18, "kind");
        checkAtLeast(12, "level");
        checkAtLeast(24, "year");
        checkAtLeast(25, "themeIds");
        Set<String> years = values("year");
        for (int year = 1999; year <= 2024; year++) {
            assertTrue(years.contains(Integer.toString(year)), "no text of the year " + year);
        }
    }

    private static void checkAtLeast(int least, String field) {
        Set<String> values = values(field);
        assertTrue(values.size() >= least, () -> field + ": " + values);
    }

    private static Set<String> values(String field) {
        Set<String> values = new TreeSet<>();
        for (JsonNode answer : ANSWERS) {
            JsonNode value = answer.path(field);
            if (value.isArray()) {
                value.forEach(member -> values.add(member.asText()));
            } else if (!value.isMissingNode() && !value.isNull()) {
                values.add(value.asText());
            }
        }
        return values;
    }
}
