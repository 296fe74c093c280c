package wenyuan.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.IndexWriter;
import wenyuan.search.GeneratedArchive;
import wenyuan.search.Position;

/**
 * Indexes generated documents as {@link LuceneSink} does, but for cutting them into words, which is known already. What was
 * committed before a kill stays, and the next call goes on from there.
 */
public final class BulkIndex {
    private static final int THREADS = 2;
    private static final long BATCH = 20_000;

    private BulkIndex() {}

    /** Brings the index in {@code folder} to documents 0 to {@code count} - 1, and says so as it goes. */
    public static void build(Path folder, GeneratedArchive archive, long count) throws IOException {
        try (IndexWriter writer = new IndexFolder(folder).writer();
                ExecutorService workers = Executors.newFixedThreadPool(
                        THREADS, Thread.ofPlatform().name("bulk-", 0).factory())) {
            long done = Math.max(
                    0, IndexFolder.position(IndexFolder.userData(writer)).change());
            while (done < count) {
                long end = Math.min(count, done + BATCH);
                add(writer, archive, new AtomicLong(done), end, workers);
                writer.setLiveCommitData(
                        IndexFolder.userData(new Position("bench", end)).entrySet());
                writer.commit();
                done = end;
                System.out.println("bench: " + done + " documents indexed");
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(
            IndexWriter writer, GeneratedArchive archive, AtomicLong next, long end, ExecutorService workers)
            throws InterruptedException, ExecutionException {
        Callable<Long> worker = () -> {
            long number = next.getAndIncrement();
            for (; number < end; number = next.getAndIncrement()) {
                GeneratedArchive.Made made = archive.made(number);
                writer.addDocument(IndexedDocument.of(made.document(), made.tokens()));
            }
            return number;
        };
        for (Future<Long> done : workers.invokeAll(Collections.nCopies(THREADS, worker))) {
            done.get();
        }
    }
}
