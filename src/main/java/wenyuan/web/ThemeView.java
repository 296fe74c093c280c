package wenyuan.web;

import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wenyuan.model.Document;
import wenyuan.model.Label;
import wenyuan.query.Field;
import wenyuan.search.SearchPage;
import wenyuan.search.ThemeFigures;
import wenyuan.search.ThemePortrait;
import wenyuan.search.View;

/**
 * A theme, ready to be shown.
 *
 * @param search all its documents
 * @param histogram its documents by year
 * @param years the same as a table
 * @param portrait what a reading of some of them found; empty while it is not done
 */
public record ThemeView(
        Label theme,
        long documents,
        String search,
        Histogram histogram,
        List<Row> years,
        List<Row> meetings,
        List<Sister> sisters,
        List<Paper> newest,
        Optional<Portrait> portrait) {
    private static final int ROWS = 12;

    /**
     * A number with a name.
     *
     * @param percent of the largest
     */
    public record Row(String name, long count, String url, long percent) {}

    /**
     * A theme that goes with this one.
     *
     * @param both documents with both themes
     * @param documents documents with it
     * @param lift how many times as often as by chance
     */
    public record Sister(String name, String url, long both, String search, long documents, String lift) {}

    /** A document. */
    public record Paper(String title, String url, List<Badge> badges) {}

    /** Typical phrases and documents, with the number of documents read. */
    public record Portrait(int read, List<Phrase> phrases, List<Paper> documents) {}

    /**
     * A typical phrase.
     *
     * @param hint its counts in words
     */
    public record Phrase(String text, String url, int read, String hint) {}

    static ThemeView of(Label theme, ThemeFigures figures, Optional<ThemePortrait> portrait, Messages say) {
        Address own = Address.of("").with(Field.THEME, List.of(theme.id()));
        return new ThemeView(
                theme,
                figures.documents(),
                own.url(),
                Histogram.of(figures.years(), own),
                rows(figures.years(), Field.YEAR, own).reversed(),
                rows(figures.meetings(), Field.TYPE, own).stream().limit(ROWS).toList(),
                figures.sisters().stream()
                        .limit(ROWS)
                        .map(sister -> sister(sister, theme))
                        .toList(),
                papers(figures.newest(), say),
                portrait.map(found -> portrait(found, own, say)));
    }

    /** Every theme of the list, those with most documents first. */
    static List<Row> overview(List<Label> themes, List<SearchPage.Count> counts) {
        Map<String, Long> byId = counts.stream().collect(toMap(SearchPage.Count::value, SearchPage.Count::count));
        long most = Math.max(
                1, byId.values().stream().mapToLong(Long::longValue).max().orElse(1));
        return themes.stream()
                .map(theme -> {
                    long count = byId.getOrDefault(theme.id(), 0L);
                    return new Row(theme.name(), count, url(theme.id()), percent(count, most));
                })
                .sorted(Comparator.comparingLong(Row::count).reversed())
                .toList();
    }

    /** Where the page of a theme is. */
    public static String url(String theme) {
        return "/themes/" + Address.encode(theme);
    }

    private static List<Row> rows(List<SearchPage.Count> counts, Field field, Address own) {
        long most = Math.max(
                1, counts.stream().mapToLong(SearchPage.Count::count).max().orElse(1));
        return counts.stream()
                .map(count -> new Row(
                        count.label(),
                        count.count(),
                        own.with(field, List.of(count.value())).url(),
                        percent(count.count(), most)))
                .toList();
    }

    private static long percent(long count, long most) {
        return count == 0 ? 0 : Math.max(1, Math.round(100.0 * count / most));
    }

    private static Sister sister(ThemeFigures.Sister sister, Label theme) {
        String query = "主题:\"" + theme.name() + "\" 主题:\"" + sister.theme().label() + "\"";
        return new Sister(
                sister.theme().label(),
                url(sister.theme().value()),
                sister.theme().count(),
                Address.of(query).url(),
                sister.documents(),
                String.format(Locale.ROOT, "%.1f", sister.lift()));
    }

    private static Portrait portrait(ThemePortrait portrait, Address own, Messages say) {
        List<Phrase> phrases = portrait.phrases().stream()
                .map(phrase -> new Phrase(
                        phrase.phrase(),
                        new Address(
                                        "\"" + phrase.phrase() + "\"",
                                        own.chosen(),
                                        own.sort(),
                                        View.DOCUMENTS,
                                        0,
                                        own.size())
                                .url(),
                        phrase.read(),
                        say.say("theme.phrase", portrait.read(), phrase.read(), phrase.documents())))
                .toList();
        return new Portrait(portrait.read(), phrases, papers(portrait.documents(), say));
    }

    private static List<Paper> papers(List<Document> documents, Messages say) {
        return documents.stream()
                .map(document ->
                        new Paper(document.title(), Address.of("").reading(document.id()), Badge.of(document, say)))
                .toList();
    }
}
