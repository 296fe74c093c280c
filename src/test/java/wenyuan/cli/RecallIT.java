package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Block;
import wenyuan.model.Document;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;
import wenyuan.store.Home;
import wenyuan.text.Normal;

/**
 * No verbatim phrase is missed: random cuts of stored texts, as DESIGN §9 defines them, against the oracle {@code
 * String.contains} on the normal form without punctuation.
 */
class RecallIT {
    private static final int CUTS = 2_000;

    @Test
    void everyCutOfAParagraphIsFound(@TempDir Path folder) {
        Program program = Program.over(folder.resolve("home"));
        program.json("import", Path.of("sample-corpus").toAbsolutePath().toString(), "--json");
        long seed = Long.getLong("tests.seed", System.nanoTime());
        Random random = new Random(seed);
        try (ReadingArchive archive = ReadingArchive.open(new Home(program.home()))) {
            List<Document> documents = new ArrayList<>();
            archive.store().forEachDocument(documents::add);
            List<List<String>> paragraphs =
                    documents.stream().map(RecallIT::paragraphs).toList();
            int checked = 0;
            while (checked < CUTS) {
                String cut = cut(documents.get(random.nextInt(documents.size())), random);
                String letters = Normal.of(cut).letters().text();
                if (letters.codePointCount(0, letters.length()) < 2) {
                    continue;
                }
                checked++;
                Set<String> expected = expected(documents, paragraphs, letters);
                Set<String> found = found(archive, cut);
                String told = "“" + cut + "” of -Dtests.seed=" + seed;
                if (letters.indexOf(Normal.SLOT) >= 0) { // stands for names too, so finds more
                    assertTrue(found.containsAll(expected), told);
                } else {
                    assertEquals(expected, found, told);
                }
            }
            assertTrue(documents.size() > 20, "documents: " + documents.size());
        }
    }

    private static String cut(Document document, Random random) {
        Block block = document.blocks().get(random.nextInt(document.blocks().size()));
        String paragraph = block.span().of(document.text());
        int length = Math.min(paragraph.length(), 2 + random.nextInt(39));
        int start = random.nextInt(paragraph.length() - length + 1);
        return paragraph.substring(start, start + length);
    }

    /** What can be found: every line, and a title that does not stand in the text. */
    private static List<String> paragraphs(Document document) {
        Stream<String> blocks =
                document.blocks().stream().map(block -> block.span().of(document.text()));
        Stream<String> title = document.titleSpan().isPresent() ? Stream.empty() : Stream.of(document.title());
        return Stream.concat(title, blocks)
                .map(part -> Normal.of(part).letters().text())
                .toList();
    }

    private static Set<String> expected(List<Document> documents, List<List<String>> paragraphs, String letters) {
        Set<String> ids = new TreeSet<>();
        for (int i = 0; i < documents.size(); i++) {
            if (paragraphs.get(i).stream().anyMatch(paragraph -> paragraph.contains(letters))) {
                ids.add(documents.get(i).id());
            }
        }
        return ids;
    }

    private static Set<String> found(ReadingArchive archive, String cut) {
        Query query = new Query.Verbatim(cut, false, new Scope.Text());
        SearchRequest request = new SearchRequest(
                query, List.of(), SearchRequest.Sort.RELEVANCE, 0, 1000, false, SearchRequest.DEFAULT_LIMIT, List.of());
        return archive.engine().search(request).hits().stream()
                .map(SearchPage.Hit::document)
                .map(Document::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
