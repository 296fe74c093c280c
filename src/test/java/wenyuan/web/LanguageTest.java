package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void englishMustBeWantedMoreThanChinese() {
        check("zh-CN", "zh-CN,zh;q=0.9,en;q=0.8");
        check("zh-CN", "zh-TW");
        check("zh-CN", "fr-FR,fr;q=0.9");
        check("zh-CN", "de,zh;q=0.5,en;q=0.4");
        check("zh-CN", "*");
        check("zh-CN", "");
        check("zh-CN", "nonsense;;q");
        check("zh-CN", "en;q=0");
        check("zh-CN", "zh,en");
        check("en", "en,zh");
        check("en", "en-US,en;q=0.9");
        check("en", "en-GB,en;q=0.9,zh-CN;q=0.8");
        check("en", "de,en;q=0.7,zh;q=0.3");
        assertEquals("zh-CN", Language.preferred(null).language());
    }

    @Test
    void onlyOurOwnPathsAreGoneBackTo() {
        assertTrue(Administration.ours("/?q=%E6%B2%BB"));
        assertTrue(Administration.ours("/"));
        assertFalse(Administration.ours("//evil.example/"));
        assertFalse(Administration.ours("/\\evil.example/"));
        assertFalse(Administration.ours("https://evil.example/"));
        assertFalse(Administration.ours("/a\r\nSet-Cookie: b"));
    }

    private static void check(String expected, String header) {
        assertEquals(expected, Language.preferred(header).language(), header);
    }
}
