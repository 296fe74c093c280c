package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Proposals below the search box, in a real Chromium. Skipped as {@link PagesIT} is. */
class SuggestPagesIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String OPTIONS = ".suggestions [role=option]";

    /** Longer than the box waits before it asks. */
    private static final int PAUSE = 600;

    @TempDir
    static Path folder;

    private static Site site;

    private final List<String> asked = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        site = Site.at(Files.createDirectory(folder.resolve("home")), "127.0.0.1");
        // so that no test depends on how soon things are known
        long begun = System.nanoTime();
        while (site.engine().vocabulary().beginning("治理", 1).isEmpty()) {
            assertTrue(System.nanoTime() - begun < 60e9, "no words after a minute");
            Thread.sleep(10);
        }
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void newPage() {
        page = chromium.page(site, new Browser.NewContextOptions().setViewportSize(1280, 900));
        page.onRequest(request -> {
            if (request.url().contains("/api/suggest")) {
                asked.add(request.url());
            }
        });
        page.navigate(site.url("/"));
        page.locator("#q[role=combobox]").focus();
    }

    private Locator box() {
        return page.locator("#q");
    }

    private boolean isOpen() {
        return box().getAttribute("aria-expanded").equals("true");
    }

    /** Types, until proposals are there. What takes too long is left out of an answer, so more than once when need be. */
    private void type(String text) {
        page.keyboard().type(text);
        awaitOptions();
    }

    private void awaitOptions() {
        for (int i = 0; i < 20 && page.locator(OPTIONS).count() == 0; i++) {
            page.waitForTimeout(PAUSE);
            if (!isOpen()) {
                page.keyboard().press("ArrowDown"); // asks again
            }
        }
        assertTrue(page.locator(OPTIONS).count() > 0);
        // the list that this press may have opened has nothing chosen yet
        assertEquals(null, box().getAttribute("aria-activedescendant"));
    }

    private String active() {
        return page.locator("#" + box().getAttribute("aria-activedescendant"))
                .locator(".text")
                .textContent();
    }

    @Test
    void arrowsChooseAndEnterTakes() {
        type("网格 座谈");
        assertTrue(isOpen());
        assertEquals(
                box().getAttribute("aria-controls"),
                page.locator("[role=listbox]").getAttribute("id"));
        int options = page.locator(OPTIONS).count();
        page.keyboard().press("ArrowDown");
        String first = active();
        assertTrue(first.startsWith("网格 "), first);
        assertEquals(1, page.locator(OPTIONS + "[aria-selected=true]").count());
        page.keyboard().press("ArrowUp");
        assertEquals(null, box().getAttribute("aria-activedescendant"));
        page.keyboard().press("ArrowUp");
        assertEquals(page.locator(OPTIONS).nth(options - 1).locator(".text").textContent(), active());
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertEquals(first, active());
        assertEquals("网格 座谈", box().inputValue());
        page.keyboard().press("Enter");
        page.waitForURL("**q=*");
        assertEquals(first, box().inputValue());
        assertEquals(site.url("/?q=" + Address.encode(first)), page.url());
    }

    @Test
    void enterWithoutAChoiceSearchesWhatWasTyped() {
        type("治");
        page.keyboard().press("Enter");
        page.waitForURL("**q=*");
        assertEquals("治", box().inputValue());
    }

    @Test
    void escapeClosesAndKeepsWhatWasTyped() {
        type("治");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Escape");
        assertFalse(isOpen());
        assertEquals("治", box().inputValue());
        assertTrue((boolean) page.evaluate("document.activeElement.id === 'q'"));
        page.keyboard().press("Escape");
        assertFalse((boolean) page.evaluate("document.activeElement.id === 'q'"), "a second one leaves the box");
        assertEquals("治", box().inputValue());
    }

    @Test
    void tabLeavesAndAClickTakes() {
        type("治");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        assertFalse(isOpen());
        assertEquals("治", box().inputValue());
        assertEquals("submit", page.evaluate("document.activeElement.type"));
        box().focus();
        page.keyboard().press("End");
        type("理");
        Locator first = page.locator(OPTIONS).first();
        String text = first.locator(".text").textContent();
        first.click();
        page.waitForURL("**q=*");
        assertEquals(text, box().inputValue());
    }

    @Test
    void nothingIsSentWhileAnInputMethodIsComposing() {
        type("网");
        int before = asked.size();
        box().evaluate("box => box.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))");
        assertFalse(isOpen());
        box().evaluate("""
                box => {
                  box.value += "ge";
                  box.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
                }""");
        page.keyboard().press("ArrowDown");
        page.waitForTimeout(PAUSE);
        assertEquals(before, asked.size());
        assertFalse(isOpen());
        box().evaluate("""
                box => {
                  box.value = "网格";
                  box.setSelectionRange(2, 2);
                  box.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: "格" }));
                }""");
        page.waitForCondition(() -> asked.size() == before + 1);
        assertTrue(asked.getLast().endsWith("q=" + Address.encode("网格")), asked::toString);
    }

    @Test
    void oneQuestionForKeysInARow() {
        box().evaluate("""
                box => {
                  for (const key of "jicengzhili") {
                    box.value += key;
                    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
                  }
                }""");
        page.waitForCondition(() -> !asked.isEmpty());
        page.waitForTimeout(PAUSE);
        assertEquals(1, asked.size(), asked::toString);
        awaitOptions();
        assertEquals("基层治理", page.locator(OPTIONS + " .text").first().textContent());
    }

    @Test
    void anOpenListIsAccessibleInBothColours() throws IOException {
        String axe;
        try (InputStream script = SuggestPagesIT.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
        page.evaluate(axe);
        type("网格 座谈");
        page.keyboard().press("ArrowDown");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertEquals(List.of(), page.evaluate("""
                    async () => (await axe.run(document)).violations
                      .flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html} ${node.failureSummary}`))
                    """));
        }
    }

    @Test
    void withoutScriptsThereIsJustTheBox() {
        try (Page plain = chromium.page(site, new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            plain.navigate(site.url("/"));
            assertEquals("search", plain.locator("#q").getAttribute("type"));
            assertEquals(0, plain.locator("#q[role], .suggestions").count());
            plain.fill("#q", "网格");
            plain.click(".box button");
            plain.waitForURL("**q=*");
        }
    }
}
