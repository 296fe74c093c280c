package wenyuan.ingest.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import wenyuan.config.ShippedPageRules;
import wenyuan.model.Cleaned;
import wenyuan.model.Extraction;
import wenyuan.model.Extraction.Form;
import wenyuan.model.PageRules;
import wenyuan.model.Slot;

class CleanTest {
    private static final PageRules RULES = ShippedPageRules.read();
    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void fewTonelessBracketsAreTheAuthors() {
        check("参加培训的有外语(yi)班的学员，也有别的班的学员。", "参加培训的有外语(yi)班的学员，也有别的班的学员。");
        check("他姓仇（qiú），是支部的老书记。", "他姓仇，是支部的老书记。");
        check("组(zu)织(zhi)生(sheng)活要认真，要严肃。", "组织生活要认真，要严肃。");
        check("创(chuang)(chuang)新(xin)工作(gong zuo)有了起色。", "创新工作有了起色。");
        check("表(a)、表(b)、表(xyz)、表(nba)都要填好，不要漏项。", "表(a)、表(b)、表(xyz)、表(nba)都要填好，不要漏项。");
    }

    @Test
    void everyKindOfGlossGoes() {
        String plain = "动员大会开得好，要学习、要行动。";
        check("动(dòng)员大会开得好，要学习、要行(xíng)动。", plain);
        check("动（dòng）员大会开得好，要学习、要行（xíng）动。", plain);
        check("动[dòng]员大会开得好，要学习、要行【xíng】动。", plain);
        check("动(dong4)员(yuan2)大会开得好，要学习、要行(xing2)动。", plain);
        check("动(dong)员(yuan)大会开得好，要学习、要行(xing)动。", plain);
        check("动dòng员大会开得好，要学xué习、要行动。", plain);
        check("动(do\u0300ng)员大会开得好，要学(xué xí)习、要行(Xíng)动。", plain);
    }

    @Test
    void whatIsNoReadingOfItsCharacterIsTheAuthors() {
        check("声母(zhī)和韵母(ǎo)都要读准，大家一起来。", "声母(zhī)和韵母(ǎo)都要读准，大家一起来。");
        check("要用好人工智能(ai)，不是办公(oa)，也不是管理(he)。", "要用好人工智能(ai)，不是办公(oa)，也不是管理(he)。");
        check("参加a组、b组、c组活动的，先到支部wang那里报名。", "参加a组、b组、c组活动的，先到支部wang那里报名。");
        check("这就是ppt和word，党员e家、我+e都要用好。", "这就是ppt和word，党员e家、我+e都要用好。");
    }

    @Test
    void damagedGlossesLoseTheirLetters() {
        check("我们(men)都(dōu)认为，他们?cè)村里很好。", "我们都认为，他们?村里很好。");
    }

    @Test
    void unseenAndStutteringCharactersGo() {
        check("\uFEFF支部\u200B书记，，，，要带头。", "支部书记，要带头。");
        check("这项工作很重要……大家要抓紧。", "这项工作很重要……大家要抓紧。");
        check("他说&ldquo;要抓紧&rdquo;&nbsp;我们就抓紧。", "他说“要抓紧” 我们就抓紧。");
    }

    @Test
    void advertsInsideWordsGo() {
        check("要不断改[本资料权属某某写作网，转载请注明]善作风。", "要不断改善作风。");
        check("要认真学习，要抓好落实。\n[本文来自某网]&nbsp;\n要联系实际，要抓出成效。", "要认真学习，要抓好落实。\n要联系实际，要抓出成效。");
        check("各支部要对照清单www.example.com逐项整改。", "各支部要对照清单逐项整改。");
    }

    @Test
    void brokenSentencesAreJoined() {
        check("一年来，支部全体党员同心同德，取\n\n得了许多成绩，群众是满意的，上级也是肯定的。", "一年来，支部全体党员同心同德，取得了许多成绩，群众是满意的，上级也是肯定的。");
        check("提高站位，强化担当\n近年来，各支部认真抓好学习，做了许多实在的工作，成效明显。", "提高站位，强化担当\n近年来，各支部认真抓好学习，做了许多实在的工作，成效明显。");
    }

    @Test
    void placeholdersHaveKinds() {
        checkSlots("×月×日，××县委的王书记到了。", "NUMBER × NUMBER × PLACE ××");
        checkSlots("请XXX同志讲话，*主任主持。", "PERSON XXX PERSON *");
        checkSlots("以***同志为核心，学习***总书记讲话，完成率为×%。", "REDACTION *** REDACTION *** NUMBER ×");
        checkSlots("某街道的经验很好，某某同志作了介绍。", "PLACE 某 PERSON 某某");
        checkSlots("紧密团结在以为核心的党中央周围，以同志为核心。", "MISSING 以为核心 MISSING 以同志为核心");
        checkSlots("讲三点。（此处略）请看（图表略）。", "PASSAGE （此处略） PASSAGE （图表略）");
        checkSlots("认真贯彻_新时代的要求，___县有___名党员。", "REDACTION _ PLACE ___ NUMBER ___");
        checkSlots("张某某同志和李某，在B县召开，某年某月的事。", "PERSON 某某 PERSON 某 PLACE B NUMBER 某 NUMBER 某");
        checkSlots("先讲到这里。\n**********\n下面继续，请看《××》。", "UNKNOWN ××");
    }

    @Test
    void aTextWithoutPageIsAllText() {
        String text = "会议通知\n\n  一、时间地点\n明天上午。\n附件\n名单";
        Cleaned cleaned = clean(text, Form.OFFICE);
        assertEquals("会议通知\n一、时间地点\n明天上午。\n附件\n名单", cleaned.text());
        assertEquals(List.of(), cleaned.zones());
    }

    @Test
    void missingCharactersMakeAPercentage() {
        String body = "各支部要认真学习，要联系实际，要抓出成效来。".repeat(5);
        Cleaned cleaned = clean(body + "\n……（某某网省略110字，会员可完整阅读）……\n" + body, Form.PLAIN);
        assertEquals(67, cleaned.completeness().orElseThrow().percent());
        assertEquals(body + "\n" + body, cleaned.text());
    }

    @Test
    void onlyABrokenSentenceMakesATextCutOff() {
        String body = "发布时间：2020-01-02 来源：某网\n" + "各支部要认真学习，要联系实际，要抓出成效来。".repeat(40);
        checkStatus(body + "\n各支部要认真学习，要联系实际，不能走过场。要把任务落到人头，更不能", "截断");
        checkStatus(body + "\n让我们行动起来，把各项任务完成得更好更快更扎实！团结就是力量", "");
        checkStatus(body + "\n让我们行动起来，把各项任务完成得更好更快更扎实！（作者系某县县委组织部部长）", "");
        checkStatus(body + "\n中共某县委员会\n2020年1月1日", "");
    }

    @Test
    void hugeLinesTakeLittleTime() {
        String line = "要坚持党建引领，(a（ 一、抓好×项工作: 二是[来源于网友（未完".repeat(6000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> clean(line, Form.PLAIN));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> clean("<p>" + line, Form.PAGE));
    }

    @RepeatedTest(200)
    void holdsForAnything() {
        long seed = new Random(System.nanoTime()).nextLong();
        Random random = new Random(seed);
        String text = random(random);
        Form form = List.of(Form.values()).get(random.nextInt(4));
        try {
            CleanInvariants.check(clean(text, form));
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + ", form " + form + ": " + text + "\n" + e.getMessage(), e);
        }
    }

    private static String random(Random random) {
        List<String> pieces = List.of(
                "同志们：",
                "\n",
                "\n",
                "　　",
                "党(dǎng)",
                "组(zu)",
                "(zhi)",
                "，，，",
                "。",
                "一、提高认识",
                "要认真学习，要抓好落实，要联系实际抓出成效。",
                "……（某网省略60字，会员可看）……",
                "（未完，全文共900字，当前仅显示300字",
                "www.example.com/a",
                "[本文来自某网]",
                "×",
                "***同志",
                "XX县",
                "\u200B",
                "相关文章",
                "上一篇：某讲话",
                "发布时间：2020-01-02",
                "目录",
                "下面是小编整理的讲话，供参考。",
                "<p>",
                "<a href=x>",
                "</a>",
                "&nbsp;",
                "第3页 共5页",
                "-3-",
                "版权所有",
                "在会上的讲话",
                "?cè)",
                "𠮷",
                "\uD840",
                "a",
                " ");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(120); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    @Test
    void lostBytesComeBack() {
        checkSlip("各支部都作了汇报", "。可以說，大家很努力。");
        checkSlip("他是身边的楷", "模”的黨員，大家都学他。");
        checkSlip("今年三月我们到村里去", "的时候，群众正在开会讨论集体经济怎么办，大家很关心a。");
        check("谁来抓落实？怎么抓落实？大家要想清楚a。", "谁来抓落实？怎么抓落实？大家要想清楚a。");
        check("他问：什么叫饕餮？饕餮是传说中的怪兽b。", "他问：什么叫饕餮？饕餮是传说中的怪兽b。");
    }

    @Test
    void withoutAsciiTheLastCharacterStaysLost() {
        byte[] bytes = "的时候，群众正在开会讨论集体经济怎么办，大家很关心。".getBytes(GBK);
        check("今年三月我们到村里去" + new String(bytes, 1, bytes.length - 1, GBK), "今年三月我们到村里去的时候，群众正在开会讨论集体经济怎么办，大家很关心\ufffd");
    }

    /** {@code rest} loses its first byte. */
    private static void checkSlip(String start, String rest) {
        byte[] bytes = rest.getBytes(GBK);
        check(start + new String(bytes, 1, bytes.length - 1, GBK), start + rest);
    }

    private static void check(String page, String expected) {
        Cleaned cleaned = clean(page, Form.PLAIN);
        CleanInvariants.check(cleaned);
        assertEquals(expected, cleaned.text());
    }

    private static void checkStatus(String page, String expected) {
        List<String> names = clean(page, Form.PLAIN).status().stream()
                .map(claim -> claim.label().name())
                .filter(name -> name.equals("截断"))
                .toList();
        assertEquals(expected, String.join(" ", names));
    }

    private static void checkSlots(String text, String expected) {
        StringBuilder found = new StringBuilder();
        for (Slot slot : clean(text, Form.PLAIN).slots()) {
            found.append(found.isEmpty() ? "" : " ")
                    .append(slot.kind())
                    .append(' ')
                    .append(slot.span().of(text));
        }
        assertEquals(expected, found.toString());
        assertTrue(found.length() > 0);
    }

    private static Cleaned clean(String content, Form form) {
        return Clean.repair(new Extraction.Text(content, form, "text/plain", "UTF-8", Map.of()), RULES);
    }
}
