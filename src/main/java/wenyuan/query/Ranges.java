package wenyuan.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenyuan.model.Span;

/** Reads the numbers behind a colon: {@code 3}, {@code 3..5}, {@code 3..}, {@code ..5}, several of them with commas. */
enum Ranges {
    YEARS("年份", "年份", "2020、2018..2022 或 2020..") {
        @Override
        Query query(int from, int to) {
            return new Query.Years(from, to);
        }
    },
    PARTS("分论点", "个数", "3、3..5 或 3..") {
        @Override
        Query query(int from, int to) {
            return new Query.Parts(from, to);
        }
    };

    private static final Pattern RANGE = Pattern.compile(
            "(?<from>[0-9]{1,9})?+[年个]?+" + "(?<range>\\.{2,}+|…++|。{2,}+|-++|—++|~++|至|到)?+(?<to>[0-9]{1,9})?+[年个]?+");
    private static final String NUMERALS = "一二三四五六七八九十";

    private final String field;
    private final String noun;
    private final String examples;

    Ranges(String field, String noun, String examples) {
        this.field = field;
        this.noun = noun;
        this.examples = examples;
    }

    /** The query for one range. */
    abstract Query query(int from, int to);

    /** The name in a Chinese query. */
    String field() {
        return field;
    }

    /** Any of these ranges; empty when none can be used. */
    Optional<Query> read(List<Lexeme.Value> values, List<Warning> warnings) {
        List<Query> ranges = new ArrayList<>();
        for (Lexeme.Value value : values) {
            Matcher range = RANGE.matcher(inDigits(Signs.narrow(value.text()).strip()));
            if (range.matches() && (range.group("from") != null || range.group("to") != null)) {
                ranges.add(range(range, value.span(), warnings));
            } else {
                String wanted = "“" + Signs.brief(value.text()) + "”不是" + noun + "，未按它筛选；应写成 " + examples;
                warnings.add(new Warning(wanted, value.span()));
            }
        }
        return Logic.any(ranges);
    }

    /** 三 is 3; numbers of several characters (二十) are not read. */
    private static String inDigits(String typed) {
        StringBuilder digits = new StringBuilder();
        typed.chars().forEach(unit -> {
            int number = NUMERALS.indexOf(unit) + 1;
            digits.append(number == 0 ? String.valueOf((char) unit) : String.valueOf(number));
        });
        return typed.length() > 1 && typed.chars().allMatch(unit -> NUMERALS.indexOf(unit) >= 0)
                ? typed
                : digits.toString();
    }

    private Query range(Matcher range, Span span, List<Warning> warnings) {
        boolean open = range.group("range") != null;
        int from = range.group("from") == null ? Integer.MIN_VALUE : Integer.parseInt(range.group("from"));
        int to = range.group("to") == null ? (open ? Integer.MAX_VALUE : from) : Integer.parseInt(range.group("to"));
        if (from > to) {
            warnings.add(new Warning("起止" + noun + "颠倒了，按 " + to + ".." + from + " 查找", span));
        }
        return query(Math.min(from, to), Math.max(from, to));
    }

    /** What to type for such a range. */
    String print(int from, int to) {
        String first = from == Integer.MIN_VALUE ? "" : String.valueOf(from);
        String last = to == Integer.MAX_VALUE ? "" : String.valueOf(to);
        return field + ":" + (from == to ? first : first + ".." + last);
    }

    /** The ranges that go by this name and are no {@link Field}. */
    static Optional<Ranges> named(String name) {
        return name.equals(PARTS.field) || name.equalsIgnoreCase("parts") ? Optional.of(PARTS) : Optional.empty();
    }
}
