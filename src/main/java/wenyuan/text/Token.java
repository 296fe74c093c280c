package wenyuan.text;

import java.util.Set;
import wenyuan.model.Span;

/**
 * A word as HanLP cuts it.
 *
 * @param text the word in normal form
 * @param span where it stands in the string that was cut
 * @param nature HanLP's part of speech, for example {@code n}, {@code v}, {@code w} for punctuation
 */
public record Token(String text, Span span, String nature) {
    /** First letters of natures that say nothing: particle, preposition, conjunction, pronoun, modal, affix, measure. */
    private static final String EMPTY_NATURES = "wupcryeohkq";

    private static final Set<String> STOP_WORDS = Set.of(
            "的", "了", "和", "与", "及", "或", "是", "在", "有", "要", "把", "被", "让", "使", "从", "到", "向", "将", "对", "为", "以",
            "于", "由", "等", "之", "其", "此", "这", "那", "也", "就", "都", "而", "并", "且", "则", "但", "又", "再", "更", "最", "很",
            "还", "只", "不", "没", "能", "可", "会", "中", "上", "下", "里", "内", "来", "去", "个", "着", "过", "得", "地", "所", "我们",
            "你们", "他们", "它们", "我", "你", "他", "她", "它", "一个", "没有", "以及", "通过", "进行");

    /**
     * Whether this is a word that says something: not punctuation, not a particle, preposition, pronoun or the like. A
     * text may hold none at all; whoever needs one then takes every token.
     */
    public boolean content() {
        return hasLetter()
                && !STOP_WORDS.contains(text)
                && (nature.isEmpty() || EMPTY_NATURES.indexOf(nature.charAt(0)) < 0 || isLatin());
    }

    private boolean hasLetter() {
        return text.codePoints().anyMatch(c -> c != Normal.SLOT && Normal.matters(c));
    }

    private boolean isLatin() {
        return text.charAt(0) < '\u2E80';
    }
}
