package wenyuan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import wenyuan.model.Taxonomy;
import wenyuan.query.Field;
import wenyuan.query.Warning;
import wenyuan.search.Note;
import wenyuan.search.SearchPage;
import wenyuan.search.View;

/**
 * The search page, ready to be printed.
 *
 * @param address its own state
 * @param first whether nothing has been asked yet, not even for an order
 * @param total documents found, or at least that many when not {@code exact}
 * @param archive documents in the archive
 * @param notes old wordings in the query
 * @param hints what else may be wanted
 * @param listing what the chosen view lists
 * @param waiting changes that cannot be found yet
 */
public record SearchView(
        Address address,
        boolean first,
        long total,
        boolean exact,
        boolean partial,
        double seconds,
        long archive,
        long waiting,
        List<String> warnings,
        List<Advice> notes,
        HintsView hints,
        List<Chip> chips,
        List<Facet> facets,
        Histogram histogram,
        Listing listing,
        List<Way> views,
        List<Way> orders,
        List<PageLink> pages) {
    private static final List<Field> SHOWN = List.of(
            Field.FUNCTION,
            Field.TYPE,
            Field.THEME,
            Field.KIND,
            Field.LEVEL,
            Field.SPEAKER,
            Field.YEAR,
            Field.FORMULA,
            Field.STATUS,
            Field.SOURCE);

    /**
     * A filter in force.
     *
     * @param url the page without it
     */
    public record Chip(String field, String label, String url) {}

    /**
     * What is said today in place of a wording of the query.
     *
     * @param instead the page for the new wording
     * @param both the page for either
     */
    public record Advice(String message, String successor, String instead, String both) {}

    /** An order or a view to choose. */
    public record Way(String name, boolean chosen, String url) {}

    /**
     * A link to a page of hits.
     *
     * @param text its number, or …
     * @param url empty for the page that is shown and for …
     */
    public record PageLink(String text, boolean current, String url) {}

    static SearchView of(
            SearchParams params,
            SearchPage page,
            Listing listing,
            Taxonomy taxonomy,
            Messages say,
            List<Note> notes,
            long archive,
            long waiting) {
        Address address = params.address();
        return new SearchView(
                address,
                params.first(),
                page.total(),
                page.exact(),
                page.partial(),
                page.took().toMillis() / 1e3,
                archive,
                waiting,
                page.warnings().stream().map(Warning::message).distinct().toList(),
                notes.stream().map(note -> advice(note, address, say)).toList(),
                HintsView.of(page.hints(), address, say),
                chips(address, taxonomy, say),
                facets(address, page, taxonomy, say),
                Histogram.of(page.facets().getOrDefault(Field.YEAR, List.of()), address),
                listing,
                views(address, say),
                orders(address, say),
                pages(address, listing.total()));
    }

    /** Number of filters in force. */
    public int filters() {
        return chips.size();
    }

    /** The same through the years. */
    public String trends() {
        return TrendParams.of(address);
    }

    /** The same as a cross table. */
    public String tables() {
        return TableParams.of(address);
    }

    /** What is downloaded when a format is added. */
    public String exporting() {
        String url = address.at(0).url();
        return "/api/export?view=" + address.view().word()
                + (url.length() > 2
                        ? "&"
                                + url.substring(2)
                                        .replace("&view=" + address.view().word(), "")
                        : "");
    }

    /** The page on which this search can be saved. */
    public String saving() {
        String url = address.at(0).url();
        return "/searches?save=" + Address.encode(url.substring(Math.min(url.length(), 2)));
    }

    private static Advice advice(Note note, Address address, Messages say) {
        return new Advice(
                say.say("search.note.old", bare(note.wording()), bare(note.successor())),
                note.successor(),
                address.asking(note.instead()).url(),
                address.asking(note.both()).url());
    }

    private static String bare(String wording) {
        return wording.replaceAll("[“”\"]", "");
    }

    static List<Chip> chips(Address address, Taxonomy taxonomy, Messages say) {
        return address.chosen().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(value -> new Chip(
                                say.name(entry.getKey()),
                                Facet.label(entry.getKey(), value, taxonomy, say),
                                address.toggle(entry.getKey(), value).url())))
                .toList();
    }

    private static List<Facet> facets(Address address, SearchPage page, Taxonomy taxonomy, Messages say) {
        return SHOWN.stream()
                .map(field -> Facet.of(field, page, address, taxonomy, say))
                .filter(facet -> !facet.first().isEmpty())
                .toList();
    }

    private static List<Way> views(Address address, Messages say) {
        return Stream.of(View.values())
                .map(view -> new Way(
                        say.name("view", view.word()),
                        view == address.view(),
                        address.as(view).url()))
                .toList();
    }

    private static List<Way> orders(Address address, Messages say) {
        return address.view().orders().stream()
                .map(sort -> new Way(
                        orderName(address.view(), address.by(sort).sortName(), say),
                        sort == address.sort(),
                        address.by(sort).url()))
                .toList();
    }

    /** Lines that are best first are document by document. */
    private static String orderName(View view, String sort, Messages say) {
        String own = view.word() + "." + sort;
        return say.has("sort." + own) ? say.name("sort", own) : say.name("sort", sort);
    }

    /** The first, the last, and those around the page that is shown. */
    private static List<PageLink> pages(Address address, long total) {
        int size = Math.max(1, address.size());
        int last = (int) Math.min((total + size - 1) / size, 1_000);
        int current = address.from() / size + 1;
        List<PageLink> pages = new ArrayList<>();
        int shown = 0;
        for (int number = 1; number <= last; number++) {
            if (number == 1 || number == last || Math.abs(number - current) <= 2) {
                if (number > shown + 1) {
                    pages.add(new PageLink("…", false, ""));
                }
                boolean here = number == current;
                String url = here ? "" : address.at((number - 1) * size).url();
                pages.add(new PageLink("" + number, here, url));
                shown = number;
            }
        }
        return pages.size() < 2 ? List.of() : List.copyOf(pages);
    }
}
