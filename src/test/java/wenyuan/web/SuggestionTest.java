package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wenyuan.config.Overrides;
import wenyuan.config.RuleBookReader;
import wenyuan.model.Correctable;
import wenyuan.model.Correction;
import wenyuan.model.Label;

class SuggestionTest {
    private static final Label TALKS = new Label("MT16", "座谈会");
    private static final Label OTHER = new Label("MT30", "其他工作会议");
    private static final Label ORGANISATION = new Label("MT25", "组织/党建工作会议");

    /** Titles of the archive and what they are labelled. */
    private final Map<String, Label> archive = new HashMap<>();

    @Test
    void theLongestMeetingThatTheTitlesShare() {
        check(
                "3 MT16 工作务虚会",
                decided("在全县工作务虚会上的讲话", OTHER, TALKS),
                decided("全县工作务虚会讲话提纲", OTHER, TALKS),
                decided("在2019年全县工作务虚会上的发言", OTHER, TALKS));
        archive.put("在省直工作务虚会上的讲话", ORGANISATION);
        check(
                "3 MT16 全县工作务虚会",
                decided("在全县工作务虚会上的讲话", OTHER, TALKS),
                decided("全县工作务虚会讲话提纲", OTHER, TALKS),
                decided("在2019年全县工作务虚会上的发言", OTHER, TALKS));
        archive.clear();
        check(
                "3 MT16 务虚会",
                decided("在县委务虚会上的讲话", OTHER, TALKS),
                decided("镇党委务虚会讲话提纲", OTHER, TALKS),
                decided("在年终务虚会上的发言", OTHER, TALKS));
    }

    @Test
    void fewerThanThreeConfirmationsAndDifferentWishesSuggestNothing() {
        check(
                "",
                decided("在县委务虚会上的讲话", OTHER, TALKS),
                decided("镇党委务虚会讲话提纲", OTHER, TALKS),
                decided("在年终务虚会上的发言", TALKS, TALKS),
                decided("在年终务虚会上的总结", OTHER, ORGANISATION));
    }

    @Test
    void wordsThatLeadElsewhereInTheArchiveAreNoGood() {
        archive.put("在全市组织工作会议上的讲话", ORGANISATION);
        check(
                "",
                decided("甲在工作会议上的讲话", OTHER, TALKS),
                decided("乙在工作会议上的讲话", OTHER, TALKS),
                decided("丙在工作会议上的讲话", OTHER, TALKS));
        archive.put("在另一务虚会上的讲话", OTHER);
        check(
                "3 MT16 务虚会",
                decided("在县委务虚会上的讲话", OTHER, TALKS),
                decided("镇党委务虚会讲话提纲", OTHER, TALKS),
                decided("在年终务虚会上的发言", OTHER, TALKS));
    }

    @Test
    void traditionalTitlesShareSimplifiedWords() {
        check(
                "3 MT16 年终务虚会",
                decided("年終務虛會講話", OTHER, TALKS),
                decided("在年终务虚会上的发言", OTHER, TALKS),
                decided("年终务虚会纪要", OTHER, TALKS));
    }

    @Test
    void theLineIsOneThatTheRulesTake() {
        Overrides.Line line = new Suggestion(Correctable.TYPE, "工作务虚会", TALKS, 3).line();
        assertEquals("meetings.yaml", line.file());
        assertEquals("  - {id: own.工作务虚会, label: MT16, rank: 2, match: '工作务虚会'}", line.text());
        Suggestion kind = new Suggestion(Correctable.KIND, "讲话提纲", new Label("speech", "讲话"), 3);
        assertEquals(
                "  - {id: own.讲话提纲, label: speech, in: [title], match: '讲话提纲'}",
                kind.line().text());
        Overrides home = new Overrides(Path.of("target/no-overrides"));
        for (Overrides.Line one : List.of(line, kind.line())) {
            assertFalse(home.with(one).hash().equals(RuleBookReader.shipped().hash()));
        }
        assertTrue(Suggestion.usable("务虚会"));
        for (String bad : List.of("", "会", "务虚会'}", "a: b", "务虚.*会", "务虚会".repeat(9))) {
            assertFalse(Suggestion.usable(bad), bad);
        }
    }

    private void check(String expected, Correction... corrections) {
        String found = Suggestion.of(List.of(corrections), this::labelled).stream()
                .map(suggestion ->
                        suggestion.corrections() + " " + suggestion.label().id() + " " + suggestion.words())
                .collect(Collectors.joining("; "));
        assertEquals(expected, found);
    }

    private Map<String, Long> labelled(String words, Correctable field) {
        return archive.entrySet().stream()
                .filter(entry -> entry.getKey().contains(words))
                .collect(Collectors.groupingBy(entry -> entry.getValue().id(), Collectors.counting()));
    }

    private Correction decided(String title, Label ruled, Label wanted) {
        archive.put(title, wanted);
        return new Correction(
                title,
                Correctable.TYPE,
                List.of(wanted),
                List.of(ruled),
                "张三",
                Instant.EPOCH,
                "id",
                title,
                Optional.empty());
    }
}
