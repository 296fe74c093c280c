package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real browser for the tests of a class, started when the first page is asked for. Such tests are skipped where no chromium is on
 * the PATH, unless {@code -Dbrowser.required=true}. After each test its pages are closed, and must have had nothing to complain about.
 */
final class Chromium implements AfterTestExecutionCallback, AfterAllCallback {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final List<String> complaints = new ArrayList<>();
    private Optional<Playwright> playwright = Optional.empty();
    private Optional<Browser> browser = Optional.empty();

    /** What the browser complained about: a policy that blocks, a script that fails, a request to another host. */
    List<String> complaints() {
        return complaints;
    }

    /** A page of a context of its own, whose every complaint is noted. */
    Page page(Site site, Browser.NewContextOptions options) {
        return page(site.url("/"), options);
    }

    /** The same for a site whose every address begins like that. */
    Page page(String root, Browser.NewContextOptions options) {
        Page page = browser().newContext(options.setLocale("zh-CN")).newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(root)) {
                complaints.add("asked another host: " + request.url());
            }
        });
        return page;
    }

    private Browser browser() {
        if (browser.isEmpty()) {
            Path program = required();
            Playwright driver = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            playwright = Optional.of(driver);
            browser = Optional.of(driver.chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setArgs(ARGUMENTS)));
        }
        return browser.orElseThrow();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        browser.ifPresent(open -> List.copyOf(open.contexts()).forEach(BrowserContext::close));
        List<String> heard = List.copyOf(complaints);
        complaints.clear();
        if (context.getExecutionException().isEmpty()) {
            assertEquals(List.of(), heard);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        browser.ifPresent(Browser::close);
        playwright.ifPresent(Playwright::close);
    }

    private static Path required() {
        return program().orElseGet(() -> {
            String message =
                    "no chromium on the PATH: the pages are not tested in a browser (apt-get install chromium)";
            return Boolean.getBoolean("browser.required") ? fail(message) : Assumptions.abort(message);
        });
    }

    private static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(path -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
