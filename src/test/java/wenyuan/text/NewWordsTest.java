package wenyuan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wenyuan.text.NewWords.NewWord;

class NewWordsTest {
    private static final Segmenter SEGMENTER = Segmenter.with(List.of());
    private static final List<String> BEFORE = List.of("每位", "社区", "我们的", "选出", "请", "帮助", "走访", "优秀", "全体", "依靠");
    private static final List<String> AFTER = List.of("很忙", "主动上门", "到会", "说话", "来了", "都在", "带头", "是好人", "认真", "也有事");

    /** Sentences in which each of {@code words} stands beside many others. */
    private static String text(long seed, int times, String... words) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < times; i++) {
            for (String word : words) {
                text.append(BEFORE.get(random.nextInt(BEFORE.size())))
                        .append(word)
                        .append(AFTER.get(random.nextInt(AFTER.size())))
                        .append("。今天天气不错，大家一起学习。\n");
            }
        }
        return text.toString();
    }

    private static List<String> found(String text) {
        return new NewWords(SEGMENTER).in(text).stream().map(NewWord::text).toList();
    }

    @Test
    void aWordThatTheDictionaryLacksIsFound() {
        assertTrue(SEGMENTER.segment("楼门长").size() > 1, "the test needs a word that is unknown");
        List<NewWord> words = new NewWords(SEGMENTER).in(text(1, 40, "楼门长"));
        assertTrue(words.contains(new NewWord("楼门长", 40, false)), words::toString);
    }

    @Test
    void whatIsKnownIsNot() {
        String text = text(2, 40, "楼门长");
        assertFalse(new NewWords(Segmenter.with(List.of("楼门长")))
                .in(text).stream().anyMatch(word -> word.text().contains("楼门长")));
        assertFalse(found(text(3, 40, "书记")).contains("书记"));
    }

    @Test
    void numbersPlaceholdersAndPiecesOfSentencesAreNoWords() {
        List<String> words = found(text(4, 40, "第三百二十号", "××县", "的工作", "2021年", "楼门长"));
        assertTrue(words.contains("楼门长"), words::toString);
        assertTrue(
                words.stream().noneMatch(word -> word.matches(".*([第百×的年]|天天|楼门$).*") || word.equals("门长")),
                words::toString);
    }

    @Test
    void nothingIsFoundInNothing() {
        for (String text : List.of("", " \n", "好", "×××", "abc")) {
            assertEquals(List.of(), found(text), text);
        }
    }
}
