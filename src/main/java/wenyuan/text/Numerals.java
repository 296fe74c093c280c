package wenyuan.text;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers as Chinese documents write them. */
public final class Numerals {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";
    private static final String ZEROS = "〇零0o";
    private static final Pattern SECTION = Pattern.compile(
            "(?!〇)(?:(?<thousands>D)千)?(?:〇?(?<hundreds>D)百)?(?:〇?(?<ten>(?<tens>D)?十))?(?:(?<zero>〇)?(?<last>D))?"
                    .replace("D", "[一二三四五六七八九]"));
    private static final String UNITS = "十百千";
    private static final String FORMAL_UNITS = "拾佰仟";
    private static final String TENS = "廿卅卌";
    private static final int LONGEST = 24;
    private static final int TEN = 10;
    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1_000;
    private static final int TEN_THOUSAND = 10_000;
    private static final int HUNDRED_MILLION = 100_000_000;

    private Numerals() {}

    /**
     * The number that the whole of {@code text} writes, in digits of any width or in characters: 85, ８５, 八十五, 一百零五,
     * 二〇二三, 二○二三, 二OO六, 廿八; formal digits (贰拾) too; empty when it is none or larger than an {@code int}. A last
     * digit without a unit counts tenths of the unit before it: 一百五 is 150.
     */
    public static OptionalInt parse(String text) {
        String normal = Normal.of(text).text();
        if (normal.isEmpty() || normal.length() > LONGEST) {
            return OptionalInt.empty();
        }
        OptionalLong value = inDigits(plain(normal));
        return value.isPresent() && value.getAsLong() <= Integer.MAX_VALUE
                ? OptionalInt.of((int) value.getAsLong())
                : OptionalInt.empty();
    }

    /** Everyday characters for formal ones, 二十 for 廿, one kind of zero. */
    private static String plain(String normal) {
        boolean inAscii = normal.chars().allMatch(unit -> unit < '\u0080');
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < normal.length(); i++) {
            char unit = normal.charAt(i);
            if (TENS.indexOf(unit) >= 0) {
                plain.append(DIGITS.charAt(2 + TENS.indexOf(unit))).append('十');
            } else if (FORMAL.indexOf(unit) > 0) {
                plain.append(DIGITS.charAt(FORMAL.indexOf(unit)));
            } else if (FORMAL_UNITS.indexOf(unit) >= 0) {
                plain.append(UNITS.charAt(FORMAL_UNITS.indexOf(unit)));
            } else {
                plain.append(unit == '两' ? '二' : ZEROS.indexOf(unit) >= 0 && !inAscii ? '〇' : unit);
            }
        }
        return plain.toString();
    }

    private static OptionalLong inDigits(String plain) {
        if (plain.chars().allMatch(unit -> unit >= '0' && unit <= '9')) {
            return number(plain);
        }
        boolean zerosAndDigits = plain.chars().allMatch(unit -> digit((char) unit) >= 0);
        boolean anyDigit = plain.chars().anyMatch(unit -> DIGITS.indexOf(unit) > 0);
        if (zerosAndDigits && (anyDigit || plain.equals("〇"))) {
            StringBuilder digits = new StringBuilder();
            plain.chars().forEach(unit -> digits.append(digit((char) unit)));
            return number(digits.toString());
        }
        return zerosAndDigits ? OptionalLong.empty() : withUnits(plain);
    }

    private static OptionalLong number(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > 10 ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(significant));
    }

    private static int digit(char unit) {
        return ZEROS.indexOf(unit) >= 0 ? 0 : DIGITS.indexOf(unit);
    }

    /** 亿, then 万, then what is below. */
    private static OptionalLong withUnits(String plain) {
        OptionalLong split = split(plain, '亿', HUNDRED_MILLION);
        return split.isPresent() || plain.indexOf('亿') >= 0 ? split : belowHundredMillion(plain);
    }

    private static OptionalLong belowHundredMillion(String plain) {
        OptionalLong split = split(plain, '万', TEN_THOUSAND);
        return split.isPresent() || plain.indexOf('万') >= 0 ? split : section(plain);
    }

    private static OptionalLong split(String plain, char unit, int value) {
        int at = plain.lastIndexOf(unit);
        if (at <= 0) {
            return OptionalLong.empty();
        }
        OptionalLong many = unit == '亿' ? belowHundredMillion(plain.substring(0, at)) : section(plain.substring(0, at));
        OptionalLong rest = rest(plain.substring(at + 1), value);
        return many.isPresent() && rest.isPresent()
                ? OptionalLong.of(many.getAsLong() * value + rest.getAsLong())
                : OptionalLong.empty();
    }

    private static OptionalLong rest(String plain, int unit) {
        if (plain.isEmpty()) {
            return OptionalLong.of(0);
        }
        if (plain.length() == 1) {
            return digit(plain.charAt(0)) > 0
                    ? OptionalLong.of((long) digit(plain.charAt(0)) * unit / 10)
                    : OptionalLong.empty();
        }
        String less = plain.startsWith("〇") ? plain.substring(1) : plain;
        return unit == HUNDRED_MILLION ? belowHundredMillion(less) : section(less);
    }

    /** A number below ten thousand. */
    private static OptionalLong section(String plain) {
        Matcher parts = SECTION.matcher(plain);
        if (plain.isEmpty() || !parts.matches()) {
            return OptionalLong.empty();
        }
        long total = value(parts, "thousands") * THOUSAND + value(parts, "hundreds") * HUNDRED;
        boolean tens = parts.group("ten") != null;
        return OptionalLong.of(
                total + (tens ? Math.max(1, value(parts, "tens")) * TEN : 0) + value(parts, "last") * lastUnit(parts));
    }

    /** A last digit right behind 百 or 千 counts tens or hundreds. */
    private static long lastUnit(Matcher parts) {
        if (parts.group("ten") != null || parts.group("zero") != null) {
            return 1;
        } else if (parts.group("hundreds") != null) {
            return TEN;
        }
        return parts.group("thousands") != null ? HUNDRED : 1;
    }

    private static long value(Matcher parts, String group) {
        String digit = parts.group(group);
        return digit == null ? 0 : DIGITS.indexOf(digit);
    }
}
