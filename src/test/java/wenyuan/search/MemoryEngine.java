package wenyuan.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wenyuan.model.Document;

/** An engine that remembers what it is given, and finds everything. Like a real one it shows only what is committed. */
public final class MemoryEngine implements DocumentSink, SearchEngine {
    private final Map<String, Document> pending = new ConcurrentHashMap<>();
    private Map<String, Document> committed = Map.of();
    private Position position = Position.NONE;

    @Override
    public void put(Document document) {
        pending.put(document.id(), document);
    }

    @Override
    public void delete(String documentId) {
        pending.remove(documentId);
    }

    @Override
    public void clear() {
        pending.clear();
    }

    @Override
    public synchronized void commit(Position reached) {
        committed = Map.copyOf(pending);
        position = reached;
    }

    @Override
    public synchronized Position position() {
        return position;
    }

    @Override
    public synchronized long documents() {
        return committed.size();
    }

    @Override
    public synchronized long[] documentsWith(List<String> strings, int checked) {
        List<String> letters = committed.values().stream()
                .map(document -> Reading.of(document).letters().text())
                .toList();
        return strings.stream()
                .mapToLong(string ->
                        letters.stream().filter(text -> text.contains(string)).count())
                .toArray();
    }

    @Override
    public Vocabulary vocabulary() {
        return Vocabulary.of(Map.of());
    }

    /** What can be found now, by id. */
    public synchronized Map<String, Document> found() {
        return committed;
    }

    @Override
    public SearchPage search(SearchRequest request) {
        return new SearchPage(documents(), true, false, Duration.ZERO, List.of(), List.of(), Map.of());
    }

    @Override
    public List<String> ids(SearchRequest request) {
        return List.copyOf(found().keySet());
    }

    @Override
    public Frequencies frequencies(SearchRequest request) {
        return new Frequencies(documents(), 0, true, false, Map.of());
    }

    @Override
    public void close() {}
}
