package wenyuan.web;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wenyuan.model.FailureCause;
import wenyuan.model.SkipCause;
import wenyuan.query.Field;

class MessagesTest {
    private static final Pattern KEY = Pattern.compile("(?:say|warn)\\(\"([a-zA-Z0-9.]+[a-zA-Z0-9])\"");
    /** The beginnings of keys that are put together, and the lists of names. */
    private static final Pattern LIST = Pattern.compile("\"([a-zA-Z.]+\\.)\" \\+");

    private static final Pattern NAMES = Pattern.compile("(?:name|choice)\\(\\s*\"([a-zA-Z.]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+");
    private static final Pattern HAN_IN_TEMPLATE = Pattern.compile("[\\p{IsHan}：；，。、]+");

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
    void noTextIsThereForNothing() {
        String all = sources().collect(joining("\n"));
        Set<String> lists = Stream.concat(
                        LIST.matcher(all).results(), NAMES.matcher(all).results())
                .map(found -> found.group(1).replaceFirst("\\.?$", "."))
                .collect(toSet());
        assertTrue(lists.size() > 20, () -> "only " + lists.size() + " lists found: has the pattern gone wrong?");
        assertEquals(
                List.of(),
                Messages.CHINESE.keys().stream()
                        .filter(key -> !all.contains("\"" + key + "\""))
                        .filter(key -> lists.stream().noneMatch(key::startsWith))
                        .toList());
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertEquals(new TreeSet<>(Messages.CHINESE.keys()), new TreeSet<>(Messages.ENGLISH.keys()));
        for (String key : Messages.CHINESE.keys()) {
            assertEquals(places(Messages.CHINESE.say(key)), places(Messages.ENGLISH.say(key)), key);
        }
    }

    /** A lone ' takes the sign away from what stands behind it, and a doubled one is doubled where nothing is filled in. */
    @Test
    void whatIsFilledInIsWellFormed() {
        Object[] numbers = IntStream.range(1, 12).boxed().toArray();
        for (Messages say : List.of(Messages.CHINESE, Messages.ENGLISH)) {
            for (String key : say.keys()) {
                boolean filled = say.say(key).contains("{0");
                String shown = filled ? say.say(key, numbers) : say.say(key);
                assertFalse(shown.contains("''"), key);
                assertFalse(shown.matches(".*\\{\\d.*"), () -> key + ": " + shown);
            }
        }
    }

    @Test
    void countsAreNumbersInEnglish() {
        assertEquals("1,234 documents found", Messages.ENGLISH.say("search.found", 1234));
        assertEquals("One document found", Messages.ENGLISH.say("search.found", 1));
        assertEquals("No documents found", Messages.ENGLISH.say("search.found", 0));
        assertEquals("a, b", String.join(Messages.ENGLISH.say("list.comma"), "a", "b"));
    }

    @Test
    void theFieldsAreCalledAsInQueries() {
        for (Field field : Field.values()) {
            assertEquals(field.chinese(), Messages.CHINESE.name(field));
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(toSet());
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
