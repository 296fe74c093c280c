package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wenyuan.query.Field;
import wenyuan.search.SearchPage.Count;
import wenyuan.search.SearchRequest.Sort;
import wenyuan.search.View;

class HistogramTest {
    @Test
    void hasABarForEveryYearBetween() {
        Histogram histogram = draw(List.of(), count("2003", 1), count("2007", 10));
        assertEquals(
                List.of(2003, 2004, 2005, 2006, 2007),
                histogram.bars().stream().map(Histogram.Bar::year).toList());
        assertEquals(Histogram.HEIGHT, histogram.bars().getLast().height());
        assertTrue(histogram.bars().getFirst().height() > 0, "one document can still be seen");
        assertEquals(0, histogram.bars().get(1).height());
        assertEquals("/?q=a&year=2007", histogram.bars().getLast().url());
        assertEquals("/?q=a", histogram.base());
    }

    @Test
    void showsTheFilter() {
        Histogram histogram = draw(List.of("2004..2006", "2008"), count("2003", 1), count("2008", 1));
        assertEquals(
                List.of(2004, 2005, 2006, 2008),
                histogram.bars().stream()
                        .filter(Histogram.Bar::chosen)
                        .map(Histogram.Bar::year)
                        .toList());
        assertEquals("/?q=a", histogram.base());
    }

    @Test
    void labelsDoNotTouch() {
        for (int columns = 2; columns < 120; columns++) {
            int last = 1900 + columns;
            Histogram histogram = draw(List.of(), count("1901", 1), count("" + last, 1));
            List<Double> labels = histogram.bars().stream()
                    .filter(Histogram.Bar::labelled)
                    .map(Histogram.Bar::middle)
                    .toList();
            int n = columns;
            assertTrue(
                    IntStream.range(1, labels.size()).allMatch(i -> labels.get(i) - labels.get(i - 1) >= 40),
                    () -> n + " years: " + labels);
        }
    }

    @Test
    void nothingToDrawForOneYear() {
        assertEquals(List.of(), draw(List.of(), count("2003", 5)).bars());
        assertEquals(List.of(), draw(List.of()).bars());
    }

    private static Histogram draw(List<String> years, Count... counts) {
        return Histogram.of(
                List.of(counts), new Address("a", Map.of(Field.YEAR, years), Sort.RELEVANCE, View.DOCUMENTS, 0, 10));
    }

    private static Count count(String year, long count) {
        return new Count(year, year, count);
    }
}
