package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenyuan.search.TestDocuments.SEGMENTER;
import static wenyuan.search.TestDocuments.TAXONOMY;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Document;
import wenyuan.search.lucene.LuceneEngine;

class KeyPhrasesTest {
    private static final List<String> GENERIC =
            List.of("基层党建工作", "群众路线", "组织建设", "学习教育", "干部队伍", "服务群众", "责任落实", "党员活动", "制度建设", "工作作风", "思想政治", "调查研究");
    private static final List<String> OWN =
            List.of("红色物业联盟", "网格驿站", "乡贤评议", "茶园夜校", "渔港灯塔", "药材基地", "石板街巷", "荷塘议事", "竹编合作社", "马灯宣讲团");

    @TempDir
    Path folder;

    private final Map<String, Document> archive = new HashMap<>();

    private interface Reader {
        void read(KeyPhrases phrases);
    }

    private void with(List<Document> documents, Reader reader) {
        documents.forEach(document -> archive.put(document.id(), document));
        try (LuceneEngine engine = LuceneEngine.open(
                folder.resolve("index"), id -> Optional.ofNullable(archive.get(id)), SEGMENTER, TAXONOMY)) {
            documents.forEach(engine.sink()::put);
            engine.sink().commit(new Position("store", 1));
            reader.read(new KeyPhrases(engine, SEGMENTER));
        }
    }

    private static Document document(String id, String... lines) {
        return TestDocuments.of(id, lines).document();
    }

    private static List<String> phrases(KeyPhrases phrases, Document document) {
        return phrases.of(document).stream().map(KeyPhrase::phrase).toList();
    }

    /** Documents of common words in all orders; document i holds the i-th own phrase three times. */
    private static List<Document> planted(int number, long seed) {
        Random random = new Random(seed);
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            StringBuilder text = new StringBuilder();
            for (int sentence = 0; sentence < 12; sentence++) {
                text.append(GENERIC.get(random.nextInt(GENERIC.size())))
                        .append(random.nextBoolean() ? "很重要，" : "要抓好，")
                        .append(GENERIC.get(sentence))
                        .append("也一样。");
                if (sentence % 4 == 1) {
                    text.append("各村的").append(OWN.get(i % OWN.size())).append("，很好。");
                }
            }
            documents.add(document("d" + i, "在会上的讲话", text.toString()));
        }
        return documents;
    }

    @Test
    void aPlantedPhraseComesFirstAndWhatEveryDocumentHoldsNever() {
        for (int number : List.of(10, 60, 200)) {
            List<Document> documents = planted(number, 42);
            with(documents, phrases -> {
                for (int i = 0; i < 10; i++) {
                    List<String> found = phrases(phrases, documents.get(i));
                    assertEquals(OWN.get(i), found.getFirst(), number + " documents, document " + i + ": " + found);
                    found.forEach(phrase -> assertFalse(
                            GENERIC.stream().anyMatch(generic -> generic.contains(phrase)), found::toString));
                }
            });
        }
    }

    @Test
    void countsAreThoseOfTheTextAndOfTheArchive() {
        List<Document> documents = planted(60, 7);
        with(documents, phrases -> {
            KeyPhrase first = phrases.of(documents.getFirst()).getFirst();
            assertEquals(new KeyPhrase(OWN.getFirst(), 3, 6, first.score()), first);
        });
    }

    @Test
    void theLongerExplainsTheShorter() {
        List<Document> documents = planted(60, 3);
        with(documents, phrases -> {
            List<String> found = phrases(phrases, documents.get(8));
            assertEquals("竹编合作社", found.getFirst());
            assertFalse(found.contains("合作社") || found.contains("竹编"), found::toString);
        });
    }

    @Test
    void namesPlaceholdersAndNumbersAreNoPhrases() {
        List<Document> documents = new ArrayList<>(planted(30, 5));
        String line = "王建国同志讲了农家书屋，××村办了农家书屋，第三百二十个农家书屋，王建国同志再讲一次。";
        documents.add(document("names", "在会上的讲话", line, line));
        with(documents, phrases -> {
            List<String> found = phrases(phrases, documents.getLast());
            assertEquals("农家书屋", found.getFirst(), found::toString);
            assertTrue(found.stream().noneMatch(phrase -> phrase.matches(".*(王建|建国|×|三百|二十|同志).*")), found::toString);
        });
    }

    @Test
    void inASmallArchiveTheLanguageItselfIsTheMeasure() {
        List<Document> documents =
                List.of(document("a", "在会上的讲话", "问题是问题，时间是时间。机井改造问题，机井改造时间。"), document("b", "另一篇讲话", "问题和时间。"));
        with(documents, phrases -> {
            List<String> found = phrases(phrases, documents.getFirst());
            assertTrue(found.getFirst().startsWith("机井改造"), found::toString);
            assertFalse(found.contains("问题") || found.contains("时间"), found::toString);
        });
    }

    @Test
    void anEmptyTextHasNone() {
        List<Document> documents = List.of(document("empty", "。"));
        with(documents, phrases -> assertEquals(List.of(), phrases.of(documents.getFirst())));
    }
}
