package wenyuan.search.lucene;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import wenyuan.search.Position;

/** The files of an index: how they are opened, and what a commit remembers. */
record IndexFolder(Path folder) {
    /** Changes when fields or tokens change, so that an index of another version is rebuilt instead of misread. */
    private static final String FORMAT = "4";

    private static final double BUFFER_MEGABYTES = 64;

    private interface Opening<T> {
        T open() throws IOException;
    }

    /** A writer that starts from the last commit. */
    IndexWriter writer() {
        // What was not committed has no position, so it goes. Who wants a new reader must not wait for merges.
        IndexWriterConfig config = new IndexWriterConfig()
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false)
                .setMaxFullFlushMergeWaitMillis(0);
        IndexWriter writer = opened(() -> new IndexWriter(FSDirectory.open(folder), config));
        try {
            checkFormat(userData(writer));
        } catch (UnreadableIndexException e) {
            opened(() -> {
                writer.rollback();
                writer.getDirectory().close();
                return folder;
            });
            throw e;
        }
        return writer;
    }

    /** The last commit; an empty index when there has been none. */
    DirectoryReader reader() {
        return opened(() -> {
            Directory directory = FSDirectory.open(folder);
            if (!DirectoryReader.indexExists(directory)) {
                directory.close();
                return empty();
            }
            DirectoryReader reader = DirectoryReader.open(directory);
            checkFormat(reader.getIndexCommit().getUserData());
            return reader;
        });
    }

    private static DirectoryReader empty() throws IOException {
        Directory memory = new ByteBuffersDirectory();
        new IndexWriter(memory, new IndexWriterConfig()).close();
        return DirectoryReader.open(memory);
    }

    private void checkFormat(Map<String, String> data) {
        if (!data.isEmpty() && !FORMAT.equals(data.get("format"))) {
            throw new UnreadableIndexException(
                    folder, "its format is " + data.get("format") + ", expected was " + FORMAT);
        }
    }

    /** What the writer's last commit remembers. */
    static Map<String, String> userData(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    /** What a commit that reaches to {@code position} remembers. */
    static Map<String, String> userData(Position position) {
        return Map.of("format", FORMAT, "store", position.storeId(), "change", Long.toString(position.change()));
    }

    /** Reads what {@link #userData(Position)} wrote. */
    static Position position(Map<String, String> data) {
        String store = data.get("store");
        String change = data.get("change");
        return store == null || change == null ? Position.NONE : new Position(store, Long.parseLong(change));
    }

    private <T> T opened(Opening<T> opening) {
        try {
            return opening.open();
        } catch (LockObtainFailedException e) {
            throw new IllegalStateException("The index in " + folder + " is being written by another process", e);
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | IndexNotFoundException
                | EOFException
                | NoSuchFileException e) {
            throw new UnreadableIndexException(folder, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
