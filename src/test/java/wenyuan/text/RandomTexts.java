package wenyuan.text;

import java.util.List;
import java.util.Random;

/** Texts as a document may hold them, and worse. The seed is printed, so that a failure can be repeated. */
final class RandomTexts {
    private static final List<String> ALPHABETS = List.of(
            "坚持以人民为中心发展思想推进基层治理体系和能力现代化",
            "國際發展羣眾說為綫裡麪黨員幹部髮後",
            "abcXYZxxEéİıßç",
            "0123456789０１２３４５ＡｂＸｘ",
            "，。、；：？！“”「」《》（）…—·\"'＂｡［］",
            "一二三四五六七八九十百千〇○零",
            "×✕*＊_＿□▢○〇xX",
            " \t\n\r\u3000\u00A0",
            "\u200B\u200D\uFEFF\u00AD\uFE0F\u0301\u0000\u2060",
            "①⑩Ⅱⅲ㈠㎡⼀豈");
    private static final List<String> PAIRS = List.of("\uD840\uDC00", "\uD869\uDED6", "\uD83D\uDE00");

    private final Random random;

    private RandomTexts(Random random) {
        this.random = random;
    }

    static RandomTexts printed(String test) {
        long seed = Long.getLong("wenyuan.seed", System.nanoTime());
        System.out.println(test + ": -Dwenyuan.seed=" + seed);
        return new RandomTexts(new Random(seed));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Well-formed text, up to {@code most} pieces long. */
    String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            text.append(piece());
        }
        return text.toString();
    }

    /** Any UTF-16 units at all. */
    String garbage(int most) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            text.append(random.nextInt(4) == 0 ? piece() : String.valueOf((char) random.nextInt(0x10000)));
        }
        return text.toString();
    }

    private String piece() {
        int kind = random.nextInt(ALPHABETS.size() + 6);
        if (kind == ALPHABETS.size()) {
            return PAIRS.get(random.nextInt(PAIRS.size()));
        }
        String alphabet = ALPHABETS.get(kind < ALPHABETS.size() ? kind : 0);
        return String.valueOf(alphabet.charAt(random.nextInt(alphabet.length())));
    }
}
