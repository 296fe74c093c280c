package wenyuan.web;

import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Browser;
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

/**
 * A real browser. Tests that use it are skipped where no chromium is on the PATH, unless {@code -Dbrowser.required=true}.
 *
 * @param complaints what the browser complained about: a policy that blocks, a script that fails, a request to another host
 */
record Chromium(Playwright playwright, Browser browser, List<String> complaints) implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    static Chromium launch() {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            String message =
                    "no chromium on the PATH: the pages are not tested in a browser (apt-get install chromium)";
            if (Boolean.getBoolean("browser.required")) {
                fail(message);
            }
            Assumptions.abort(message);
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.orElseThrow())
                        .setArgs(ARGUMENTS));
        return new Chromium(playwright, browser, new ArrayList<>());
    }

    /** A page of a context of its own, whose every complaint is noted. */
    Page page(Site site, Browser.NewContextOptions options) {
        return page(site.url("/"), options);
    }

    /** The same for a site whose every address begins like that. */
    Page page(String root, Browser.NewContextOptions options) {
        Page page = browser.newContext(options.setLocale("zh-CN")).newPage();
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

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(path -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(path, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
