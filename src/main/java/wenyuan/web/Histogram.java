package wenyuan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import wenyuan.query.Field;
import wenyuan.query.Query;
import wenyuan.search.SearchPage;

/**
 * Documents by year, drawn to a width of {@link #WIDTH} and a height of {@link #HEIGHT} units.
 *
 * @param bars one for each year from the first to the last, gaps included; empty with fewer than two years
 * @param base address to which a brushed {@code year=A..B} is added
 */
public record Histogram(List<Bar> bars, String base) {
    public static final int WIDTH = 720;
    public static final int HEIGHT = 64;

    private static final double LEAST = 2;

    /**
     * One year.
     *
     * @param x left edge
     * @param width of the column that can be clicked
     * @param height of what is drawn in it
     * @param chosen whether the filter lets it through; false for all when there is none
     * @param labelled whether its number is written below
     * @param url the page with this year alone
     */
    public record Bar(
            int year, long count, double x, double width, double height, boolean chosen, boolean labelled, String url) {
        /** Top edge of what is drawn. */
        public double y() {
            return HEIGHT - height;
        }

        /** Middle of the column. */
        public double middle() {
            return x + width / 2;
        }
    }

    static Histogram of(List<SearchPage.Count> counts, Address address) {
        TreeMap<Integer, Long> years = new TreeMap<>();
        counts.stream()
                .filter(one -> one.value().matches("\\d{4}"))
                .forEach(one -> years.merge(Integer.parseInt(one.value()), one.count(), Long::sum));
        String base = address.with(Field.YEAR, List.of()).url();
        if (years.size() < 2) {
            return new Histogram(List.of(), base);
        }
        int first = years.firstKey();
        int columns = years.lastKey() - first + 1;
        double width = (double) WIDTH / columns;
        long most = LongStream.concat(LongStream.of(1), years.values().stream().mapToLong(Long::longValue))
                .max()
                .orElse(1);
        List<Query.Years> filter = address.values(Field.YEAR).stream()
                .flatMap(value -> SearchParams.years(value).stream())
                .toList();
        List<Bar> bars = new ArrayList<>();
        for (int year = first; year < first + columns; year++) {
            long count = years.getOrDefault(year, 0L);
            bars.add(new Bar(
                    year,
                    count,
                    round((year - first) * width),
                    round(width),
                    count == 0 ? 0 : round(LEAST + (HEIGHT - LEAST) * count / most),
                    chosen(filter, year),
                    labelled(year, first, columns),
                    address.with(Field.YEAR, List.of("" + year)).url()));
        }
        return new Histogram(List.copyOf(bars), base);
    }

    private static boolean chosen(List<Query.Years> filter, int year) {
        return filter.stream().anyMatch(years -> years.from() <= year && year <= years.to());
    }

    /** Ends always; between them a year that is easy to read, far enough from the ends. */
    private static boolean labelled(int year, int first, int columns) {
        int last = first + columns - 1;
        int step = columns <= 8 ? 1 : columns <= 40 ? 5 : 10;
        boolean free = (year - first) * 10 >= columns && (last - year) * 10 >= columns;
        return year == first || year == last || (year % step == 0 && (free || step == 1));
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
