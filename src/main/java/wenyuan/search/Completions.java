package wenyuan.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import wenyuan.model.Phrasing;
import wenyuan.model.Taxonomy;
import wenyuan.query.Field;
import wenyuan.query.Query;
import wenyuan.query.QueryPrinter;
import wenyuan.query.Unfinished;
import wenyuan.search.Completion.Kind;
import wenyuan.text.Normal;
import wenyuan.text.Segmenter;

/**
 * What somebody who is typing may be about to type: labels, words, and headings and titles that hold what stands there so far.
 * No look-up reads all documents; one that takes long is given up for what has been found. Thread-safe: immutable.
 */
public final class Completions {
    /** Most completions of one query. */
    public static final int MOST = 10;

    private static final Duration LIMIT = Duration.ofMillis(80);
    private static final int LONGEST = 40;
    private static final List<Field> NAMED = List.of(Field.TYPE, Field.THEME, Field.KIND);
    /** How many of a kind come first; where others have fewer, more of it follow. */
    private static final Map<Kind, Integer> SHARE =
            new EnumMap<>(Map.of(Kind.LABEL, 2, Kind.PHRASE, 4, Kind.HEADING, 2, Kind.TITLE, 2));

    private static final Comparator<Completion> COMMONEST =
            Comparator.comparingLong(Completion::count).reversed();

    private final SearchEngine engine;
    private final Texts texts;
    private final QueryPrinter printer;
    private final KnownNames names;
    private final Duration limit;

    /** Completions from what {@code engine} finds, and from these names. */
    public Completions(SearchEngine engine, Texts texts, Taxonomy taxonomy, Phrasing phrasing) {
        this(engine, texts, taxonomy, phrasing, LIMIT);
    }

    Completions(SearchEngine engine, Texts texts, Taxonomy taxonomy, Phrasing phrasing, Duration limit) {
        this.limit = limit;
        this.engine = engine;
        this.texts = texts;
        this.printer = new QueryPrinter(taxonomy);
        this.names = new KnownNames(taxonomy, phrasing);
    }

    /**
     * At most {@value #MOST} completions of {@code typed}, commonest first among those of a kind. Takes some 80 ms at most.
     *
     * @param labelled how many documents carry each label; labels that are not counted there are not offered
     */
    public List<Completion> of(String typed, Segmenter segmenter, Map<Field, List<SearchPage.Count>> labelled) {
        return Unfinished.of(typed, name -> Normal.of(name).text())
                .map(unfinished -> of(unfinished, segmenter, labelled))
                .orElse(List.of());
    }

    private List<Completion> of(
            Unfinished unfinished, Segmenter segmenter, Map<Field, List<SearchPage.Count>> labelled) {
        String letters = Normal.of(unfinished.chunk()).letters().text();
        if (letters.isEmpty() && !unfinished.chunk().isEmpty()) {
            return List.of();
        }
        List<Completion> all = new ArrayList<>();
        switch (unfinished.place()) {
            case Unfinished.ValueOf(Field field) ->
                labels(field, letters, labelled).forEach(label -> all.add(value(unfinished, label)));
            case Unfinished.Anywhere anywhere -> {
                NAMED.forEach(field -> labels(field, letters, labelled)
                        .forEach(label -> all.add(completion(unfinished, label.filter(), Kind.LABEL, label.count()))));
                all.addAll(words(unfinished, letters, segmenter));
            }
            case Unfinished.OnlyWords words -> all.addAll(words(unfinished, letters, segmenter));
        }
        return chosen(all.stream()
                .filter(completion -> completion.count() > 0)
                .sorted(COMMONEST)
                .toList());
    }

    private record Labelled(Query filter, long count) {}

    private List<Labelled> labels(Field field, String letters, Map<Field, List<SearchPage.Count>> labelled) {
        Set<String> meant = new HashSet<>();
        names.labels(field, letters).forEach(label -> meant.add(label.id()));
        return labelled.getOrDefault(field, List.of()).stream()
                .filter(count -> meant.contains(count.value()))
                .map(count -> new Labelled(new Query.Filter(field, List.of(count.value())), count.count()))
                .toList();
    }

    private Completion value(Unfinished unfinished, Labelled label) {
        String printed = printer.print(label.filter());
        return new Completion(
                unfinished.kept() + printed.substring(printed.indexOf(':') + 1), Kind.LABEL, label.count());
    }

    private List<Completion> words(Unfinished unfinished, String letters, Segmenter segmenter) {
        if (letters.length() > LONGEST) {
            return List.of();
        }
        Deadline deadline = Deadline.in(limit);
        Holdings holdings = new Holdings(engine, texts, deadline);
        boolean quoted = unfinished.place() instanceof Unfinished.OnlyWords(boolean inQuotes) && inQuotes;
        List<Completion> found = new ArrayList<>();
        new Phrases(names, engine.vocabulary(), segmenter, holdings).of(letters).forEach(phrase -> {
            boolean plain = !quoted && phrase.text().codePoints().allMatch(Character::isIdeographic);
            found.add(
                    plain
                            ? new Completion(unfinished.kept() + phrase.text(), Kind.PHRASE, phrase.documents())
                            : completion(
                                    unfinished, Holdings.verbatim(phrase.text()), Kind.PHRASE, phrase.documents()));
        });
        holdings.lines(letters)
                .forEach(line -> found.add(
                        completion(unfinished, Holdings.verbatim(line.text()), line.kind(), line.documents())));
        return found;
    }

    private Completion completion(Unfinished unfinished, Query part, Kind kind, long count) {
        return new Completion(unfinished.kept() + printer.print(part), kind, count);
    }

    /** Some of each kind, and of which there is more than its share as many as there is room for. */
    private static List<Completion> chosen(List<Completion> all) {
        Set<String> seen = new HashSet<>();
        List<Completion> distinct = all.stream()
                .sorted(Comparator.comparing(Completion::kind, Comparator.reverseOrder()))
                .filter(completion -> seen.add(completion.text()))
                .toList();
        Set<Completion> chosen = new LinkedHashSet<>();
        for (Kind kind : Kind.values()) {
            of(kind, distinct).limit(SHARE.getOrDefault(kind, 0)).forEach(chosen::add);
        }
        for (Kind kind : List.of(Kind.PHRASE, Kind.HEADING, Kind.TITLE, Kind.LABEL)) {
            of(kind, distinct).limit(MOST - chosen.size() + shown(kind, chosen)).forEach(chosen::add);
        }
        return Stream.of(Kind.LABEL, Kind.PHRASE, Kind.HEADING, Kind.TITLE)
                .flatMap(kind -> of(kind, chosen.stream().sorted(COMMONEST).toList()))
                .toList();
    }

    private static long shown(Kind kind, Set<Completion> chosen) {
        return of(kind, List.copyOf(chosen)).count();
    }

    private static Stream<Completion> of(Kind kind, List<Completion> all) {
        return all.stream().filter(completion -> completion.kind() == kind);
    }

    /** How many documents carry each label: what {@link #of} wants to know. Takes long on a large archive. */
    public static Map<Field, List<SearchPage.Count>> labelled(SearchEngine engine) {
        return engine.search(SearchRequest.of(new Query.All()).counting()).facets();
    }
}
