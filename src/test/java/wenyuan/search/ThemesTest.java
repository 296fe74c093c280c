package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenyuan.search.TestDocuments.SEGMENTER;
import static wenyuan.search.TestDocuments.TAXONOMY;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Document;
import wenyuan.search.ThemeFigures.Sister;
import wenyuan.search.lucene.LuceneEngine;

class ThemesTest {
    private static final List<String> THEMES = List.of("TH01", "TH10", "TH11");

    @TempDir
    Path folder;

    private final Map<String, Document> archive = new HashMap<>();

    private void with(List<Document> documents, Consumer<Themes> reader) {
        documents.forEach(document -> archive.put(document.id(), document));
        try (LuceneEngine engine = LuceneEngine.open(
                folder.resolve("index"), id -> Optional.ofNullable(archive.get(id)), SEGMENTER, TAXONOMY)) {
            documents.forEach(engine.sink()::put);
            engine.sink().commit(new Position("store", 1));
            reader.accept(new Themes(engine, SEGMENTER));
        }
    }

    /** TH11 mostly comes with TH10; TH01 comes as it likes. */
    private static List<Document> documents(int number, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, number)
                .mapToObj(i -> {
                    boolean grid = random.nextInt(3) == 0;
                    List<String> themes = new ArrayList<>();
                    if (random.nextInt(4) == 0) {
                        themes.add("TH01");
                    }
                    if (grid) {
                        themes.add("TH10");
                    }
                    if (random.nextInt(10) < (grid ? 7 : 1)) {
                        themes.add("TH11");
                    }
                    String own = grid ? "网格驿站办得好。" : "机关食堂办得好。";
                    return TestDocuments.of("d" + i, "讲话", "基层党建工作要抓好，服务群众。", own)
                            .labelled(random.nextBoolean() ? "MT16" : "MT12", themes.toArray(String[]::new))
                            .year(2000 + i % 20)
                            .document();
                })
                .toList();
    }

    private static List<String> themes(Document document) {
        return document.attributes().themes().stream()
                .map(claim -> claim.label().id())
                .toList();
    }

    private static long having(List<Document> documents, String... themes) {
        return documents.stream()
                .filter(document -> themes(document).containsAll(List.of(themes)))
                .count();
    }

    @Test
    void figuresAreThoseOfCountingByHand() {
        long seed = System.nanoTime();
        List<Document> documents = documents(300, seed);
        with(documents, themes -> {
            Map<String, Long> overview = themes.overview().stream()
                    .collect(Collectors.toMap(SearchPage.Count::value, SearchPage.Count::count));
            for (String theme : THEMES) {
                String why = theme + ", seed " + seed;
                ThemeFigures figures = themes.figures(theme);
                assertEquals(having(documents, theme), figures.documents(), why);
                assertEquals(having(documents, theme), overview.get(theme), why);
                assertEquals(years(documents, theme), counted(figures.years()), why);
                assertEquals(expectedSisters(documents, theme), found(figures.sisters()), why);
                int newest =
                        figures.newest().getFirst().attributes().dating().year().getAsInt();
                assertEquals(years(documents, theme).lastKey(), "" + newest, why);
            }
        });
    }

    private static SortedMap<String, Long> years(List<Document> documents, String theme) {
        return documents.stream()
                .filter(document -> themes(document).contains(theme))
                .collect(Collectors.groupingBy(
                        document -> "" + document.attributes().dating().year().getAsInt(),
                        TreeMap<String, Long>::new,
                        Collectors.counting()));
    }

    private static Map<String, Long> counted(List<SearchPage.Count> counts) {
        return counts.stream()
                .collect(Collectors.toMap(SearchPage.Count::value, SearchPage.Count::count, Long::sum, TreeMap::new));
    }

    /** By the other way to write G²: sums of n·ln n over cells, rows, columns and the whole. */
    private static Map<String, String> expectedSisters(List<Document> documents, String theme) {
        Map<String, String> expected = new TreeMap<>();
        long all = documents.size();
        long own = having(documents, theme);
        for (String other : THEMES) {
            long both = having(documents, theme, other);
            long others = having(documents, other);
            double cells = part(both) + part(own - both) + part(others - both) + part(all - own - others + both);
            double margins = part(own) + part(all - own) + part(others) + part(all - others);
            double surprise = 2 * (cells - margins + part(all));
            double lift = (double) both / own / ((double) others / all);
            if (!other.equals(theme) && lift > 1 && surprise >= 6.63) {
                expected.put(other, String.format(Locale.ROOT, "%d %d %.6f %.6f", both, others, lift, surprise));
            }
        }
        return expected;
    }

    private static double part(long count) {
        return count == 0 ? 0 : count * Math.log((double) count);
    }

    private static Map<String, String> found(List<Sister> sisters) {
        return sisters.stream()
                .collect(Collectors.toMap(
                        sister -> sister.theme().value(),
                        sister -> String.format(
                                Locale.ROOT,
                                "%d %d %.6f %.6f",
                                sister.theme().count(),
                                sister.documents(),
                                sister.lift(),
                                sister.surprise()),
                        (a, b) -> a,
                        TreeMap::new));
    }

    @Test
    void aPortraitNamesWhatOnlyTheThemeSays() {
        List<Document> documents = documents(120, 4);
        with(documents, themes -> {
            ThemePortrait portrait = themes.portrait("TH10");
            assertEquals(having(documents, "TH10"), portrait.read());
            ThemePortrait.Phrase first = portrait.phrases().getFirst();
            assertEquals("网格驿站", first.phrase());
            assertEquals(portrait.read(), first.read());
            assertEquals(portrait.read(), first.documents());
            assertTrue(portrait.phrases().stream().noneMatch(phrase -> "基层党建工作服务群众机关食堂".contains(phrase.phrase())));
            assertTrue(portrait.documents().stream()
                    .allMatch(document -> themes(document).contains("TH10")));
        });
    }

    @Test
    void ofManyDocumentsSomeOfAllYearsAreRead() {
        List<Document> documents = documents(900, 8);
        with(documents, themes -> {
            assertTrue(having(documents, "TH10") > Themes.READ);
            ThemePortrait portrait = themes.portrait("TH10");
            assertEquals(Themes.READ, portrait.read());
            assertEquals("网格驿站", portrait.phrases().getFirst().phrase());
        });
    }

    @Test
    void aThemeWithoutDocumentsHasNothing() {
        with(documents(20, 1), themes -> {
            assertEquals(0, themes.figures("TH99").documents());
            assertEquals(new ThemePortrait(0, List.of(), List.of()), themes.portrait("TH99"));
            assertFalse(
                    themes.overview().stream().anyMatch(count -> count.value().equals("TH99")));
        });
    }
}
