package wenyuan.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.search.SearchEngine;
import wenyuan.store.Store;
import wenyuan.store.Words;
import wenyuan.text.NewWords;
import wenyuan.text.NewWords.NewWord;
import wenyuan.text.Normal;
import wenyuan.text.Segmenter;

/**
 * Looks through texts of the archive for words that the dictionary lacks, and proposes them, gaps before compounds of known words. Reads documents in the order of
 * their ids, which is by chance, up to {@value #CHARACTERS} characters, a piece at a time: its memory does not grow with the archive.
 */
public final class WordDiscovery {
    private static final int CHARACTERS = 2_000_000;
    private static final int PAGE = 50;
    private static final int PROPOSED = 300;
    private static final int EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 120;
    /** A word that stands inside one longer word this often is a part of it. */
    private static final double INSIDE = 0.7;

    private final Store store;
    private final SearchEngine engine;
    private final NewWords newWords;
    private final BooleanSupplier stopped;

    private final Map<String, NewWord> found = new HashMap<>();
    private final StringBuilder piece = new StringBuilder();
    private long documents;
    private long characters;

    private WordDiscovery(Store store, SearchEngine engine, Segmenter segmenter, BooleanSupplier stopped) {
        this.store = store;
        this.engine = engine;
        this.newWords = new NewWords(segmenter);
        this.stopped = stopped;
    }

    /**
     * Puts what it finds into the store, in place of the proposals there.
     *
     * @param engine counts documents
     * @param segmenter what it knows is not proposed
     * @param stopped asked between pieces; when it says so nothing is proposed
     * @return number of words that wait for a decision now
     */
    public static long run(Store store, SearchEngine engine, Segmenter segmenter, BooleanSupplier stopped) {
        return new WordDiscovery(store, engine, segmenter, stopped).run();
    }

    private long run() {
        read();
        if (!stopped.getAsBoolean()) {
            store.words().propose(proposals(), documents, store.documents(), characters);
        }
        return store.words().count(Words.State.PROPOSED);
    }

    private void read() {
        String last = "";
        List<Document> page = store.documentsAfter(last, PAGE);
        while (!page.isEmpty() && characters < CHARACTERS && !stopped.getAsBoolean()) {
            page.stream().filter(document -> characters < CHARACTERS).forEach(this::take);
            last = page.getLast().id();
            page = store.documentsAfter(last, PAGE);
        }
        look();
    }

    private void take(Document document) {
        if (piece.length() + document.text().length() > NewWords.MOST) {
            look();
        }
        piece.append(document.text(), 0, Math.min(document.text().length(), NewWords.MOST))
                .append('\n');
        documents++;
        characters += document.text().length();
    }

    private void look() {
        if (!stopped.getAsBoolean()) {
            newWords.in(piece.toString()).forEach(word -> found.merge(word.text(), word, WordDiscovery::both));
        }
        piece.setLength(0);
    }

    private List<Words.Proposal> proposals() {
        List<NewWord> words = found.values().stream()
                .filter(word -> found.values().stream().noneMatch(longer -> partOf(word, longer)))
                .sorted(Comparator.comparing(NewWord::compound)
                        .thenComparing(Comparator.comparingInt(NewWord::count).reversed())
                        .thenComparing(NewWord::text))
                .limit(PROPOSED)
                .toList();
        long[] holding = engine.documentsWith(words.stream().map(NewWord::text).toList(), Integer.MAX_VALUE);
        Map<String, List<Words.Example>> examples = examples(words);
        List<Words.Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < holding.length && !stopped.getAsBoolean(); i++) {
            NewWord word = words.get(i);
            proposals.add(new Words.Proposal(
                    word.text(), word.count(), holding[i], examples.getOrDefault(word.text(), List.of())));
        }
        return proposals;
    }

    private static NewWord both(NewWord one, NewWord other) {
        return new NewWord(one.text(), one.count() + other.count(), one.compound());
    }

    private static boolean partOf(NewWord word, NewWord longer) {
        return longer.text().length() > word.text().length()
                && longer.count() >= INSIDE * word.count()
                && longer.text().contains(word.text());
    }

    /** Goes once more through what was read, until each word has enough examples. */
    private Map<String, List<Words.Example>> examples(List<NewWord> words) {
        Map<String, List<Words.Example>> examples = new HashMap<>();
        words.forEach(word -> examples.put(word.text(), new ArrayList<>()));
        long left = documents;
        String last = "";
        while (left > 0 && !stopped.getAsBoolean() && examples.values().stream().anyMatch(WordDiscovery::wanting)) {
            List<Document> page = store.documentsAfter(last, (int) Math.min(PAGE, left));
            if (page.isEmpty()) {
                return examples;
            }
            page.forEach(document -> collect(document, examples));
            last = page.getLast().id();
            left -= page.size();
        }
        return examples;
    }

    private static boolean wanting(List<Words.Example> examples) {
        return examples.size() < EXAMPLES;
    }

    private static void collect(Document document, Map<String, List<Words.Example>> examples) {
        Normal normal = Normal.of(document.text());
        examples.forEach((word, found) -> {
            int at = wanting(found) ? normal.text().indexOf(word) : -1;
            if (at >= 0) {
                found.add(example(document, normal.source(new Span(at, at + word.length()))));
            }
        });
    }

    /** The sentence around the first standing, cut to what can be read at a glance. */
    private static Words.Example example(Document document, Span mark) {
        Span sentence = document.sentences().stream()
                .filter(one -> one.start() <= mark.start() && mark.end() <= one.end())
                .findFirst()
                .orElse(mark);
        int start = Math.max(sentence.start(), mark.start() - LONGEST_EXAMPLE / 2);
        int end = Math.min(sentence.end(), Math.max(mark.end(), start + LONGEST_EXAMPLE));
        return new Words.Example(
                document.id(),
                document.title(),
                document.text().substring(start, end),
                new Span(mark.start() - start, mark.end() - start));
    }
}
