package wenyuan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NumeralsTest {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String[] UNITS = {"", "十", "百", "千"};

    @Test
    void readsDigits() {
        check("85", 85);
        check("８５", 85);
        check("0", 0);
        check("007", 7);
        check("2147483647", Integer.MAX_VALUE);
    }

    @Test
    void readsYears() {
        check("二〇二三", 2023);
        check("二○二三", 2023);
        check("二OO六", 2006);
        check("二ＯＯ六", 2006);
        check("二零零六", 2006);
        check("二○○○", 2000);
        check("二0二三", 2023);
        check("一九四九", 1949);
    }

    @Test
    void readsUnits() {
        check("十", 10);
        check("十五", 15);
        check("八十五", 85);
        check("一百零五", 105);
        check("一百〇五", 105);
        check("一百五", 150);
        check("一百一十", 110);
        check("一百零十五", 115);
        check("三千零二十", 3020);
        check("九千九百九十九", 9999);
        check("廿八", 28);
        check("卅", 30);
        check("贰拾叁", 23);
        check("兩百", 200);
        check("八十五万", 850_000);
        check("一万二", 12_000);
        check("三万零五", 30_005);
        check("十四亿", 1_400_000_000);
        check("二亿三千万零一", 230_000_001);
        check("零", 0);
        check("〇", 0);
    }

    @Test
    void readsNothingElse() {
        for (String text : new String[] {
            "",
            " ",
            "百",
            "万",
            "亿",
            "零零",
            "○○",
            "oo",
            "八十十",
            "十百",
            "百十",
            "五百二千",
            "一百零",
            "零五十零",
            "八5",
            "1万",
            "第三",
            "几十",
            "3.5",
            "-5",
            "二十年",
            "三十亿",
            "99999999999",
            "2147483648",
            "××",
            "\uD800",
            "九".repeat(11),
            "9".repeat(1000)
        }) {
            assertEquals(OptionalInt.empty(), Numerals.parse(text), text);
        }
    }

    @Test
    void readsEveryNumberBelowTenThousand() {
        for (int number = 1; number < 10_000; number++) {
            check(spoken(number), number);
        }
    }

    private static String spoken(int number) {
        StringBuilder result = new StringBuilder();
        boolean gap = false;
        for (int power = 3; power >= 0; power--) {
            int digit = number / (int) Math.pow(10, power) % 10;
            if (digit > 0) {
                result.append(gap && !result.isEmpty() ? "零" : "")
                        .append(DIGITS.charAt(digit))
                        .append(UNITS[power]);
            }
            gap = digit == 0;
        }
        return result.toString();
    }

    private static void check(String text, int expected) {
        assertEquals(OptionalInt.of(expected), Numerals.parse(text), text);
    }
}
