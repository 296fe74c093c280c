package wenyuan.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.query.Scope;
import wenyuan.text.Normal;
import wenyuan.text.Segmenter;
import wenyuan.text.Token;

/**
 * The expressions of a text that might be telling: words of two or more characters, and runs of two to four adjoining words
 * (nouns, verbs, adjectives) that no punctuation, empty word, placeholder or name of a person stands in.
 */
final class Expressions {
    private static final int MOST_WORDS = 4;
    private static final int LONGEST = 12;
    /** First letters of the natures that a word of a run may have: adjective, attribute, morpheme, idiom, short form, noun, verb. */
    private static final String TELLING = "abgijlnvm";

    /** Natures of words that describe how something is done. */
    private static final Set<String> MODIFYING = Set.of("ad", "vd");

    /** Verbs that begin a demand, not a name: 加强 says nothing in 加强网格管理. */
    private static final Set<String> LIGHT =
            Set.of(("坚持 加强 推动 推进 做好 抓好 开展 落实 强化 提升 提高 深化 完善 健全 建立 组织 召开 要求 强调 指出 实现 确保 促进 推行 实施 打造 围绕 聚焦 "
                            + "解决 帮助 发挥 形成 抓住 抓实 切实 成为 进入 保持 保证 增强 加快 努力 注重 突出 树立 紧扣 做到 给予 得到 结合 参加 带来 看到 "
                            + "必须 需要 应该 希望 可以 能够 不断 认真 积极 全面 继续 存在 出现 包括 具有 感到 取得 作为 明确 体现 完成 贯彻 全体 有些 会上 还有 对于 关于 下步 坚决 严格 充分 更加 进一步 打好 同志 同志们 大家 会议 讲话 发言 今天 下面 谢谢")
                    .split(" "));

    /** Commonest family names that are hardly ever words of their own. */
    private static final String FAMILY_NAMES = "王李张刘陈杨黄赵吴周徐孙朱胡郭何罗宋郑谢韩唐冯董萧曹袁邓傅沈曾彭吕苏卢蒋蔡贾魏薛叶阎潘杜戴夏钟汪姜范谭廖邹熊陆郝孔邵孟秦尹";

    private final Map<String, Expression> found = new LinkedHashMap<>();

    private Expressions() {}

    /**
     * An expression of a text.
     *
     * @param letters normal form
     * @param words what it is made of
     * @param count how often it stands there
     * @param prominent whether the title or a heading holds it
     * @param demand whether it begins with a verb, as what is to be done with something
     */
    record Expression(String letters, List<String> words, int count, boolean prominent, boolean demand) {
        private Expression again(boolean here) {
            return new Expression(letters, words, count + 1, prominent || here, demand);
        }
    }

    /** The expressions of the first {@code most} characters of {@code document} in the order of their first standing, each once. */
    static List<Expression> of(Document document, Segmenter segmenter, int most) {
        Reading reading = Reading.of(document);
        String source = reading.source();
        List<Span> prominent = Stream.concat(
                        reading.passages(new Scope.Headings(0)).stream(), Stream.of(reading.title()))
                .toList();
        Expressions expressions = new Expressions();
        List<Token> tokens = segmenter.segment(source.substring(0, Math.min(source.length(), most)));
        runs(tokens).forEach(run -> expressions.read(run, prominent));
        return List.copyOf(expressions.found.values());
    }

    /** The stretches of telling words without a break. */
    private static List<List<Token>> runs(List<Token> tokens) {
        List<List<Token>> runs = new ArrayList<>();
        List<Token> run = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean adjoins =
                    run.isEmpty() || run.getLast().span().end() == token.span().start();
            int name = nameLength(tokens, i);
            if (!adjoins || name > 0 || !telling(token)) {
                runs.add(run);
                run = new ArrayList<>();
            }
            if (name > 0) {
                i += name - 1;
            } else if (telling(token)) {
                run.add(token);
            }
        }
        runs.add(run);
        return runs;
    }

    /** Number of tokens from {@code at} that look like a family name and one or two characters more. */
    private static int nameLength(List<Token> tokens, int at) {
        String first = tokens.get(at).text();
        if (first.length() != 1 || FAMILY_NAMES.indexOf(first.charAt(0)) < 0) {
            return 0;
        }
        int given = 0;
        int next = at + 1;
        while (next < tokens.size()
                && tokens.get(next - 1).span().end() == tokens.get(next).span().start()
                && given + tokens.get(next).text().length() <= 2
                && telling(tokens.get(next))) {
            given += tokens.get(next).text().length();
            next++;
        }
        return next - at;
    }

    private static boolean telling(Token token) {
        String nature = token.nature();
        return token.content()
                && !nature.isEmpty()
                && TELLING.indexOf(nature.charAt(0)) >= 0
                && !nature.startsWith("nr")
                && !MODIFYING.contains(nature)
                && token.text().indexOf('的') < 0
                && token.text().codePoints().allMatch(Character::isIdeographic);
    }

    private void read(List<Token> run, List<Span> prominent) {
        for (int first = 0; first < run.size(); first++) {
            for (int last = first; last < Math.min(run.size(), first + MOST_WORDS); last++) {
                add(run.subList(first, last + 1), prominent);
            }
        }
    }

    private void add(List<Token> words, List<Span> prominent) {
        if (!named(words)) {
            return;
        }
        Span span =
                new Span(words.getFirst().span().start(), words.getLast().span().end());
        List<String> texts = words.stream().map(Token::text).toList();
        String letters = Normal.of(String.join("", texts)).letters().text();
        Expression before = found.getOrDefault(letters, new Expression(letters, texts, 0, false, demand(words)));
        found.put(letters, before.again(prominent.stream().anyMatch(span::overlaps)));
    }

    private static boolean demand(List<Token> words) {
        String nature = words.getFirst().nature();
        return words.size() > 1 && nature.startsWith("v") && !nature.equals("vn");
    }

    /** Whether these words may be the name of something. */
    private static boolean named(List<Token> words) {
        Token first = words.getFirst();
        Token last = words.getLast();
        int length = words.stream().mapToInt(word -> word.text().length()).sum();
        boolean whole = words.stream().anyMatch(word -> word.text().length() > 1);
        boolean alone = words.size() == 1;
        return whole
                && length >= (alone ? 2 : 3)
                && length <= LONGEST
                && !LIGHT.contains(first.text())
                && !LIGHT.contains(last.text())
                && (alone ? is(first, "gijlnv") : ends(last) && begins(first, words.get(1)));
    }

    /** A single character begins a name only when another follows: 三色预警, but not the 党 of 党团结带领. */
    private static boolean begins(Token first, Token second) {
        boolean single = first.text().length() == 1;
        return single ? second.text().length() == 1 && is(first, "abgnm") : is(first, "abgjnlv");
    }

    private static boolean ends(Token last) {
        return is(last, last.text().length() == 1 ? "gn" : "gijlnv");
    }

    private static boolean is(Token word, String natures) {
        return natures.indexOf(word.nature().charAt(0)) >= 0;
    }
}
