package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wenyuan.model.FailureCause;
import wenyuan.model.SkipCause;

class MessagesTest {
    private static final Pattern KEY = Pattern.compile("(?:say|warn)\\(\"([a-zA-Z0-9.]+[a-zA-Z0-9])\"");
    private static final Pattern HAN_IN_TEMPLATE = Pattern.compile("\\p{IsHan}+");

    @Test
    void everyTextThatIsAskedForIsThere() {
        List<String> keys = new ArrayList<>();
        sources().forEach(source -> {
            Matcher matcher = KEY.matcher(source);
            while (matcher.find()) {
                keys.add(matcher.group(1));
            }
        });
        assertTrue(keys.size() > 80, () -> "only " + keys.size() + " keys found: has the pattern gone wrong?");
        assertEquals(
                List.of(),
                keys.stream().filter(key -> !Messages.CHINESE.has(key)).toList());
    }

    @Test
    void templatesHoldNoTextOfTheirOwn() {
        assertEquals(
                List.of(),
                files("src/main/jte", ".jte")
                        .flatMap(template -> HAN_IN_TEMPLATE.matcher(template).results())
                        .map(found -> found.group())
                        .toList());
    }

    @Test
    void everyCauseHasAName() {
        Stream.<Enum<?>>concat(Stream.of(FailureCause.values()), Stream.of(SkipCause.values()))
                .forEach(cause -> assertTrue(Messages.CHINESE.has("cause." + cause.name()), cause::name));
    }

    @Test
    void fillsIn() {
        assertEquals("找到 1,234 篇", Messages.CHINESE.say("search.found", 1234));
        assertEquals("2020 年", Messages.CHINESE.say("year.known", "2020"));
        assertEquals("网站页头", Messages.CHINESE.name("zone", "masthead"));
        assertEquals("网站页头 2", Messages.CHINESE.name("zone", "masthead-2"));
        assertEquals("novelty", Messages.CHINESE.name("zone", "novelty"));
    }

    private static Stream<String> sources() {
        return Stream.concat(files("src/main/jte", ".jte"), files("src/main/java/wenyuan/web", ".java"));
    }

    private static Stream<String> files(String folder, String ending) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).map(MessagesTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
