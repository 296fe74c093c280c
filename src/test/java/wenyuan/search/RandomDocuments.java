package wenyuan.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import wenyuan.model.Dating;
import wenyuan.model.Document;

/** Documents in the words of the genre, with the dirt that matching must see through. */
public final class RandomDocuments {
    private static final List<String> WORDS = List.of(
            "基层", "治理", "党建", "引领", "網格", "網格化", "服务", "群众", "党支部", "建設", "堡垒", "作用", "乡村", "振兴", "队伍", "全面", "從嚴",
            "治党", "主题", "教育", "ＡＰＰ", "App", "２０１９", "2020年", "××县", "XX同志", "某镇", "𠮷", "社区", "會議", "精神", "既要", "又要",
            "更要", "抓好", "落实", "责任", "的", "和", "在", "把", "经济", "发展", "project", "①", "第一", "干部", "要不是", "不是在", "让");
    private static final String MARKS = "，。、；：！？“”…—（）《》 　·";

    private final Random random;

    public RandomDocuments(long seed) {
        this.random = new Random(seed);
    }

    /** Documents with labels and years, ids 0000, 0001, … */
    public List<Document> documents(int number) {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            documents.add(document(String.format(Locale.ROOT, "%06d", i)));
        }
        return documents;
    }

    private Document document(String id) {
        String[] lines = new String[3 + random.nextInt(6)];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = (i > 0 && random.nextInt(4) == 0 ? "一、" : "") + line(i == 0 ? 4 : 5 + random.nextInt(30));
        }
        TestDocuments made = TestDocuments.of(id, lines)
                .labelled(
                        pick(List.of("MT16", "MT12", "MT10")),
                        pick(List.of("TH01", "TH10")),
                        pick(List.of("TH11", "TH99")))
                .from("夹/" + id + ".txt", pick(List.of("甲库", "乙库")));
        int year = 2010 + random.nextInt(10);
        return switch (random.nextInt(4)) {
            case 0 -> made.dated(new Dating.Unknown(List.of())).document();
            case 1 ->
                made.dated(new Dating.Disputed(year, List.of(year, year + 2), List.of()))
                        .document();
            default -> made.year(year).document();
        };
    }

    private String line(int words) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < words; i++) {
            line.append(word());
            if (random.nextInt(4) == 0) {
                line.append(MARKS.charAt(random.nextInt(MARKS.length())));
            }
        }
        return line.toString().strip();
    }

    /** One of the words. */
    public String word() {
        return pick(WORDS);
    }

    /** A piece of 2 to 40 characters of a line of {@code text}; it may hold anything. */
    public String cut(String text) {
        String line = pick(List.of(text.split("\n", -1)));
        int length = Math.min(line.length(), 2 + random.nextInt(39));
        int start = random.nextInt(line.length() - length + 1);
        return line.substring(start, start + length);
    }

    /** Any of a list. */
    public <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
