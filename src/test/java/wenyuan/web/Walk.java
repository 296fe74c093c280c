package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotCaret;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;

/** Somebody on the way through the pages of {@link Demo}. {@code -Dscreenshots=FOLDER} keeps what they saw. */
record Walk(Page page, Way way) {
    /** By what hand, in how wide a window, with or without scripts. */
    enum Way {
        MOUSE(false, 1280, true),
        PHONE_WITHOUT_SCRIPTS(false, 390, false),
        KEYBOARD(true, 1920, true);

        private final boolean keyboard;
        private final int width;
        private final boolean scripts;

        Way(boolean keyboard, int width, boolean scripts) {
            this.keyboard = keyboard;
            this.width = width;
            this.scripts = scripts;
        }

        private Hand hand() {
            return keyboard ? new Hand.OfKeyboard() : new Hand.OfMouse();
        }
    }

    static Walk begin(Chromium chromium, Way way) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setViewportSize(way.width, way.width < 800 ? 844 : 1000)
                .setJavaScriptEnabled(way.scripts);
        Walk walk = new Walk(chromium.page(Demo.shared().root() + "/", options), way);
        walk.page.setDefaultTimeout(10_000);
        walk.page.navigate(Demo.shared().root() + "/");
        return walk;
    }

    boolean scripts() {
        return way.scripts;
    }

    boolean narrow() {
        return way.width < 800;
    }

    Locator at(String selector) {
        return page.locator(selector).first();
    }

    /** The first of these that holds a text. */
    Locator at(String selector, String text) {
        return page.locator(selector, new Page.LocatorOptions().setHasText(text))
                .first();
    }

    void press(Locator place) {
        way.hand().press(place);
    }

    /** Presses what leads to another page. */
    void follow(Locator place, String address) {
        way.hand().press(place);
        page.waitForURL(address);
    }

    void write(String selector, String text) {
        way.hand().write(at(selector), text);
    }

    void choose(String selector, String option) {
        way.hand().choose(at(selector), option);
    }

    void brush(Locator from, Locator to) {
        way.hand().brush(from, to);
    }

    void search(String query) {
        way.hand().search(page, query);
        page.waitForURL("**/?q=*");
    }

    void step() {
        way.hand().step(page);
    }

    Path download(Locator link) {
        Download file = page.waitForDownload(() -> way.hand().press(link));
        return file.path();
    }

    void upload(String selector, Path file) {
        page.waitForFileChooser(() -> way.hand().press(at(selector))).setFiles(file);
    }

    /** Waits for something to look at, and sees that the page is not wider than its window. */
    void see(String selector, String step) {
        at(selector).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        Locator body = page.locator("body");
        assertEquals(way.width, body.evaluate("() => document.documentElement.scrollWidth"), step + ": too wide");
        String target = System.getProperty("screenshots", "");
        if (!target.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setCaret(ScreenshotCaret.INITIAL) // another would be an inline style
                    .setPath(Path.of(target, step + "-" + way + ".png")));
        }
    }
}
