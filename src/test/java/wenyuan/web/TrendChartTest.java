package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrendChartTest {
    private static TrendChart chart(String values) {
        return TrendChart.of(List.of(Stream.of(values.split(" "))
                .map(value -> value.split("="))
                .map(pair -> new TrendChart.Value(Integer.parseInt(pair[0]), Double.parseDouble(pair[1]), "", ""))
                .toList()));
    }

    private static void checkSteps(double most, double step, int number) {
        assertEquals(new TrendChart.Steps(step, number), TrendChart.Steps.up(most));
    }

    @Test
    void valuesAtTheSideAreRound() {
        checkSteps(4, 1, 4);
        checkSteps(5, 2, 3);
        checkSteps(17, 5, 4);
        checkSteps(10_000, 5_000, 2);
        checkSteps(8_000, 2_000, 4);
        checkSteps(0.4, 0.1, 4);
        checkSteps(0, 1, 1);
    }

    @Test
    void aYearWithoutDocumentsBreaksTheLine() {
        TrendChart chart = chart("2010=1 2011=0 2013=4 2014=2");
        assertTrue(chart.series().getFirst().line().matches("M[\\d. ]+L[\\d. ]+M[\\d. ]+L[\\d. ]+"), chart::toString);
        assertEquals(4, chart.series().getFirst().dots().size());
        assertEquals(
                List.of(2010, 2011, 2012, 2013, 2014),
                chart.years().stream().map(TrendChart.Year::year).toList());
    }

    @Test
    void extremesStayInside() {
        for (String values : List.of("2020=0", "2020=7", "1949=1 2024=1000000", "2000=0 2001=0")) {
            TrendChart chart = chart(values);
            assertFalse(chart.series().getFirst().line().contains("NaN"), values);
            chart.ticks().forEach(tick -> assertTrue(tick.y() >= 0 && tick.y() <= TrendChart.HEIGHT, values));
            chart.years().forEach(year -> assertTrue(year.x() >= 0 && year.x() <= TrendChart.WIDTH, values));
            assertTrue(chart.years().stream().filter(TrendChart.Year::labelled).count() <= 12, values);
        }
        assertTrue(TrendChart.of(List.of(List.of())).series().isEmpty());
    }

    @Test
    void queriesArePartedOutsideQuotes() {
        assertEquals(
                List.of("甲", "乙；丙", "丁"),
                TrendParams.split("甲\r\n 乙；丙;丁".replace("乙；丙", "\"乙；丙\""))
                        .map(q -> q.replace("\"", ""))
                        .toList());
        assertEquals(List.of("“甲;乙”", "丙"), TrendParams.split("“甲;乙”；丙").toList());
        assertEquals(List.of("\"没有关上；乙", "丙"), TrendParams.split("\"没有关上；乙\n丙").toList());
        assertEquals(List.of(), TrendParams.split(" ；;\n").toList());
    }
}
