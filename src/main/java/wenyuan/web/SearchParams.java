package wenyuan.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wenyuan.model.Label;
import wenyuan.model.Span;
import wenyuan.model.Taxonomy;
import wenyuan.query.Field;
import wenyuan.query.Parsed;
import wenyuan.query.Query;
import wenyuan.query.QueryParser;
import wenyuan.query.Warning;
import wenyuan.search.ConcordanceRequest.Part;
import wenyuan.search.SearchRequest;
import wenyuan.search.SearchRequest.Sort;
import wenyuan.search.SentenceFilter;
import wenyuan.search.View;

/**
 * A search as an address or a form asks for it: {@code q type year theme kind level speaker status source formula sort
 * view size from with}. A parameter that is repeated means: any of these; {@code none} means: without one.
 *
 * @param address what was understood, for links
 * @param request the same, for an engine
 * @param with what a concordance is to tell beside its lines ({@code with})
 */
public record SearchParams(Address address, SearchRequest request, Set<Part> with) {
    /** The value of a field that asks for documents without any: {@code year=none}. */
    static final String NONE = "none";

    /** Fields that can be asked for documents without a value. */
    private static final Set<Field> LACKING =
            EnumSet.of(Field.TYPE, Field.YEAR, Field.THEME, Field.KIND, Field.LEVEL, Field.SPEAKER);

    /** Characters of a query that are read. */
    static final int LONGEST = 4_000;

    /** Values of one parameter that are read. */
    private static final int MOST_VALUES = 100;

    private static final int MOST = 100;
    private static final int DEEPEST = 10_000;
    private static final Pattern YEARS = Pattern.compile("(\\d{4})?(?:(\\.\\.)(\\d{4})?)?");

    /**
     * Reads parameters; never fails. What cannot be used is left out, and a warning of the request says so.
     *
     * @param params names and values, decoded
     * @param say says the warnings
     */
    public static SearchParams read(
            Map<String, List<String>> params, QueryParser parser, Taxonomy taxonomy, Messages say) {
        return new Reader(params, taxonomy, say).read(parser);
    }

    /** Whether nothing has been asked yet, not even for an order. */
    boolean first() {
        return address.url().equals("/");
    }

    /** The years that {@code 2020}, {@code 2018..2022}, {@code 2018..} or {@code ..2022} means, in order. */
    static Optional<Query.Years> years(String value) {
        Matcher years = YEARS.matcher(value.strip().replace('．', '.').replace("…", ".."));
        if (!years.matches() || (years.group(1) == null && years.group(3) == null)) {
            return Optional.empty();
        }
        int from = number(years.group(1)).orElse(Integer.MIN_VALUE);
        int to = years.group(2) == null ? from : number(years.group(3)).orElse(Integer.MAX_VALUE);
        return Optional.of(new Query.Years(Math.min(from, to), Math.max(from, to)));
    }

    private static OptionalInt number(@Nullable String digits) {
        if (digits == null || !digits.matches("\\d{1,9}")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(digits));
    }

    /** One reading; collects warnings on its way. */
    private static final class Reader {
        private final Map<String, List<String>> params;
        private final Taxonomy taxonomy;
        private final Messages say;
        private final List<Warning> warnings = new ArrayList<>();
        private String typed = "";

        Reader(Map<String, List<String>> params, Taxonomy taxonomy, Messages say) {
            this.params = params;
            this.taxonomy = taxonomy;
            this.say = say;
        }

        SearchParams read(QueryParser parser) {
            typed = shortened(first("q").strip());
            Parsed parsed = typed.isEmpty() ? new Parsed(new Query.All(), List.of()) : parser.parse(typed);
            warnings.addAll(parsed.warnings());
            EnumMap<Field, List<String>> chosen = new EnumMap<>(Field.class);
            List<Query> filters = new ArrayList<>();
            for (Field field : Field.values()) {
                List<String> values = values(field);
                if (!values.isEmpty()) {
                    chosen.put(field, values);
                    filters.add(filter(field, values));
                }
            }
            View view = view();
            Set<Part> with = with();
            Address address = new Address(
                    typed,
                    chosen,
                    sort(view),
                    view,
                    between("from", 0, DEEPEST, 0),
                    between("size", 0, MOST, view.rows()));
            SearchRequest request = forView(
                    view,
                    new SearchRequest(
                            parsed.query(),
                            filters,
                            address.sort(),
                            address.from(),
                            address.size(),
                            true,
                            SearchRequest.DEFAULT_LIMIT,
                            warnings));
            return new SearchParams(address, request, with);
        }

        private String shortened(String query) {
            if (query.length() <= LONGEST) {
                return query;
            }
            typed = query.substring(0, LONGEST);
            warn("params.long", LONGEST);
            return typed;
        }

        /** What only sentences can be asked is not asked of documents. */
        private SearchRequest forView(View view, SearchRequest request) {
            SentenceFilter filter = SentenceFilter.of(request);
            if (view == View.SENTENCES || !filter.stripped(request)) {
                return request;
            }
            warn("params.function");
            return filter.documents().warned(warnings);
        }

        private List<String> values(Field field) {
            return some(field.english(), params.getOrDefault(field.english(), List.of()).stream())
                    .flatMap(value -> value(field, value).stream())
                    .distinct()
                    .toList();
        }

        /** The values of a parameter, each once, as many as are read. */
        private Stream<String> some(String name, Stream<String> values) {
            List<String> different = values.map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
            if (different.size() > MOST_VALUES) {
                warn("params.many", name, MOST_VALUES);
            }
            return different.stream().limit(MOST_VALUES);
        }

        private Optional<String> value(Field field, String value) {
            if (value.equals(NONE) && LACKING.contains(field)) {
                return Optional.of(NONE);
            }
            Optional<String> known = switch (field) {
                case YEAR -> years(value).map(SearchParams::print);
                case SOURCE -> Optional.of(value);
                case TYPE, THEME, KIND, LEVEL, SPEAKER, STATUS, FORMULA, FUNCTION ->
                    Taxonomy.find(field.labels(taxonomy), value).map(Label::id);
            };
            if (known.isEmpty()) {
                warn("params.value", say.name(field), value);
            }
            return known;
        }

        private Query filter(Field field, List<String> values) {
            List<Query> any = new ArrayList<>();
            List<String> labels =
                    values.stream().filter(value -> !value.equals(NONE)).toList();
            if (field == Field.YEAR) {
                labels.forEach(value -> SearchParams.years(value).ifPresent(any::add));
            } else if (!labels.isEmpty()) {
                any.add(new Query.Filter(field, labels));
            }
            if (labels.size() < values.size()) {
                any.add(new Query.Not(every(field)));
            }
            return any.size() == 1 ? any.getFirst() : new Query.Or(any);
        }

        /** Documents with any value of the field. */
        private Query every(Field field) {
            return field == Field.YEAR
                    ? new Query.Years(Integer.MIN_VALUE, Integer.MAX_VALUE)
                    : new Query.Filter(
                            field,
                            field.labels(taxonomy).stream().map(Label::id).toList());
        }

        private Set<Part> with() {
            EnumSet<Part> parts = EnumSet.noneOf(Part.class);
            some(
                            "with",
                            params.getOrDefault("with", List.of()).stream()
                                    .flatMap(words -> Stream.of(words.split("[,，\\s]+", -1))))
                    .forEach(word -> Part.named(word).ifPresentOrElse(parts::add, () -> warn("params.with", word)));
            return parts;
        }

        private Sort sort(View view) {
            String name = first("sort").strip();
            for (Sort sort : view.orders()) {
                if (word(sort).equals(name)) {
                    return sort;
                }
            }
            if (!name.isEmpty()) {
                warn(
                        "params.sort",
                        name,
                        String.join(
                                say.say("list.comma"),
                                view.orders().stream().map(SearchParams::word).toList()));
            }
            return Sort.RELEVANCE;
        }

        private View view() {
            String word = first("view").strip();
            Optional<View> view = View.named(word);
            if (view.isEmpty() && !word.isEmpty()) {
                warn("params.view", word);
            }
            return view.orElse(View.DOCUMENTS);
        }

        private int between(String name, int least, int most, int usual) {
            String typedNumber = first(name).strip();
            if (typedNumber.isEmpty()) {
                return usual;
            }
            OptionalInt number = number(typedNumber);
            int used = Math.clamp(number.orElse(usual), least, most);
            if (number.isEmpty() || number.getAsInt() != used) {
                warn("params.number", name, "" + least, "" + most, typedNumber, "" + used);
            }
            return used;
        }

        private String first(String name) {
            List<String> values = params.getOrDefault(name, List.of());
            return values.isEmpty() ? "" : values.getFirst();
        }

        private void warn(String key, Object... values) {
            String message = say.say(key, values);
            warnings.add(new Warning(message, new Span(typed.length(), typed.length())));
        }
    }

    private static String word(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    private static String print(Query.Years years) {
        if (years.from() == years.to()) {
            return "" + years.from();
        }
        return (years.from() == Integer.MIN_VALUE ? "" : "" + years.from())
                + ".."
                + (years.to() == Integer.MAX_VALUE ? "" : "" + years.to());
    }
}
