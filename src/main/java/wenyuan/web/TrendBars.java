package wenyuan.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars by type of meeting, one below the other, drawn to a width of {@link #WIDTH} units: at each type one bar for each query.
 *
 * @param height units
 */
public record TrendBars(List<Row> rows, double height) {
    public static final int WIDTH = 560;

    private static final double LABEL = 24;
    private static final double BAR = 16;
    private static final double GAP = 8;

    /** Room for the number behind the longest bar. */
    private static final double NUMBER = 110;

    /** A type. */
    public record Row(String label, double y, List<Bar> bars) {}

    /**
     * A query at a type.
     *
     * @param number of the query, from one on
     * @param y middle of the bar
     * @param text its value
     */
    public record Bar(int number, double y, double width, String text, String title, String url) {
        /** Upper edge. */
        public double top() {
            return y - 4.5;
        }

        /** Where the point stands that ends it. */
        public String place() {
            return "translate(" + (width + 6) + " " + y + ")";
        }
    }

    /** A value to be drawn. */
    record Value(double value, String title, String url) {}

    /** The values of one type, in the order of queries. */
    record Group(String label, List<Value> values) {}

    static TrendBars of(List<Group> groups) {
        double most = groups.stream()
                .flatMap(group -> group.values().stream())
                .mapToDouble(Value::value)
                .max()
                .orElse(0);
        List<Row> rows = new ArrayList<>();
        double y = 0;
        for (Group group : groups) {
            List<Bar> bars = new ArrayList<>();
            double middle = y + LABEL + BAR / 2;
            for (Value value : group.values()) {
                double width = most <= 0 ? 0 : Math.round(value.value() / most * (WIDTH - NUMBER) * 100) / 100.0;
                bars.add(new Bar(
                        bars.size() + 1, middle, width, TrendChart.number(value.value()), value.title(), value.url()));
                middle += BAR;
            }
            rows.add(new Row(group.label(), y + LABEL - 6, bars));
            y += LABEL + BAR * bars.size() + GAP;
        }
        return new TrendBars(rows, y);
    }
}
