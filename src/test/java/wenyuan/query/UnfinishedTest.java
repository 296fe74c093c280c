package wenyuan.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import wenyuan.query.Unfinished.Anywhere;
import wenyuan.query.Unfinished.OnlyWords;
import wenyuan.query.Unfinished.Place;
import wenyuan.query.Unfinished.ValueOf;

class UnfinishedTest {
    private static void check(String typed, String kept, String chunk, Place place) {
        assertEquals(Optional.of(new Unfinished(kept, chunk, place)), Unfinished.of(typed, UnaryOperator.identity()));
    }

    private static void checkNothing(String typed) {
        assertEquals(Optional.empty(), Unfinished.of(typed, UnaryOperator.identity()), typed);
    }

    @Test
    void theLastChunk() {
        check("基层", "", "基层", new Anywhere());
        check("网格　基层", "网格　", "基层", new Anywhere());
        check("年份:2018..2022 (网格 OR 基", "年份:2018..2022 (网格 OR ", "基", new Anywhere());
        check("\"网格\"基", "\"网格\"", "基", new Anywhere());
        check("-基", "-", "基", new Anywhere());
    }

    @Test
    void whereOnlyWordsStand() {
        check("标题：基层", "标题：", "基层", new OnlyWords(false));
        check("网格 “街道吹", "网格 ", "街道吹", new OnlyWords(true));
        check("标题:\"街道", "标题:", "街道", new OnlyWords(true));
        check("同段:\"街道", "同段:", "街道", new OnlyWords(true));
        check("标题:网格 基", "标题:网格 ", "基", new Anywhere());
    }

    @Test
    void valuesOfFields() {
        check("类型:座", "类型:", "座", new ValueOf(Field.TYPE));
        check("type:", "type:", "", new ValueOf(Field.TYPE));
        check("党员 主题：社区,农", "党员 主题：社区,", "农", new ValueOf(Field.THEME));
    }

    @Test
    void whereNothingIsBeingTyped() {
        for (String typed : new String[] {
            "", " ", "基层 ", "\"基层\"", "=\"基", "(", "基层)", "*", "分论点:3", "~一句话", "-", "标题:", "\"党建 治理\"~5", "类型:\"座谈会\""
        }) {
            checkNothing(typed);
        }
    }
}
