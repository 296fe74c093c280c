package wenyuan.ingest.structure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import wenyuan.model.Block;
import wenyuan.model.Span;
import wenyuan.text.Normal;

/**
 * What stands above the first paragraph: title, bylines, salutation.
 *
 * @param title where the title stands; over several lines when a subtitle follows
 * @param bodyLine number of the first line that is not part of the opening; the salutation already is not
 */
record Opening(Optional<Span> title, int bodyLine) {
    private static final int LONGEST_TITLE = 60;
    private static final int MOST_LINES = 12;
    private static final Pattern SALUTATION = Pattern.compile(
            "(?:(?:尊敬的|敬爱的|亲爱的)?[\\p{IsHan}▢*·]{0,14}(?:同志|同事|朋友|领导|代表|委员|来宾|嘉宾|先生|女士|老师|同学|书记|部长|院长|主席|党员|干部|乡亲|战友|学员|家人)"
                    + "(?:们)?[、,\\s]{0,2}){1,6}[:!]");
    private static final Pattern NAMED = Pattern.compile(
            "(?:讲话|讲话稿|发言|发言稿|发言材料|报告|致辞|主持词|讲稿|党课|意见|方案|要点|总结|通知|通报|决定|汇报|材料|体会|讲评|点评|综述|纪要|计划)(?:\\([^()]{1,20}\\))?$");
    private static final Pattern BYLINE = Pattern.compile(
            "^\\(.{1,40}\\)$|^(?:二[〇零○]|(?:19|20)\\d)[〇零○一二三四五六七八九\\d▢]{0,2}.?年.{1,20}[日月号]\\)?$|^▢?年▢?月.{0,6}$"
                    + "|^(?:新华|人民|本报|中新|央视|据).{1,16}日?[电讯]$|^-{1,2}\\s?\\(.{1,40}\\)$"
                    + "|^[\\p{IsHan}▢]{1,3}\\s{0,4}[\\p{IsHan}▢]{0,3}$"
                    + "|^[^,。]{0,30}(?:书记|部长|主任|主席|市长|县长|区长|局长|院长|校长|镇长|乡长|董事长|秘书长|经理|委员会|党组|党委|委|组|室|办公室|部)\\s+[\\p{IsHan}▢·\\s]{1,12}$"
                    + "|^(?:[\\p{IsHan}▢]{2,3}|\\p{IsHan}\\s\\p{IsHan})(?:[,、]\\s?(?:[\\p{IsHan}▢]{2,3}|\\p{IsHan}\\s\\p{IsHan})){1,4}$"
                    + "|^(?:中共|中国共产党)[^,。]{2,30}(?:委员会|委|组|支部|总支)$"
                    + "|^[^,。在的]{4,26}(?:党支部|党总支|党委|党组|机关党委)$");
    /** 主讲人：…… says who or where, and is no title. */
    private static final Pattern FIELD = Pattern.compile("^[\\p{IsHan}]{2,6}[：:].");

    private static final Pattern SUBTITLE = Pattern.compile("^-{1,2}(?!\\s?\\()");
    private static final Pattern ADDITION = Pattern.compile(
            "\\s*(?:[（(\\[【](?:全文|最新|精选|范文|完整版?|推荐|修改稿?|定稿|终稿|初稿|第[一二三四五六七八九十\\d]{1,2}稿)[）)\\]】]|[|｜][^|｜]{2,16}|[_~～]\\d{1,3}|最新|\\.(?:docx?|pdf|txt|wps|html?))$");
    private static final Pattern DASHES = Pattern.compile("^[—–―-]+\\s*");

    /** Reads the first lines of {@code text}. */
    static Opening of(String text, List<Span> lines) {
        int body = 0;
        while (body < Math.min(MOST_LINES, lines.size())
                && above(lines.get(body).of(text))) {
            body++;
        }
        body = body == lines.size() && lines.size() > 1 ? 1 : body;
        int title = title(text, lines, body);
        return title < 0
                ? new Opening(Optional.empty(), body)
                : new Opening(Optional.of(withSubtitle(text, lines, title, body)), body);
    }

    /** What a line of the opening is. */
    Block.Kind kind(String text, Span line) {
        if (title.filter(span -> span.contains(line)).isPresent()) {
            return Block.Kind.TITLE;
        }
        return byline(line.of(text)) ? Block.Kind.BYLINE : Block.Kind.PARAGRAPH;
    }

    /** Whether the whole line addresses the audience. */
    static boolean salutation(String line) {
        char last = line.isEmpty() ? ' ' : line.charAt(line.length() - 1);
        return line.length() <= LONGEST_TITLE
                && "：:！!".indexOf(last) >= 0
                && SALUTATION.matcher(Normal.of(line).text()).matches();
    }

    /** Whether {@code line} could be a title and names what it is the title of. */
    static boolean named(String line) {
        return above(line) && NAMED.matcher(Normal.of(line).text()).find();
    }

    /** A title without what sites append. A year in front stays: it may be the author's. */
    static String withoutAdditions(String title) {
        String words = DASHES.matcher(title.strip()).replaceFirst("");
        for (String before = ""; !before.equals(words); ) {
            before = words;
            words = ADDITION.matcher(words).replaceFirst("").strip();
        }
        return words;
    }

    private static boolean above(String line) {
        char last = line.charAt(line.length() - 1);
        return line.length() <= LONGEST_TITLE
                && "。；;：:，,！…”".indexOf(last) < 0
                && line.indexOf('\t') < 0 // a row of a table
                && !salutation(line)
                && (Numbers.level(line) == 0 || NAMED.matcher(line).find());
    }

    private static boolean byline(String line) {
        return line.length() <= LONGEST_TITLE
                && BYLINE.matcher(Normal.of(line).text()).find();
    }

    /** The lowest line that ends like a title, else the lowest that is no byline; -1 when there is none. */
    private static int title(String text, List<Span> lines, int body) {
        int lowest = -1;
        for (int i = body - 1; i >= 0; i--) {
            String line = lines.get(i).of(text);
            boolean other =
                    !byline(line) && line.length() >= 4 && !FIELD.matcher(line).find();
            if (other && NAMED.matcher(Normal.of(line).text()).find()) {
                return i;
            }
            lowest = lowest < 0 && other ? i : lowest;
        }
        return lowest;
    }

    private static Span withSubtitle(String text, List<Span> lines, int title, int body) {
        int first = title;
        int last = title;
        if (first > 0 && subtitle(text, lines.get(first))) {
            first--;
        }
        if (last + 1 < body && subtitle(text, lines.get(last + 1))) {
            last++;
        }
        return new Span(lines.get(first).start(), lines.get(last).end());
    }

    private static boolean subtitle(String text, Span line) {
        return SUBTITLE.matcher(Normal.of(line.of(text)).text()).find();
    }
}
