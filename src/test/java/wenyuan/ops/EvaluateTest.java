package wenyuan.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Dating;
import wenyuan.model.Document;
import wenyuan.model.Extraction;
import wenyuan.search.TestDocuments;
import wenyuan.store.Arrival;
import wenyuan.store.Home;
import wenyuan.store.Origin;
import wenyuan.store.Store;

class EvaluateTest {
    private static final String ONE = "0123456789abcdef";
    private static final String SPLIT = "fedcba9876543210";

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(new Home(folder.resolve("home")), Clock.systemUTC());
        put("座谈会.txt", document(ONE, "座谈会.txt").labelled("MT16", "TH10", "TH11").year(2005));
        put(
                "八一.html",
                document(SPLIT + "-1", "八一.html").labelled("MT16").year(2022),
                document(SPLIT + "-2", "八一.html").labelled("MT10").year(2005));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void eachTextOfACompilationIsJudgedByItsOwnAnswer() throws IOException {
        Evaluation evaluation = evaluate("""
                {"source":"八一.html","part":1,"meetingTypeId":"MT16","year":2022}
                {"source":"八一.html","part":2,"meetingTypeId":"MT16","year":2005}
                """);
        assertEquals(2, evaluation.labelled());
        assertEquals(
                List.of("八一.html#2 meetingTypeId MT16 MT10"),
                evaluation.errors().stream().map(EvaluateTest::line).toList());
        assertEquals(new Evaluation.Score(2, 2, 2), evaluation.scores().get("year (known)"));
    }

    @Test
    void anAnswerFitsNoOtherTextOfTheFile() throws IOException {
        Evaluation evaluation = evaluate("""
                {"source":"八一.html","year":2022}
                {"source":"八一.html","part":3,"year":2022}
                {"source":"座谈会.txt","part":1,"year":2005}
                """);
        assertEquals(0, evaluation.labelled());
        assertEquals(List.of("八一.html", "八一.html#3", "座谈会.txt#1"), evaluation.missing());
    }

    @Test
    void whatIsNotStoredIsNotMissed() throws IOException {
        Evaluation evaluation = evaluate("""
                {"source":"密.txt","year":2021,"fate":"held"}
                {"source":"扫描.pdf","year":2018,"fate":"failed","cause":"EMPTY"}
                """);
        assertEquals(List.of(), evaluation.missing());
        assertEquals(Map.of(), evaluation.scores());
    }

    @Test
    void ofAListAnyMemberIsRightAndOfThemesAllAreWanted() throws IOException {
        Evaluation evaluation = evaluate("""
                {"source":"座谈会.txt","year":[2004,2005],"meetingTypeId":null,"themeIds":["TH10","TH12"]}
                """);
        assertEquals(new Evaluation.Score(1, 1, 1), evaluation.scores().get("year"));
        assertEquals(new Evaluation.Score(0, 1, 0), evaluation.scores().get("meetingTypeId"));
        assertEquals(new Evaluation.Score(2, 2, 1), evaluation.scores().get("themeIds"));
    }

    @Test
    void aLineThatIsNoAnswerIsToldByItsNumber() {
        String message = assertThrows(IllegalArgumentException.class, () -> evaluate("{\"source\":\"a\"}\n[1]\n"))
                .getMessage();
        assertEquals(folder.resolve("labels.jsonl") + ":2: expected an object with the field \"source\"", message);
    }

    private static String line(Evaluation.Disagreement error) {
        String part = error.part().isPresent() ? "#" + error.part().getAsInt() : "";
        return error.source() + part + " " + error.field() + " " + error.wanted() + " " + error.given();
    }

    private Evaluation evaluate(String answers) throws IOException {
        return Evaluate.of(Files.writeString(folder.resolve("labels.jsonl"), answers), store);
    }

    private static TestDocuments document(String id, String path) {
        return TestDocuments.of(id, "讲话", "同志们。")
                .dated(new Dating.Unknown(List.of()))
                .from(path, "材料");
    }

    private void put(String path, TestDocuments... texts) {
        List<Document> documents = Stream.of(texts).map(TestDocuments::document).toList();
        Extraction.Text extraction = new Extraction.Text("讲话", Extraction.Form.PLAIN, "text/plain", "UTF-8", Map.of());
        String sha256 = documents.getFirst().id().substring(0, 16).repeat(4);
        long run = store.beginImport(List.of("材料")).id();
        store.record(
                run, List.of(new Arrival.Labelled(new Origin("/材料", path, "材料"), sha256, documents, extraction, "讲话")));
    }
}
