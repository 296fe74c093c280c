package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.export.DocumentJson;
import wenyuan.model.Formulas;
import wenyuan.store.Home;
import wenyuan.store.Store;

/** The whole way from files to answers, over sample-corpus, by the real program. */
class CommandLineIT {
    private static final Path CORPUS = Path.of("sample-corpus").toAbsolutePath();

    /** The right answers: an object for each text, and for each file that gives none. */
    private static final List<JsonNode> ANSWERS = answers();

    @TempDir
    private static Path folder;

    private static Program program = Program.over(Path.of("."));
    private static JsonNode tally = Program.parse("{}");

    @BeforeAll
    static void importSampleCorpus() {
        program = Program.over(folder.resolve("home"));
        tally = program.json("import", CORPUS.toString(), "--json");
    }

    @Test
    void everyFileHasAFate() {
        Map<String, Integer> expected = new TreeMap<>();
        fileFates().values().forEach(fate -> expected.merge(fate, 1, Integer::sum));
        Map<String, Integer> found = new TreeMap<>();
        for (String fate : List.of("stored", "split", "held")) {
            found.put(fate, tally.get(fate).asInt());
        }
        for (String fate : List.of("failed", "skipped")) {
            tally.get(fate)
                    .properties()
                    .forEach(cause -> found.put(
                            fate + " " + cause.getKey(), cause.getValue().asInt()));
        }
        assertEquals(expected, found);
        int sum = 0;
        for (String fate : List.of("stored", "unchanged", "duplicate", "split", "held")) {
            sum += tally.get(fate).asInt();
        }
        for (String fate : List.of("failed", "skipped")) {
            for (JsonNode count : tally.get(fate)) {
                sum += count.asInt();
            }
        }
        assertEquals(tally.get("seen").asInt(), sum, tally::toString);
    }

    @Test
    void theSameImportAgainChangesNothing() {
        JsonNode again = program.json("import", CORPUS.toString(), "--json");
        assertEquals(0, again.get("stored").asInt(), again::toString);
        assertEquals(files("stored") + files("split"), again.get("unchanged").asInt(), again::toString);
        assertEquals(tally.get("held"), again.get("held"), again::toString);
        assertEquals(tally.get("failed"), again.get("failed"), again::toString);
        assertEquals(0, program.run("verify").code());
    }

    @Test
    void aQuotedPhraseIsFoundWhateverItsPunctuation() {
        assertEquals(List.of("文本/清河区党建引领基层治理联席会议讲话.txt"), sources("\"街道吹哨部门报到\""));
        assertEquals(sources("\"街道吹哨部门报到\""), sources("“街道吹哨、部门报到”"));
    }

    @Test
    void aSimplifiedPhraseFindsATraditionalPageWhoseGlossesAreGone() {
        List<String> found = sources("类型:观摩会");
        assertEquals(List.of("网页/在全市非公企業黨建工作觀摩會上的講話.html"), found);
        JsonNode shown = show(found.getFirst());
        assertFalse(
                shown.get("text").asText().matches("(?s).*\\p{IsHan}[(（]\\p{IsLatin}{1,6}[)）].*"), "a gloss is left");
        long glosses = 0;
        for (JsonNode repair : shown.get("repairs")) {
            glosses += repair.get("rule").asText().contains("pinyin") ? 1 : 0;
        }
        assertTrue(glosses >= 10, "glosses listed as repairs: " + glosses);
    }

    @Test
    void whatASiteAddsIsNotSearchable() {
        for (String dirt : List.of("\"客服QQ\"", "\"相关文章\"", "\"上一篇\"", "\"版权归\"")) {
            assertEquals(List.of(), sources(dirt), dirt);
        }
    }

    @Test
    void aHeldTextIsNowhereButApart() throws IOException {
        assertEquals(List.of(), sources("标题:\"换届工作部署会\""));
        JsonNode fate = fates().stream()
                .filter(row -> row.get("fate").asText().equals("held"))
                .findFirst()
                .orElseThrow();
        assertEquals("文本/换届工作部署会讲话.txt", fate.get("path").asText());
        byte[] held = Files.readAllBytes(CORPUS.resolve("文本/换届工作部署会讲话.txt"));
        try (Stream<Path> originals = Files.walk(program.home().resolve("originals"))) {
            for (Path original : originals.filter(Files::isRegularFile).toList()) {
                assertFalse(
                        java.util.Arrays.equals(held, Files.readAllBytes(original)),
                        "among the originals: " + original);
            }
        }
    }

    @Test
    void everySpanHoldsItsQuote() {
        List<JsonNode> documents = new ArrayList<>();
        try (Store store = ReadingArchive.store(new Home(program.home()))) { // a process for each would take a minute
            store.forEachDocument(document ->
                    documents.add(DocumentJson.whole(document, Optional.empty(), List.of(), List.of(), Formulas.NONE)));
        }
        int pieces = 0;
        for (JsonNode document : documents) {
            List<JsonNode> evidence = new ArrayList<>();
            collect(document.get("attributes"), evidence);
            collect(document.get("formulas"), evidence);
            for (JsonNode piece : evidence) {
                check(document, piece);
                pieces++;
            }
        }
        assertTrue(pieces > 100, "pieces of evidence seen: " + pieces);
    }

    private static void check(JsonNode shown, JsonNode piece) {
        int from = piece.get("span").get(0).asInt();
        int to = piece.get("span").get(1).asInt();
        String place = piece.get("in").asText();
        String quote = piece.get("quote").asText();
        List<String> texts = new ArrayList<>();
        if (place.equals("text")) {
            texts.add(shown.get("text").asText());
        } else if (place.equals("fileName")) {
            shown.get("sources").forEach(source -> texts.add(source.get("path").asText()));
        } else {
            shown.get("zones").forEach(zone -> {
                if (place.equals("zone:" + zone.get("name").asText())) {
                    texts.add(zone.get("text").asText());
                }
            });
        }
        assertTrue(
                texts.stream()
                        .anyMatch(text ->
                                to <= text.length() && text.substring(from, to).equals(quote)),
                () -> shown.get("source") + " " + piece);
    }

    private static void collect(JsonNode node, List<JsonNode> evidence) {
        if (node.has("quote")) {
            evidence.add(node);
        }
        node.forEach(child -> collect(child, evidence));
    }

    @Test
    void filtersAndFacetsAgree() {
        JsonNode all = program.json("search", "--json", "--size", "0");
        assertEquals(texts(), all.get("total").asInt());
        List<JsonNode> counts = new ArrayList<>();
        all.get("facets").get("type").forEach(counts::add);
        for (JsonNode count : counts.subList(0, 4)) { // a process each; SearchEngineContract asks for all
            JsonNode filtered = program.json(
                    "search",
                    "--json",
                    "--size",
                    "0",
                    "--type",
                    count.get("value").asText());
            assertEquals(count.get("count"), filtered.get("total"), count::toString);
        }
    }

    @Test
    void theAnswerHasTheFieldsOfTheContract() {
        JsonNode page = program.json("search", "基层治理", "--json");
        assertEquals(Set.of("total", "exact", "partial", "tookMs", "warnings", "notes", "hits", "facets"), names(page));
        assertEquals(
                Set.of(
                        "id",
                        "title",
                        "source",
                        "year",
                        "yearStatus",
                        "meetingType",
                        "kind",
                        "level",
                        "themes",
                        "score",
                        "snippets"),
                names(page.get("hits").get(0)));
        assertTrue(names(page.get("facets"))
                .containsAll(Set.of("type", "year", "theme", "kind", "level", "status", "source")));
    }

    @Test
    void aConcordanceHasTheFieldsOfTheContract() {
        JsonNode page = program.json(
                "search", "\"基层\"", "--view", "concordance", "--sort", "left", "--with", "groups,extensions", "--json");
        assertEquals(
                Set.of(
                        "total",
                        "documents",
                        "exact",
                        "partial",
                        "tookMs",
                        "warnings",
                        "notes",
                        "lines",
                        "groups",
                        "extensions"),
                names(page));
        assertEquals(
                Set.of("id", "title", "year", "left", "match", "right", "offset"),
                names(page.get("lines").get(0)));
        String printed = program.run("search", "\"基层\"", "--view", "concordance", "--size", "3")
                .out();
        assertTrue(printed.startsWith(page.get("total").asInt() + " 处，"), printed);
        assertEquals(3, printed.lines().filter(line -> line.contains("【")).count(), printed);
    }

    @Test
    void theLabelsAgreeWithThoseWrittenBeforeTheRules() {
        JsonNode scores =
                program.json("evaluate", CORPUS.resolve("labels.jsonl").toString(), "--json");
        assertEquals(0, scores.get("missing").size(), scores::toString);
        assertAtLeast(0.95, scores, "meetingTypeId", "precision");
        assertAtLeast(0.90, scores, "meetingTypeId", "recall");
        assertAtLeast(0.97, scores, "year (known)", "precision");
        assertAtLeast(0.93, scores, "kind", "precision");
    }

    private static void assertAtLeast(double least, JsonNode evaluation, String field, String measure) {
        double value = evaluation.get("scores").get(field).get(measure).asDouble();
        assertTrue(value >= least, () -> field + " " + measure + " " + value + " " + evaluation.get("errors"));
    }

    @Test
    void theExportHoldsEveryDocumentInBothFormats() throws IOException {
        List<JsonNode> rows = export();
        assertEquals(texts(), rows.size());
        assertEquals(
                named(ANSWERS.stream().filter(answer -> !answer.has("fate")).toList()), named(rows));
        Path table = folder.resolve("table.csv");
        assertEquals(
                0,
                program.run("export", "--format", "csv", "--out", table.toString())
                        .code());
        List<String> lines = Files.readAllLines(table);
        assertEquals(texts() + 1, lines.size());
        assertTrue(lines.getFirst().startsWith("\uFEFFid,source,part,title,meetingType"), lines.getFirst());
    }

    @Test
    void sentencesAreAView() {
        JsonNode page = program.json("search", "基层治理", "--view", "sentences", "--size", "3", "--json");
        assertEquals(
                Set.of(
                        "total",
                        "exact",
                        "partial",
                        "tookMs",
                        "warnings",
                        "notes",
                        "facets",
                        "unfolded",
                        "documents",
                        "sentences"),
                names(page));
        assertEquals(
                Set.of("text", "marks", "before", "after", "documents", "earliest", "functions", "sources"),
                names(page.at("/sentences/0")));
        assertEquals(Set.of("id", "title", "year"), names(page.at("/sentences/0/sources/0")));
        JsonNode saying = program.json("search", "功能:任务", "--view", "sentences", "--json");
        assertTrue(saying.get("total").asInt() > 0, saying::toString);
        assertEquals("task", saying.at("/sentences/0/functions/0/id").asText());
        Program.Result shown = program.run("search", "基层治理", "--view", "sentences");
        assertTrue(shown.out().contains(" 句（未归并 "), shown::out);
        check(2, "--view", "search", "党建", "--view", "map");
    }

    @Test
    void anOldWordingIsNotedAndAFormulaIsShown() {
        Program.Result noted = program.run("search", "三个自信");
        assertEquals(0, noted.code(), noted::err);
        assertTrue(noted.err().contains("! “三个自信”是旧提法，现为：“四个自信”"), noted::err);
        JsonNode found = program.json("search", "提法:党史学习教育", "--json", "--size", "1");
        assertTrue(found.get("total").asInt() > 0, found::toString);
        JsonNode shown = program.json("show", found.at("/hits/0/id").asText(), "--json");
        assertTrue(shown.get("formulas").findValuesAsText("id").contains("党史学习教育"), shown::toString);
        assertEquals(
                Set.of("id", "wording", "firstSeen", "successor", "count", "evidence"), names(shown.at("/formulas/0")));
    }

    @Test
    void aDraftIsCheckedAgainstTheArchive() throws IOException {
        String old = program.json(
                        "show",
                        program.json("search", "标题:讲话", "--json", "--size", "1")
                                .at("/hits/0/id")
                                .asText(),
                        "--json")
                .get("text")
                .asText();
        Path draft = folder.resolve("draft.txt");
        Files.writeString(draft, "还没有人说过的一句开场白在这里。\n" + old);
        JsonNode report = program.json("check", draft.toString(), "--json");
        assertTrue(report.get("share").asDouble() > 0.9, report::toString);
        assertEquals("new", report.at("/sentences/0/standing").asText());
        assertTrue(program.run("check", draft.toString()).out().contains("与库中文字相同"));
        check(2, "There is no file", "check", folder.resolve("absent.doc").toString());
    }

    @Test
    void aWrongCallIsToldInOneSentence() {
        check(2, "There is no document", "show", "nowhere");
        check(2, "--size takes", "search", "--size", "-1");
        check(2, "--sort LEFT is not for --view documents", "search", "党建", "--sort", "left");
        check(2, "Unknown option", "search", "--colour");
        check(Program.over(folder.resolve("empty")), 2, "There is no archive in", "search", "党建");
    }

    private static void check(int code, String message, String... words) {
        check(program, code, message, words);
    }

    private static void check(Program called, int code, String message, String... words) {
        Program.Result result = called.run(words);
        assertEquals(code, result.code(), result::err);
        assertTrue(result.err().contains(message), result::err);
        assertFalse(result.err().contains("\tat "), result::err);
        assertEquals("", result.out());
    }

    private static List<JsonNode> answers() {
        try {
            return Files.readAllLines(CORPUS.resolve("labels.jsonl")).stream()
                    .map(Program::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What becomes of each file: its fate, of failed and skipped ones also the cause. */
    private static Map<String, String> fileFates() {
        Map<String, String> fates = new HashMap<>();
        for (JsonNode answer : ANSWERS) {
            String fate = answer.path("fate").asText(answer.has("part") ? "split" : "stored");
            fates.put(
                    answer.get("source").asText(),
                    answer.has("cause") ? fate + " " + answer.get("cause").asText() : fate);
        }
        fates.put("labels.jsonl", "skipped DATA");
        return fates;
    }

    private static long files(String fate) {
        return fileFates().values().stream().filter(fate::equals).count();
    }

    private static int texts() {
        return (int) ANSWERS.stream().filter(answer -> !answer.has("fate")).count();
    }

    /** Each text as source and part. */
    private static Set<String> named(List<JsonNode> rows) {
        Set<String> names = new TreeSet<>();
        rows.forEach(row ->
                names.add(row.get("source").asText() + " " + row.path("part").asText("null")));
        return names;
    }

    private static List<JsonNode> export() {
        return lines(program.run("export", "--format", "jsonl"));
    }

    private static List<JsonNode> fates() {
        return lines(program.run("imports", "1", "--json"));
    }

    private static List<JsonNode> lines(Program.Result result) {
        assertEquals(0, result.code(), result::err);
        return result.out()
                .strip()
                .lines()
                .map(Program::parse)
                .filter(row -> !row.has("tally"))
                .toList();
    }

    private static List<String> sources(String query) {
        List<String> sources = new ArrayList<>();
        program.json("search", query, "--json")
                .get("hits")
                .forEach(hit -> sources.add(hit.get("source").asText()));
        return sources;
    }

    private static JsonNode show(String source) {
        JsonNode row = export().stream()
                .filter(line -> line.get("source").asText().equals(source))
                .findFirst()
                .orElseThrow();
        return program.json("show", row.get("id").asText(), "--json");
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
