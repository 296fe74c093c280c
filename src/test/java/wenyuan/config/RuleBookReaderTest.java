package wenyuan.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Label;
import wenyuan.model.RuleBook;
import wenyuan.text.Normal;

class RuleBookReaderTest {
    @TempDir
    Path home = Path.of(".");

    @Test
    void shipsTheClosedLists() {
        RuleBook rules = RuleBookReader.shipped();
        assertEquals(30, rules.taxonomy().meetings().size());
        assertEquals(19, rules.taxonomy().kinds().size());
        assertEquals(40, rules.taxonomy().themes().size());
        assertEquals(
                List.of(
                        "truncated",
                        "repaired",
                        "slotHeavy",
                        "garbled",
                        "scanned",
                        "spun",
                        "nameLeak",
                        "internal",
                        "compilation",
                        "yearKnown",
                        "yearInferred",
                        "yearDisputed",
                        "yearPageOnly",
                        "yearUnknown",
                        "titleYear"),
                rules.taxonomy().status().stream().map(Label::id).toList());
        assertEquals(16, rules.hash().length());
    }

    @Test
    void wordsOfTheLexiconAreDistinctAndNormal() {
        List<String> words = RuleBookReader.shipped().labels().words();
        assertTrue(words.size() > 200, () -> "only " + words.size());
        assertEquals(words.size(), new HashSet<>(words).size());
        words.forEach(word -> assertEquals(word, Normal.of(word).text()));
    }

    @Test
    void aHomeReplacesAddsAndTakesAway() throws IOException {
        assertEquals(
                RuleBookReader.shipped().hash(),
                RuleBookReader.read(home.resolve("absent")).hash());
        write("themes.yaml", """
                themes:
                  - {id: TH01, name: 政治, match: [政治]}
                  - {id: TH02, off: true}
                  - {id: TH41, name: 新题, match: [新题]}
                """);
        RuleBook rules = RuleBookReader.read(home);
        assertEquals(new Label("TH01", "政治"), rules.taxonomy().themes().getFirst());
        assertEquals(new Label("TH41", "新题"), rules.taxonomy().themes().getLast());
        assertFalse(Taxonomies.has(rules.taxonomy().themes(), "TH02"));
        assertEquals(40, rules.taxonomy().themes().size());
        assertNotEquals(RuleBookReader.shipped().hash(), rules.hash());
    }

    @Test
    void aHomeAddsWords() throws IOException {
        write("lexicon/party.txt", "# own\n磐石计划\n");
        assertTrue(RuleBookReader.read(home).labels().words().contains("磐石计划"));
    }

    @Test
    void aWrongLineStopsTheStart() throws IOException {
        check(
                "speakers.yaml",
                "triggers:\n  - {id: a, label: secretary, in: [title], match: '黨委'}\n",
                ":2: expected the normal form \"党\" instead of \"黨\", found \"黨委\"");
        check(
                "speakers.yaml",
                "triggers:\n  - {id: a, label: nobody, in: [title], match: '党委'}\n",
                ":2: expected one of the ids [secretary, ");
        check(
                "speakers.yaml",
                "triggers:\n\n  - {id: a, label: secretary, in: [body], match: '党委'}\n",
                ":3: expected title, clause, byline or opening, found \"body\"");
        check(
                "speakers.yaml",
                "triggers:\n  - {id: a, label: secretary, in: [title], match: '{谁}党委'}\n",
                ":2: expected one of the words [");
        check(
                "meetings.yaml",
                "openings:\n  - {id: a, match: '今天(?<what>会)'}\n",
                ":2: expected an expression with a group (?<meeting>…), found ");
        check(
                "meetings.yaml",
                "triggers:\n  - {id: a, label: MT01, rank: 1, match: '会(议'}\n",
                ":2: expected a regular expression (Unclosed group");
        check(
                "themes.yaml",
                "themes:\n  - {id: a, name: x, match: []}\n  - {id: a, name: y, match: []}\n",
                ":3: expected an id that no other entry of the file has, found \"a\"");
        check(
                "chronology.yaml",
                "congresses:\n  - {id: a, match: '某大', from: 2030, to: 2030, month: 1}\n",
                ":2: expected a source, or checked: false, found ");
        check(
                "chronology.yaml",
                "campaigns:\n  - {id: a, match: '某教育', from: 2030, month: 1, source: x, batches: [{years: 三十年}]}\n",
                ":2: expected years such as '2013..2014', found \"三十年\"");
        check("theme.yaml", "themes: []\n", ": expected one of the file names chronology.yaml, ");
    }

    private void check(String file, String content, String message) throws IOException {
        write(file, content);
        String actual = assertThrows(ConfigException.class, () -> RuleBookReader.read(home))
                .getMessage();
        assertTrue(actual.contains(home.resolve(file) + message), actual);
        Files.delete(home.resolve(file));
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(home.resolve(file).getParent());
        Files.writeString(home.resolve(file), content);
    }

    /** Short for a question that is asked of lists of labels. */
    private static final class Taxonomies {
        static boolean has(List<Label> labels, String id) {
            return labels.stream().anyMatch(label -> label.id().equals(id));
        }
    }
}
