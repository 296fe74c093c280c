package wenyuan.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenyuan.search.TestDocuments.SEGMENTER;
import static wenyuan.search.TestDocuments.TAXONOMY;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import wenyuan.model.Document;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.search.Highlighter;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;
import wenyuan.search.TestDocuments;

class SearchTest {
    private static final Scope TEXT = new Scope.Text();
    private static final int DOCUMENTS = 400;

    /** All hits may be counted in time, and the best of them not be known. */
    @Test
    void aRankingThatRunsOutOfTimeIsPartial() throws IOException {
        Map<String, Document> archive = new HashMap<>();
        try (ByteBuffersDirectory folder = new ByteBuffersDirectory();
                IndexWriter writer = new IndexWriter(folder, new IndexWriterConfig())) {
            for (int i = 0; i < DOCUMENTS; i++) {
                Document document = TestDocuments.of("d" + i, "题目", "说说基层的治理").document();
                archive.put(document.id(), document);
                writer.addDocument(IndexedDocument.of(document, SEGMENTER));
            }
            writer.commit();
            Search.Tools tools = new Search.Tools(
                    id -> Optional.ofNullable(archive.get(id)),
                    SEGMENTER,
                    new Highlighter(SEGMENTER),
                    new FacetCounts(),
                    new FacetNames(TAXONOMY),
                    new Search.Everything());
            try (DirectoryReader reader = DirectoryReader.open(writer);
                    DirectoryReader slow = new SlowWords(reader)) {
                SearchPage page = new Search(reader, request(Duration.ofSeconds(60)), tools).page();
                assertFalse(page.partial());
                SearchPage cut = new Search(slow, request(Duration.ofMillis(SlowWords.MILLIS)), tools).page();
                assertEquals(DOCUMENTS, cut.total());
                assertTrue(cut.partial());
                assertFalse(cut.exact());
            }
        }
    }

    private static SearchRequest request(Duration limit) {
        return new SearchRequest(
                new Query.Words("基层治理", TEXT), List.of(), SearchRequest.Sort.RELEVANCE, 0, 3, true, limit, List.of());
    }

    /** A reader in which each word that only ranks takes its time. */
    private static final class SlowWords extends FilterDirectoryReader {
        private static final long MILLIS = 1_500;

        SlowWords(DirectoryReader in) throws IOException {
            super(in, new SubReaderWrapper() {
                @Override
                public LeafReader wrap(LeafReader segment) {
                    return new SlowSegment(segment);
                }
            });
        }

        @Override
        protected DirectoryReader doWrapDirectoryReader(DirectoryReader other) throws IOException {
            return new SlowWords(other);
        }

        @Override
        public CacheHelper getReaderCacheHelper() {
            return in.getReaderCacheHelper();
        }
    }

    private static final class SlowSegment extends FilterLeafReader {
        SlowSegment(LeafReader in) {
            super(in);
        }

        @Override
        public Terms terms(String field) throws IOException {
            Terms terms = super.terms(field);
            return terms != null && field.equals(Fields.words(TEXT)) ? new SlowTerms(terms) : terms;
        }

        @Override
        public CacheHelper getCoreCacheHelper() {
            return in.getCoreCacheHelper();
        }

        @Override
        public CacheHelper getReaderCacheHelper() {
            return in.getReaderCacheHelper();
        }

        private static final class SlowTerms extends FilterTerms {
            SlowTerms(Terms in) {
                super(in);
            }

            @Override
            public TermsEnum iterator() throws IOException {
                return new FilterTermsEnum(in.iterator()) {
                    @Override
                    public ImpactsEnum impacts(int flags) throws IOException {
                        waste();
                        return in.impacts(flags);
                    }

                    @Override
                    public PostingsEnum postings(PostingsEnum reuse, int flags) throws IOException {
                        waste();
                        return in.postings(reuse, flags);
                    }
                };
            }
        }

        private static void waste() {
            try {
                Thread.sleep(SlowWords.MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
