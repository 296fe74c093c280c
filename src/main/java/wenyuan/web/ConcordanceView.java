package wenyuan.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wenyuan.model.Taxonomy;
import wenyuan.query.Field;
import wenyuan.query.Query;
import wenyuan.query.QueryPrinter;
import wenyuan.query.Scope;
import wenyuan.search.Collocate;
import wenyuan.search.ConcordanceLine;
import wenyuan.search.ConcordancePage;
import wenyuan.search.ConcordanceRequest.Part;
import wenyuan.search.Extension;
import wenyuan.search.Filler;
import wenyuan.search.Focus;
import wenyuan.search.Frequencies;

/**
 * A concordance, ready to be printed.
 *
 * @param occurrences in all
 * @param documents that hold one
 * @param counted whether both are exact
 * @param rows the lines
 * @param tabs what can be shown beneath them
 * @param shown which of these is
 * @param groups counts, field by field, when they are shown
 * @param company words near the match, when they are shown
 * @param fills fillers of each gap, when they are shown
 * @param longer strings that hold the match: on the left, on the right; when they are shown
 */
public record ConcordanceView(
        long total,
        long occurrences,
        long documents,
        boolean counted,
        List<Row> rows,
        List<SearchView.Way> tabs,
        String shown,
        List<Table> groups,
        List<Company> company,
        List<Table> fills,
        List<Table> longer)
        implements Listing {
    private static final int MOST_GROUPS = 12;
    private static final List<Field> GROUPED = List.of(Field.YEAR, Field.TYPE, Field.LEVEL);

    /**
     * A line.
     *
     * @param url where it is read
     */
    public record Row(String year, String title, String url, String left, String match, String right) {}

    /** Counts under one heading. */
    public record Table(String name, List<Count> rows) {}

    /**
     * A value with its counts.
     *
     * @param url the concordance of it alone; empty when there is none
     * @param note more about it, or empty
     */
    public record Count(String label, String url, long documents, long occurrences, String note) {}

    /**
     * A word near the match.
     *
     * @param url the concordance of the two together, {@code before} and {@code behind} of one order only
     */
    public record Company(Collocate word, String url, String before, String behind) {}

    @Override
    public String found(Messages say) {
        return say.say(counted ? "concordance.counted" : "concordance.counted.least", occurrences, documents);
    }

    static ConcordanceView of(ConcordancePage page, SearchParams params, Taxonomy taxonomy, Messages say) {
        return new Making(page, params, taxonomy, say).view();
    }

    /** Makes one view. */
    private record Making(
            ConcordancePage page, SearchParams params, Taxonomy taxonomy, Messages say, Optional<Focus> focus) {
        Making(ConcordancePage page, SearchParams params, Taxonomy taxonomy, Messages say) {
            this(page, params, taxonomy, say, Focus.of(params.request().query()));
        }

        ConcordanceView view() {
            List<Part> parts = parts();
            Part shown =
                    parts.stream().filter(params.with()::contains).findFirst().orElse(Part.GROUPS);
            return new ConcordanceView(
                    page.reachable(),
                    page.total(),
                    page.documents(),
                    page.counted(),
                    page.lines().stream().map(this::row).toList(),
                    parts.stream().map(part -> tab(part, part == shown)).toList(),
                    shown.word(),
                    shown == Part.GROUPS ? groups() : List.of(),
                    shown == Part.COLLOCATES ? company() : List.of(),
                    shown == Part.FILLERS ? fills() : List.of(),
                    shown == Part.EXTENSIONS ? longer() : List.of());
        }

        /** What makes sense for this query. */
        private List<Part> parts() {
            boolean phrase = focus.flatMap(Focus::phrase).isPresent();
            boolean gaps = focus.filter(Focus::leavesOpen).isPresent();
            return Stream.of(Part.GROUPS, Part.FILLERS, Part.EXTENSIONS, Part.COLLOCATES)
                    .filter(part -> part != Part.FILLERS || gaps)
                    .filter(part -> part != Part.EXTENSIONS || phrase)
                    .toList();
        }

        private SearchView.Way tab(Part part, boolean shown) {
            String url = params.address().url();
            return new SearchView.Way(
                    say.say("concordance." + part.word()),
                    shown,
                    part == Part.GROUPS ? url : url + "&with=" + part.word());
        }

        private Row row(ConcordanceLine line) {
            Address address = params.address();
            String url = line.offset().isPresent()
                    ? address.reading(line.id(), line.offset().getAsInt())
                    : address.reading(line.id());
            String year = line.year().isPresent() ? Integer.toString(line.year().getAsInt()) : "";
            return new Row(year, line.title(), url, line.left(), line.match(), line.right());
        }

        private List<Table> groups() {
            return GROUPED.stream()
                    .map(field -> new Table(
                            say.name(field),
                            page.groups().getOrDefault(field, List.of()).stream()
                                    .limit(field == Field.YEAR ? Long.MAX_VALUE : MOST_GROUPS)
                                    .map(group -> group(field, group))
                                    .toList()))
                    .filter(table -> !table.rows().isEmpty())
                    .toList();
        }

        private Count group(Field field, Frequencies.Group group) {
            String url = params.address().with(field, List.of(group.value())).url();
            return new Count(
                    Facet.label(field, group.value(), taxonomy, say), url, group.documents(), group.occurrences(), "");
        }

        private List<Company> company() {
            return page.collocates().orElse(List.of()).stream()
                    .map(word -> new Company(
                            word,
                            near(word, (phrase, found) -> found.together(phrase, word.word())),
                            near(word, (phrase, found) -> found.inOrder(word.word(), phrase)),
                            near(word, (phrase, found) -> found.inOrder(phrase, word.word()))))
                    .toList();
        }

        private interface Joining {
            Query of(String phrase, Focus focus);
        }

        /** Where several things are looked for, the word is one more. */
        private String near(Collocate word, Joining joining) {
            Query other = focus.flatMap(found -> found.phrase().map(phrase -> joining.of(phrase, found)))
                    .orElseGet(() -> new Query.And(List.of(
                            params.request().query(), new Query.Verbatim(word.word(), false, new Scope.Text()))));
            return asking(other);
        }

        private List<Table> fills() {
            List<Filler> fillers = page.fillers().orElse(List.of());
            return fillers.stream()
                    .map(Filler::gap)
                    .distinct()
                    .map(gap -> new Table(
                            say.say("concordance.gap", gap),
                            fillers.stream()
                                    .filter(filler -> filler.gap() == gap)
                                    .map(this::fill)
                                    .toList()))
                    .toList();
        }

        private Count fill(Filler filler) {
            String since = filler.earliest().isPresent()
                    ? say.say("concordance.since", "" + filler.earliest().getAsInt())
                    : "";
            return new Count(filler.text(), string(filler.whole()), filler.documents(), filler.count(), since);
        }

        private List<Table> longer() {
            List<Extension> extensions = page.extensions().orElse(List.of());
            return Stream.of(Extension.Side.values())
                    .map(side -> new Table(
                            say.say("concordance." + side.name()),
                            extensions.stream()
                                    .filter(extension -> extension.side() == side)
                                    .map(extension -> new Count(
                                            extension.text(),
                                            string(extension.text()),
                                            extension.documents(),
                                            extension.count(),
                                            ""))
                                    .toList()))
                    .filter(table -> !table.rows().isEmpty())
                    .toList();
        }

        private String string(String letters) {
            return letters.isEmpty()
                    ? ""
                    : focus.map(found -> asking(found.string(letters))).orElse("");
        }

        private String asking(Query query) {
            return params.address()
                    .asking(new QueryPrinter(taxonomy).print(query))
                    .url();
        }
    }
}
