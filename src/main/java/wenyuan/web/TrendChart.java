package wenyuan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lines through years, drawn to a width of {@link #WIDTH} and a height of {@link #HEIGHT} units. A year without documents
 * breaks the line.
 *
 * @param series one for each query, in its order
 * @param ticks values at the side, from zero up
 * @param years years below
 */
public record TrendChart(List<Series> series, List<Tick> ticks, List<Year> years) {
    public static final int WIDTH = 560;
    public static final int HEIGHT = 250;

    private static final int TOP = 18;
    /** Room for the values at the side. */
    private static final int LEFT = 52;

    private static final int RIGHT = 20;

    /** Shapes of points, which tell series apart without their colours. */
    private static final List<String> GLYPHS = List.of(
            "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
            "M-3.6 -3.6h7.2v7.2h-7.2z",
            "M0 -4.8L4.6 3.6H-4.6z",
            "M0 -5.2L5.2 0L0 5.2L-5.2 0z",
            "M0 4.8L4.6 -3.6H-4.6z",
            "M-1.5 -5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z");

    /**
     * A query.
     *
     * @param number from one on: its colour, dashes and shape
     * @param line the path of its line
     */
    public record Series(int number, String line, List<Dot> dots) {}

    /**
     * A year of a query.
     *
     * @param place where it stands, as a transformation
     * @param url the search for its documents
     */
    public record Dot(String place, String title, String url) {}

    /** A value at the side. */
    public record Tick(String text, double y) {}

    /**
     * A year below.
     *
     * @param labelled whether its number is written
     * @param minor whether its number gives way where there is little room
     */
    public record Year(int year, double x, boolean labelled, boolean minor) {}

    /** A value to be drawn. */
    record Value(int year, double value, String title, String url) {}

    /** The shape of the points of a series. */
    public static String glyph(int number) {
        return GLYPHS.get((number - 1) % GLYPHS.size());
    }

    /** Draws the values of each query, which all have the same years; nothing where there are none. */
    static TrendChart of(List<List<Value>> queries) {
        List<Integer> present = queries.stream()
                .flatMap(List::stream)
                .map(Value::year)
                .distinct()
                .sorted()
                .toList();
        if (present.isEmpty()) {
            return new TrendChart(List.of(), List.of(), List.of());
        }
        int first = present.getFirst();
        int last = present.getLast();
        double most = queries.stream()
                .flatMap(List::stream)
                .mapToDouble(Value::value)
                .max()
                .orElse(0);
        Scale scale = new Scale(first, last, Steps.up(most));
        List<Series> series = IntStream.range(0, queries.size())
                .mapToObj(i -> scale.series(i + 1, queries.get(i)))
                .toList();
        return new TrendChart(series, scale.ticks(), scale.years());
    }

    /** Round values from zero to at least the largest. */
    record Steps(double step, int number) {
        static Steps up(double most) {
            double rough = Math.max(most, 1e-9) / 4;
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            double step = Stream.of(1, 2, 5, 10)
                    .map(factor -> factor * power)
                    .filter(one -> one >= rough * 0.999_999)
                    .findFirst()
                    .orElse(10 * power);
            double used = most <= 0 ? 1 : step;
            return new Steps(used, Math.max(1, (int) Math.ceil(most / used - 1e-9)));
        }

        double top() {
            return step * number;
        }
    }

    private record Scale(int first, int last, Steps steps) {
        double x(int year) {
            return last == first
                    ? WIDTH / 2.0
                    : round(LEFT + (double) (year - first) * (WIDTH - LEFT - RIGHT) / (last - first));
        }

        double y(double value) {
            return round(HEIGHT - value / steps.top() * (HEIGHT - TOP));
        }

        Series series(int number, List<Value> values) {
            StringBuilder line = new StringBuilder();
            int before = Integer.MIN_VALUE;
            for (Value value : values) {
                line.append(value.year() == before + 1 ? 'L' : 'M')
                        .append(x(value.year()))
                        .append(' ')
                        .append(y(value.value()));
                before = value.year();
            }
            return new Series(
                    number,
                    line.toString(),
                    values.stream()
                            .map(value -> new Dot(
                                    "translate(" + x(value.year()) + " " + y(value.value()) + ")",
                                    value.title(),
                                    value.url()))
                            .toList());
        }

        List<Tick> ticks() {
            return IntStream.rangeClosed(0, steps.number())
                    .mapToObj(i -> new Tick(number(i * steps.step()), y(i * steps.step())))
                    .toList();
        }

        List<Year> years() {
            int columns = last - first + 1;
            int step = columns <= 12 ? 1 : columns <= 24 ? 2 : columns <= 60 ? 5 : 10;
            List<Year> years = new ArrayList<>();
            for (int year = first; year <= last; year++) {
                boolean end = year == first || year == last;
                boolean near = Math.min(year - first, last - year) * 12 < columns;
                boolean labelled = end || (year % step == 0 && (!near || step == 1));
                years.add(new Year(year, x(year), labelled, !end && columns > 4 && (near || year % (2 * step) != 0)));
            }
            return years;
        }
    }

    /** A number as people read it: grouped, without needless decimals. */
    static String number(double value) {
        return value == Math.rint(value)
                ? number(Math.round(value))
                : String.format(Locale.CHINESE, value < 10 ? "%,.2f" : "%,.1f", value);
    }

    /** A count as people read it: grouped. */
    static String number(long value) {
        return String.format(Locale.CHINESE, "%,d", value);
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
