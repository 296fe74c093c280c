package wenyuan.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wenyuan.export.Json;
import wenyuan.model.Phrasing;
import wenyuan.query.Field;
import wenyuan.search.Completion;
import wenyuan.search.Completions;
import wenyuan.search.Position;
import wenyuan.search.SearchPage;

/** Proposes how a query may go on while it is typed. */
final class Suggesting implements AutoCloseable {
    /** Without the labels' figures the other proposals are given. */
    private static final Duration PATIENCE = Duration.ofMillis(20);

    private static final int LONGEST = 500;

    private final WebServer.Archive archive;
    private volatile Named named;
    private final Remembered<Position, Map<Field, List<SearchPage.Count>>> labelled;

    /** Completions by one state of the synonyms. */
    private record Named(Phrasing phrasing, Completions completions) {}

    Suggesting(WebServer.Archive archive) {
        this.archive = archive;
        this.named = named(archive.phrasing().get());
        this.labelled = new Remembered<>("suggestions", key -> Completions.labelled(archive.engine()));
    }

    /** Begins to read what the first proposal needs. */
    void start() {
        archive.engine().vocabulary();
        labelled.find("labels", archive.engine().position(), Duration.ZERO);
    }

    /** {@code /api/suggest?q=} */
    void json(Context ctx) {
        String typed = Optional.ofNullable(ctx.queryParam("q")).orElse("");
        List<Completion> found = typed.length() > LONGEST
                ? List.of()
                : completions().of(typed, archive.segmenter().get(), counts());
        ctx.header("Cache-Control", "no-store")
                .contentType("application/json; charset=utf-8")
                .result(Json.line(Json.array(
                        found,
                        completion -> Json.object()
                                .put("text", completion.text())
                                .put("kind", completion.kind().name().toLowerCase(Locale.ROOT))
                                .put("count", completion.count()))));
    }

    private Completions completions() {
        Phrasing now = archive.phrasing().get();
        Named last = named;
        if (!last.phrasing().equals(now)) {
            last = named(now);
            named = last;
        }
        return last.completions();
    }

    private Named named(Phrasing phrasing) {
        Completions completions = new Completions(
                archive.engine(), archive.store()::document, archive.rules().taxonomy(), phrasing);
        return new Named(phrasing, completions);
    }

    private Map<Field, List<SearchPage.Count>> counts() {
        return labelled.find("labels", archive.engine().position(), PATIENCE).orElse(Map.of());
    }

    @Override
    public void close() {
        labelled.close();
    }
}
