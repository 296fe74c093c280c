package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.store.Users;

/** Links among the results exchange only these; an answer that is no page of results must not leave an empty page. */
class ExchangedPagesIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String PASSWORD = "a long password";

    @TempDir
    Path folder;

    @Test
    void withoutTheLastFilterComesTheFirstPage() throws Exception {
        try (Site site = Site.at(folder, "127.0.0.1")) {
            Page page = chromium.page(site, new Browser.NewContextOptions());
            page.navigate(site.url("/?type=MT16"));
            page.locator(".chips a").first().click();
            page.locator("main.home h1").waitFor();
            assertEquals(site.url("/"), page.url());
            page.goBack();
            page.locator("#results .hits").waitFor();
        }
    }

    @Test
    void whenTheSessionHasEndedTheLoginLeadsBackToWhatWasAskedFor() throws Exception {
        try (Site site = Site.at(folder, "0.0.0.0")) {
            site.store().users().add("wang", Users.Role.READER, Passwords.hash(PASSWORD));
            Page page = chromium.page(site, new Browser.NewContextOptions());
            page.navigate(site.url("/?q=" + Address.encode("基层治理")));
            logIn(page);
            page.locator("#results .hits").waitFor();
            page.context().clearCookies();
            page.locator(".views a").nth(1).click();
            page.locator("main.login").waitFor();
            logIn(page);
            page.waitForURL("**/?q=*view=sentences");
            page.locator("#results .hits").waitFor();
        }
    }

    @Test
    void aProblemIsShown() throws Exception {
        Site site = Site.at(folder, "127.0.0.1");
        try {
            Page page = chromium.page(site, new Browser.NewContextOptions());
            page.navigate(site.url("/?q=" + Address.encode("基层治理")));
            site.engine().close();
            page.locator(".views a").nth(1).click();
            page.locator("h1", new Page.LocatorOptions().setHasText("500")).waitFor();
            assertFalse(chromium.complaints().isEmpty(), "the browser notes such answers");
            chromium.complaints().clear();
        } finally {
            site.server().close();
            site.store().close();
        }
    }

    private static void logIn(Page page) {
        page.fill("#name", "wang");
        page.fill("#password", PASSWORD);
        page.click(".login form button");
    }
}
