package wenyuan.search;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import wenyuan.model.Document;
import wenyuan.query.Field;
import wenyuan.query.Query;
import wenyuan.search.SearchRequest.Sort;
import wenyuan.search.ThemeFigures.Sister;
import wenyuan.text.Segmenter;

/** Statistics of themes over what an engine has taken in. Thread-safe. */
public final class Themes {
    /** Most documents of a theme that are read for its portrait. */
    public static final int READ = 200;

    /** Characters of each of them that are read. */
    private static final int CHARACTERS = 6_000;

    private static final int WINDOWS = 4;
    private static final int SHOWN = 8;
    private static final int PHRASES = 24;
    private static final double INSIDE = 0.8;
    private static final int COUNTED = 500;
    private static final int CHECKED = 2_000;

    private final SearchEngine engine;
    private final Segmenter segmenter;

    /** Statistics of {@code engine}. */
    public Themes(SearchEngine engine, Segmenter segmenter) {
        this.engine = engine;
        this.segmenter = segmenter;
    }

    /** How many documents each theme has, most first; themes without any are left out. */
    public List<SearchPage.Count> overview() {
        return counts(search(new Query.All(), Sort.RELEVANCE, 0, 0, true), Field.THEME);
    }

    /** What the index tells; two searches. */
    public ThemeFigures figures(String theme) {
        SearchPage all = search(new Query.All(), Sort.RELEVANCE, 0, 0, true);
        SearchPage own = search(having(theme), Sort.NEWEST, 0, SHOWN, true);
        return new ThemeFigures(
                own.total(),
                counts(own, Field.YEAR),
                counts(own, Field.TYPE),
                sisters(theme, own, all),
                documents(own));
    }

    private static List<Sister> sisters(String theme, SearchPage own, SearchPage all) {
        Map<String, Long> documents =
                counts(all, Field.THEME).stream().collect(toMap(SearchPage.Count::value, SearchPage.Count::count));
        return counts(own, Field.THEME).stream()
                .filter(count -> !count.value().equals(theme) && count.count() > 1)
                .map(count ->
                        sister(count, documents.getOrDefault(count.value(), count.count()), own.total(), all.total()))
                .filter(sister -> sister.surprise() >= LogLikelihood.ONE_IN_HUNDRED)
                .sorted(Comparator.comparingDouble(Sister::surprise)
                        .reversed()
                        .thenComparing(sister -> sister.theme().value()))
                .toList();
    }

    private static Sister sister(SearchPage.Count together, long other, long own, long all) {
        long both = together.count();
        double surprise = LogLikelihood.of(both, own - both, other - both, all - own - other + both);
        return new Sister(together, other, both * (double) all / (own * (double) other), surprise);
    }

    /**
     * Reads up to {@value #READ} documents of a theme (of each the first 6,000 characters), evenly spread from the newest to the oldest, and compares them with the
     * archive. Takes a second or so on a large archive.
     *
     * <p>Documents of the theme that are not read count as rest of the archive, so that surprise errs on the low side.
     */
    public ThemePortrait portrait(String theme) {
        List<Document> read = sample(theme);
        List<Document> best = read.stream()
                .sorted(Comparator.comparingDouble((Document document) -> certainty(document, theme))
                        .reversed()
                        .thenComparing(Document::id))
                .limit(SHOWN)
                .toList();
        return new ThemePortrait(read.size(), phrases(read), best);
    }

    private List<Document> sample(String theme) {
        long total = search(having(theme), Sort.NEWEST, 0, 0, false).total();
        if (total <= READ) {
            return documents(search(having(theme), Sort.NEWEST, 0, READ, false));
        }
        int width = READ / WINDOWS;
        Map<String, Document> sample = new LinkedHashMap<>();
        for (int window = 0; window < WINDOWS; window++) {
            int from = (int) Math.min(Integer.MAX_VALUE / 2, window * (total - width) / (WINDOWS - 1));
            documents(search(having(theme), Sort.NEWEST, from, width, false))
                    .forEach(document -> sample.put(document.id(), document));
        }
        return List.copyOf(sample.values());
    }

    /** The first theme of a document is the one it is most about. */
    private static double certainty(Document document, String theme) {
        return IntStream.range(0, document.attributes().themes().size())
                .filter(i -> document.attributes().themes().get(i).label().id().equals(theme))
                .mapToDouble(i -> document.attributes().themes().get(i).confidence() - i)
                .findFirst()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private List<ThemePortrait.Phrase> phrases(List<Document> read) {
        List<Map.Entry<String, Integer>> frequent = frequent(read);
        long[] documents =
                engine.documentsWith(frequent.stream().map(Map.Entry::getKey).toList(), CHECKED);
        long all = engine.documents();
        List<ThemePortrait.Phrase> phrases = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            int here = frequent.get(i).getValue();
            long elsewhere = Math.max(0, documents[i] - here);
            long neither = Math.max(0, all - read.size() - elsewhere);
            double surprise = LogLikelihood.of(here, read.size() - here, elsewhere, neither);
            phrases.add(new ThemePortrait.Phrase(frequent.get(i).getKey(), here, here + elsewhere, surprise));
        }
        return unfolded(phrases);
    }

    /** What stands in several of these documents, by the number of them. */
    private List<Map.Entry<String, Integer>> frequent(List<Document> read) {
        Map<String, Integer> holding = new HashMap<>();
        for (Document document : read) {
            Expressions.of(document, segmenter, CHARACTERS)
                    .forEach(found -> holding.merge(found.letters(), 1, Integer::sum));
        }
        int least = Math.max(2, read.size() / 50);
        return holding.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COUNTED)
                .toList();
    }

    private static List<ThemePortrait.Phrase> unfolded(List<ThemePortrait.Phrase> phrases) {
        List<ThemePortrait.Phrase> best = phrases.stream()
                .filter(phrase -> phrase.surprise() >= LogLikelihood.ONE_IN_HUNDRED)
                .filter(phrase -> phrases.stream().noneMatch(other -> explains(other, phrase)))
                .sorted(Comparator.comparingDouble(ThemePortrait.Phrase::surprise)
                        .reversed()
                        .thenComparing(ThemePortrait.Phrase::phrase))
                .toList();
        List<ThemePortrait.Phrase> chosen = new ArrayList<>();
        for (ThemePortrait.Phrase next : best) {
            boolean folded = chosen.stream().anyMatch(better -> KeyPhrases.repeats(next.phrase(), better.phrase()));
            if (!folded && chosen.size() < PHRASES) {
                chosen.add(next);
            }
        }
        return chosen;
    }

    /** Whether {@code phrase} hardly ever stands but inside {@code longer}. */
    private static boolean explains(ThemePortrait.Phrase longer, ThemePortrait.Phrase phrase) {
        return longer.phrase().length() > phrase.phrase().length()
                && longer.read() >= INSIDE * phrase.read()
                && longer.phrase().contains(phrase.phrase());
    }

    private SearchPage search(Query query, Sort sort, int from, int size, boolean facets) {
        return engine.search(
                new SearchRequest(query, List.of(), sort, from, size, facets, SearchRequest.DEFAULT_LIMIT, List.of()));
    }

    private static Query having(String theme) {
        return new Query.Filter(Field.THEME, List.of(theme));
    }

    private static List<SearchPage.Count> counts(SearchPage page, Field field) {
        return page.facets().getOrDefault(field, List.of());
    }

    private static List<Document> documents(SearchPage page) {
        return page.hits().stream().map(SearchPage.Hit::document).toList();
    }
}
