package wenyuan.query;

import static java.util.stream.Collectors.joining;

import java.util.List;
import wenyuan.model.Label;
import wenyuan.model.Taxonomy;

/**
 * Writes a query as one would type it, with Chinese names. Whatever {@link QueryParser} hands out is read back as the
 * same query. Thread-safe: immutable.
 */
public final class QueryPrinter {
    private final Taxonomy taxonomy;

    /** A printer that writes these labels by name. */
    public QueryPrinter(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** What to type for {@code query}. */
    public String print(Query query) {
        return switch (query) {
            case Query.All all -> "*";
            case Query.Words words -> Scopes.prefix(words.scope()) + words.text();
            case Query.Verbatim verbatim ->
                Scopes.prefix(verbatim.scope()) + (verbatim.exact() ? "=" : "") + quoted(verbatim.text());
            case Query.Pattern pattern -> prefix(pattern.extent(), pattern.scope()) + quoted(pattern.literal());
            case Query.Near near -> near(near);
            case Query.Filter filter -> filter.field().chinese() + ":" + values(filter);
            case Query.Years(int from, int to) -> Ranges.YEARS.print(from, to);
            case Query.Parts(int from, int to) -> Ranges.PARTS.print(from, to);
            case Query.Widened widened -> print(widened.typed());
            case Query.Masked masked -> Scopes.prefix(masked.scope()) + quoted(masked.text());
            case Query.And and -> and(and.parts());
            case Query.Or or -> or.parts().stream().map(this::grouped).collect(joining(" OR "));
            case Query.Not not -> "-" + grouped(not.part());
            case Query.Thought thought -> "~" + (isPlain(thought.text()) ? thought.text() : quoted(thought.text()));
        };
    }

    private static String near(Query.Near near) {
        String pieces = quoted(String.join(" ", near.pieces()));
        return near.within() == Query.Near.ANYWHERE
                ? Scopes.prefix(near.scope()) + near.extent().named() + pieces
                : prefix(near.extent(), near.scope()) + pieces + "~" + near.within();
    }

    private static String prefix(Extent extent, Scope scope) {
        return Scopes.prefix(scope) + extent.prefix();
    }

    private String grouped(Query query) {
        boolean several = query instanceof Query.And || query instanceof Query.Or;
        return several ? "(" + print(query) + ")" : print(query);
    }

    /** Everything need not be said before what is left out of it. */
    private String and(List<Query> parts) {
        return parts.stream()
                .filter(part -> !(part instanceof Query.All))
                .map(this::grouped)
                .collect(joining(" "));
    }

    private String values(Query.Filter filter) {
        List<Label> labels = filter.field().labels(taxonomy);
        return filter.values().stream()
                .map(id -> name(labels, id))
                .map(name -> isPlain(name) && !name.matches(".*[,，、].*") ? name : quoted(name))
                .collect(joining(","));
    }

    private static String name(List<Label> labels, String id) {
        return Taxonomy.find(labels, id)
                .filter(label -> Taxonomy.find(labels, label.name()).equals(Taxonomy.find(labels, id)))
                .map(Label::name)
                .orElse(id);
    }

    /** Whether the text is one chunk when typed without quotes. */
    private static boolean isPlain(String text) {
        return Signs.narrow(text).chars().noneMatch(unit -> Signs.endsChunk((char) unit));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean special = "\\＼\"＂“”".indexOf(unit) >= 0;
            quoted.append(special ? "\\" : "").append(unit);
        }
        return quoted.append('"').toString();
    }
}
