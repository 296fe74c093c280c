package wenyuan.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import wenyuan.search.TestDocuments;
import wenyuan.text.Segmenter;

class FacetCountsTest {
    private static final Map<String, Long> FORMULAS = Map.of("formula=F1", 1L, "formula=F2", 3L);

    /** Two segments, of which the second has a value that the first has not. */
    @Test
    void formulasAreCountedOnlyOfSoManyHits() throws IOException {
        Segmenter segmenter = Segmenter.with(List.of());
        try (ByteBuffersDirectory folder = new ByteBuffersDirectory();
                IndexWriter writer = new IndexWriter(folder, new IndexWriterConfig())) {
            for (String id : List.of("a", "b", "c")) {
                TestDocuments made = TestDocuments.of(id, "题", "文").labelled("MT16");
                made = id.equals("c") ? made.formulas("F1", "F2") : made.formulas("F2");
                writer.addDocument(IndexedDocument.of(made.document(), segmenter));
                writer.commit();
            }
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                FacetCounts counts = new FacetCounts();
                for (long most : new long[] {3, 2, Long.MAX_VALUE, 0}) {
                    FacetCounts.Counted counted =
                            new IndexSearcher(reader).search(MatchAllDocsQuery.INSTANCE, counts.counter(true, most));
                    assertEquals(3, counted.hits());
                    assertEquals(3, counted.values().get("type=MT16"));
                    counted.values().keySet().removeIf(term -> !term.startsWith("formula="));
                    assertEquals(most < 3 ? Map.of() : FORMULAS, counted.values(), "at most " + most);
                }
            }
        }
    }
}
