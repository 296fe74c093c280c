package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.store.Users;

/** What axe-core finds serious or critical on any page, light and dark, narrow and wide: nothing. */
class AccessibilityIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    /** Runs in the page; answers with a line for each element that breaks a rule. */
    private static final String RUN = """
            async () => {
              const found = await axe.run(document, { resultTypes: ["violations"] });
              return found.violations
                .filter((rule) => rule.impact === "serious" || rule.impact === "critical")
                .flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html} ${node.failureSummary}`));
            }
            """;

    @TempDir
    static Path folder;

    private static Site site;
    private static String axe = "";

    @BeforeAll
    static void open() throws IOException {
        site = Site.at(Files.createDirectory(folder.resolve("home")), "127.0.0.1");
        site.store().users().add("李四", Users.Role.ADMIN, Passwords.hash("correct-horse"));
        try (InputStream script = AccessibilityIT.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void lightAndWide() {
        assertEquals("", findings(1280, ColorScheme.LIGHT));
    }

    @Test
    void darkAndNarrow() {
        assertEquals("", findings(390, ColorScheme.DARK));
    }

    private static String findings(int width, ColorScheme scheme) {
        List<String> findings = new ArrayList<>();
        try (Page page = chromium.page(
                site,
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme))) {
            for (String path : EveryPage.FOR_READERS) {
                findings.addAll(findings(page, path));
            }
            page.navigate(site.url("/login"));
            page.fill("[name=name]", "李四");
            page.fill("[name=password]", "correct-horse");
            page.click("[type=submit]");
            page.waitForURL("**/admin");
            for (String path : EveryPage.FOR_ADMINS) {
                findings.addAll(findings(page, path));
            }
        }
        chromium.complaints().removeIf(complaint -> complaint.contains("404"));
        return String.join("\n", findings);
    }

    private static List<String> findings(Page page, String path) {
        page.navigate(site.url(path));
        if (path.equals(EveryPage.DRAFT)) {
            page.fill("[name=draft]", EveryPage.DRAFT_TEXT);
            page.click("#main [type=submit]");
            page.locator(".shared").first().waitFor();
        }
        page.evaluate(axe);
        List<?> broken = (List<?>) page.evaluate(RUN);
        return broken.stream().map(line -> path + " " + line).toList();
    }
}
