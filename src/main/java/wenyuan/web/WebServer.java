package wenyuan.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import jakarta.servlet.SessionTrackingMode;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.http.HttpCookie;
import wenyuan.model.RuleBook;
import wenyuan.search.Highlighter;
import wenyuan.search.SearchEngine;
import wenyuan.store.Originals;
import wenyuan.store.Store;

/**
 * Serves pages and the JSON interface. Reading is open when bound to this machine alone; bound to any other address, every
 * page needs a login. Closing ends all answers, but leaves the archive open.
 */
public final class WebServer implements AutoCloseable {
    private static final long LARGEST_FORM = 1_000_000;

    private final Javalin javalin;
    private final Accounts accounts;

    private WebServer(Javalin javalin, Accounts accounts) {
        this.javalin = javalin;
        this.accounts = accounts;
    }

    /**
     * What the pages are made from.
     *
     * @param engine answers searches
     * @param store the truth, open for writing: the first start adds a user
     * @param originals bytes for downloads
     * @param highlighter finds marks in the reading text
     * @param rules names of labels
     * @param waiting number of changes that the engine has not taken in yet
     */
    public record Archive(
            SearchEngine engine,
            Store store,
            Originals originals,
            Highlighter highlighter,
            RuleBook rules,
            LongSupplier waiting) {}

    /**
     * Starts to serve.
     *
     * @param host address to bind to
     * @param port 0 for any free one
     * @throws IllegalArgumentException when there is no such host
     */
    public static WebServer start(Archive archive, String host, int port) {
        SecureRandom random = new SecureRandom();
        Accounts accounts = new Accounts(archive.store().users(), random);
        AtomicReference<Javalin> self = new AtomicReference<>();
        Routes routes = new Routes(
                archive, Guard.of(host), accounts, random, () -> self.get().port());
        Javalin javalin = Javalin.create(config -> configure(config, routes));
        self.set(javalin);
        javalin.start(host, port);
        return new WebServer(javalin, accounts);
    }

    /** The port in use. */
    public int port() {
        return javalin.port();
    }

    /** The password of the user {@code admin} when this start has made that user: to be printed once. */
    public Optional<String> firstPassword() {
        return accounts.firstPassword();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config, Routes routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = LARGEST_FORM;
        config.jetty.modifyServletContextHandler(WebServer::keepSessionsHome);
        routes.register(config.routes);
    }

    /** A session lives in a cookie that neither scripts nor other sites get, never in an address. */
    private static void keepSessionsHome(ServletContextHandler context) {
        SessionHandler sessions = context.getSessionHandler();
        sessions.setHttpOnly(true);
        sessions.setSameSite(HttpCookie.SameSite.STRICT);
        sessions.setSessionCookie("wenyuan");
        sessions.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    }
}
