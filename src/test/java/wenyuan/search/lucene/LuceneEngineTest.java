package wenyuan.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenyuan.search.TestDocuments.SEGMENTER;
import static wenyuan.search.TestDocuments.TAXONOMY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Taxonomy;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.search.Position;
import wenyuan.search.SearchEngineContract;
import wenyuan.search.SearchRequest;
import wenyuan.search.TestDocuments;
import wenyuan.search.Texts;
import wenyuan.text.Segmenter;

class LuceneEngineTest extends SearchEngineContract {
    @TempDir
    Path folder;

    @Override
    protected Opened open(Texts texts, Segmenter segmenter, Taxonomy taxonomy) {
        LuceneEngine engine =
                LuceneEngine.open(folder.resolve("contract"), texts, segmenter, taxonomy, () -> TestDocuments.PHRASING);
        return new Opened(engine, engine.sink());
    }

    private LuceneEngine open(Path index) {
        return LuceneEngine.open(index, id -> Optional.empty(), SEGMENTER, TAXONOMY);
    }

    private LuceneEngine openReadOnly(Path index) {
        return LuceneEngine.openReadOnly(index, id -> Optional.empty(), SEGMENTER, TAXONOMY);
    }

    @Test
    void anIndexNeverCommittedIsEmpty() {
        try (LuceneEngine writing = open(folder.resolve("new"));
                LuceneEngine reading = openReadOnly(folder.resolve("new"));
                LuceneEngine nowhere = openReadOnly(folder.resolve("absent"))) {
            assertEquals(0, writing.documents());
            assertEquals(0, reading.documents());
            assertEquals(0, nowhere.documents());
            assertEquals(Position.NONE, writing.position());
            assertEquals(Position.NONE, reading.position());
            assertThrows(IllegalStateException.class, reading::sink);
        }
    }

    @Test
    void theCommittedPositionAndNothingElseSurvives() throws IOException {
        Path index = folder.resolve("index");
        try (LuceneEngine engine = open(index)) {
            engine.sink().put(TestDocuments.of("a", "题").document());
            engine.sink().commit(new Position("store", 5));
            engine.sink().put(TestDocuments.of("b", "题").document());
            // what is on disk now is what a kill would leave
            copy(index, folder.resolve("killed"));
        }
        for (Path left : List.of(index, folder.resolve("killed"))) {
            try (LuceneEngine reopened = open(left);
                    LuceneEngine beside = openReadOnly(left)) {
                assertEquals(new Position("store", 5), reopened.position());
                assertEquals(new Position("store", 5), beside.position());
                assertEquals(1, reopened.documents());
                assertEquals(1, beside.documents());
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void aReaderFollowsCommits() throws InterruptedException {
        Path index = folder.resolve("index");
        try (LuceneEngine writing = open(index)) {
            writing.sink().commit(new Position("store", 1));
            try (LuceneEngine reading = openReadOnly(index)) {
                writing.sink().put(TestDocuments.of("a", "题").document());
                writing.sink().commit(new Position("store", 2));
                for (int i = 0; i < 50 && reading.documents() == 0; i++) {
                    Thread.sleep(100);
                }
                assertEquals(1, reading.documents());
                assertEquals(new Position("store", 2), reading.position());
            }
        }
    }

    @Test
    void onlyOneWrites() {
        try (LuceneEngine engine = open(folder.resolve("index"))) {
            IllegalStateException refused = assertThrows(
                    IllegalStateException.class,
                    () -> open(folder.resolve("index")).close());
            assertTrue(refused.getMessage().contains("another process"), refused.getMessage());
            assertEquals(0, engine.documents());
        }
    }

    @Test
    void aDamagedIndexIsNamed() throws IOException {
        Path index = folder.resolve("index");
        try (LuceneEngine engine = open(index)) {
            engine.sink().put(TestDocuments.of("a", "题").document());
            engine.sink().commit(new Position("store", 5));
        }
        try (var files = Files.list(index)) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        String message = assertThrows(
                        UnreadableIndexException.class, () -> open(index).close())
                .getMessage();
        assertTrue(message.contains("must be rebuilt"), message);
        assertThrows(UnreadableIndexException.class, () -> openReadOnly(index).close());
    }

    @Test
    void anIndexOfAnotherFormatIsRefused() throws IOException {
        Path index = folder.resolve("index");
        try (var directory = FSDirectory.open(index);
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(java.util.Map.of("format", "0").entrySet());
            writer.commit();
        }
        assertThrows(UnreadableIndexException.class, () -> openReadOnly(index).close());
        assertThrows(UnreadableIndexException.class, () -> open(index).close());
        // and let go, so that the caller can clear the folder and begin again
        String message = assertThrows(
                        UnreadableIndexException.class, () -> open(index).close())
                .getMessage();
        assertTrue(message.contains("its format is 0, expected was 4"), message);
    }

    @Test
    void aListOfManyCompoundsIsAnswered() {
        List<String> firsts = List.of("基层 社区 农村 企业 学校 机关 国家 社会 经济 文化 政治 群众 城市 青年 妇女".split(" "));
        List<String> seconds = List.of("工作 问题 经验 情况 条件 计划 会议 干部 组织 学习".split(" "));
        List<String> compounds = firsts.stream()
                .flatMap(first -> seconds.stream().map(second -> first + second))
                .toList();
        Segmenter segmenter = Segmenter.with(compounds);
        try (LuceneEngine engine =
                LuceneEngine.open(folder.resolve("index"), id -> Optional.empty(), segmenter, TAXONOMY)) {
            engine.sink().put(TestDocuments.of("a", "题", "基层的工作。").document());
            engine.sink().commit(new Position("store", 1));
            List<Query> words = compounds.stream()
                    .map(word -> (Query) new Query.Words(word, new Scope.Text()))
                    .toList();
            assertEquals(
                    1, engine.search(SearchRequest.of(new Query.And(words))).total());
        }
    }
}
