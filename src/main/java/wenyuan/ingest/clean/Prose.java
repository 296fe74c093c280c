package wenyuan.ingest.clean;

import java.util.regex.Pattern;

/** What running text looks like: sentence ends, numbers of headings, salutations. */
final class Prose {
    private static final String STOPS = "。！？；!?;";
    private static final String CLOSERS = "”’」』》）)\"'】〕";
    private static final Pattern NUMBERED =
            Pattern.compile("^(?:第?[一二三四五六七八九十百]{1,4}[、．.，,章节]|第[一二三四五六七八九十]{1,3}部分|[（(][一二三四五六七八九十\\d]{1,3}[）)]"
                    + "|\\d{1,2}[.．、](?!\\d)|[①-⑳])");
    private static final Pattern SALUTATION = Pattern.compile(
            "^(?:(?:尊敬的|敬爱的|亲爱的)?[\\p{IsHan}×xX*○]{0,14}(?:同志|同事|朋友|领导|代表|委员|来宾|嘉宾|先生|女士|老师|同学|书记|部长|党员|干部|乡亲|战友|学员|家人)"
                    + "(?:们|朋友们)?[、，,\\s]{0,2}){1,6}[:：!！]$");

    private Prose() {}

    /** At least 25 characters, with a stop, or with commas and 40. */
    static boolean sentence(String line) {
        return (line.length() >= 25 && line.chars().anyMatch(Prose::stop))
                || (line.length() >= 40 && line.chars().anyMatch(c -> c == '，' || c == ','));
    }

    /** Whether the line ends like a sentence, closing marks aside. */
    static boolean ends(String line) {
        int last = line.length() - 1;
        while (last >= 0 && (CLOSERS.indexOf(line.charAt(last)) >= 0 || Draft.blank(line.charAt(last)))) {
            last--;
        }
        return last >= 0 && (stop(line.charAt(last)) || "…:：—～~．.".indexOf(line.charAt(last)) >= 0);
    }

    /** Whether it is long and has marks that a list of links or a headline lacks. */
    static boolean punctuated(String line) {
        return line.length() >= 60 && line.chars().anyMatch(c -> "，,、：:。".indexOf(c) >= 0);
    }

    /** How many characters follow the last stop. */
    static int tail(String line) {
        int last = line.length() - 1;
        while (last >= 0 && !stop(line.charAt(last))) {
            last--;
        }
        return line.length() - 1 - last;
    }

    /** Whether it opens with the number of a heading. */
    static boolean numbered(String line) {
        return NUMBERED.matcher(line).lookingAt();
    }

    /** Whether the whole line addresses the audience; traditional script included. */
    static boolean salutation(String sight) {
        return sight.length() <= 80 && SALUTATION.matcher(sight).matches();
    }

    static boolean stop(int c) {
        return STOPS.indexOf(c) >= 0;
    }

    /** Most characters are told apart without a look into the table of scripts. */
    static boolean han(char c) {
        return (c >= '\u4e00' && c <= '\u9fff')
                || (c >= '\u2e80' && c <= '\ufaff' && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
