package wenyuan.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import wenyuan.model.Label;
import wenyuan.search.Position;
import wenyuan.search.SearchPage;
import wenyuan.search.ThemeFigures;
import wenyuan.search.ThemePortrait;
import wenyuan.search.Themes;

/** What the archive says about each theme. */
final class ThemePages implements AutoCloseable {
    /** A first portrait on a large archive takes longer: the page then says that it comes. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final WebServer.Archive archive;
    private final Views views;
    private final Remembered<Position, ThemePortrait> portraits;
    private final Map<String, Counted> figures = new ConcurrentHashMap<>();

    private record Counted(Position position, ThemeFigures figures) {}

    ThemePages(WebServer.Archive archive, Views views) {
        this.archive = archive;
        this.views = views;
        this.portraits = new Remembered<>("themes", id -> themes().portrait(id));
    }

    /** {@code /themes} */
    void all(Context ctx) {
        List<Label> labels = archive.rules().taxonomy().themes();
        List<SearchPage.Count> counts = themes().overview();
        views.show(ctx, "themes", Map.of("themes", ThemeView.overview(labels, counts)));
    }

    /** {@code /themes/{id}} */
    void one(Context ctx) {
        Label theme = archive.rules().taxonomy().themes().stream()
                .filter(label -> label.id().equals(ctx.pathParam("id")))
                .findFirst()
                .orElseThrow(NotFoundResponse::new);
        ThemeFigures counted = figures(theme.id());
        Optional<ThemePortrait> portrait =
                portraits.find(theme.id(), archive.engine().position(), PATIENCE);
        views.show(ctx, "theme", Map.of("view", ThemeView.of(theme, counted, portrait, Language.of(ctx))));
    }

    /** Counted again when something has been committed since. */
    private ThemeFigures figures(String theme) {
        Position now = archive.engine().position();
        return figures.compute(
                        theme,
                        (id, before) -> before != null && before.position().equals(now)
                                ? before
                                : new Counted(now, themes().figures(id)))
                .figures();
    }

    private Themes themes() {
        return new Themes(archive.engine(), archive.segmenter().get());
    }

    @Override
    public void close() {
        portraits.close();
    }
}
