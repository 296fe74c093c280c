package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReadingTest {
    @Test
    void namesDownloadsInBothForms() {
        name("a.txt", "a.txt", "a.txt");
        name("讲话 1.doc", "__ 1.doc", "%E8%AE%B2%E8%AF%9D%201.doc");
        name("a\"b\r\nX: y", "a_b__X_ y", "a_b__X_%20y");
        name("它's.txt", "_'s.txt", "%E5%AE%83%27s.txt");
    }

    @Test
    void loginLeadsOnlyToOurselves() {
        leads("/admin/imports/3?from=200", "/admin/imports/3?from=200");
        leads("//evil.example", "/admin");
        leads("/\\evil.example", "/admin");
        leads("https://evil.example", "/admin");
        leads("/a\r\nSet-Cookie: x", "/admin");
        leads("", "/admin");
    }

    private static void name(String name, String plain, String encoded) {
        assertEquals("attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded, Reading.attachment(name));
    }

    private static void leads(String to, String expected) {
        assertEquals(expected, Administration.target(to));
    }
}
