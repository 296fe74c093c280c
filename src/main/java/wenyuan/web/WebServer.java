package wenyuan.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import jakarta.servlet.SessionTrackingMode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.http.HttpCookie;
import wenyuan.model.Phrasing;
import wenyuan.model.RuleBook;
import wenyuan.search.SearchEngine;
import wenyuan.store.Originals;
import wenyuan.store.Store;
import wenyuan.text.Segmenter;

/**
 * Serves pages and the JSON interface. Reading is open when bound to this machine alone; bound to any other address, every
 * page needs a login. Closing ends all answers, stops an import that pages asked
 * for (the next start takes it up again), and leaves the archive open.
 */
public final class WebServer implements AutoCloseable {
    private static final long LARGEST_FORM = 1_000_000;

    /** Bytes of an address with its headers: a passage of 2,000 characters to be kept, each as nine bytes, fits. */
    private static final int LONGEST_ADDRESS = 32_768;

    /** Files in a form without scripts; a script sends one request a file. */
    private static final int MOST_PARTS = 10_000;

    private final Javalin javalin;
    private final Routes routes;
    private final Accounts accounts;

    private WebServer(Javalin javalin, Routes routes, Accounts accounts) {
        this.javalin = javalin;
        this.routes = routes;
        this.accounts = accounts;
    }

    /**
     * What the pages are made from.
     *
     * @param engine answers searches
     * @param store the truth, open for writing: the first start adds a user
     * @param originals bytes for downloads
     * @param segmenter cuts as the engine does at the time of asking
     * @param rules names of labels, as they were at the start
     * @param phrasing synonyms in force at the time of asking
     * @param waiting number of changes that the engine has not taken in yet
     * @param work does what admins ask for
     */
    public record Archive(
            SearchEngine engine,
            Store store,
            Originals originals,
            Supplier<Segmenter> segmenter,
            RuleBook rules,
            Supplier<Phrasing> phrasing,
            LongSupplier waiting,
            ArchiveWork work) {}

    /**
     * What the admin of this machine has allowed.
     *
     * @param importRoots folders below which pages may import; none by default
     * @param anonymousRead whether reading needs no login even when other machines can reach us
     * @param uploads how much one upload may bring
     */
    public record Settings(List<Path> importRoots, boolean anonymousRead, UploadLimits uploads) {
        /** Nothing but the usual. */
        public static final Settings STANDARD = new Settings(List.of(), false, UploadLimits.STANDARD);

        public Settings {
            importRoots = List.copyOf(importRoots);
        }
    }

    /**
     * Starts to serve, and to work on what was asked for in pages and is not done.
     *
     * @param host address to bind to
     * @param port 0 for any free one
     * @throws IllegalArgumentException when there is no such host
     */
    public static WebServer start(Archive archive, Settings settings, String host, int port) {
        SecureRandom random = new SecureRandom();
        Accounts accounts = new Accounts(archive.store().users(), random);
        AtomicReference<Javalin> self = new AtomicReference<>();
        Guard guard = Guard.of(host, settings.anonymousRead());
        Routes routes = new Routes(
                archive, settings, guard, accounts, random, () -> self.get().port());
        Javalin javalin = Javalin.create(config -> configure(config, routes));
        self.set(javalin);
        javalin.start(host, port);
        routes.start();
        return new WebServer(javalin, routes, accounts);
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
        routes.close();
        javalin.stop();
    }

    private static void configure(JavalinConfig config, Routes routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = LARGEST_FORM;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(LONGEST_ADDRESS);
            http.setResponseHeaderSize(LONGEST_ADDRESS); // such an address may have to be answered with another
        });
        config.jetty.modifyServletContextHandler(WebServer::keepSessionsHome);
        config.jetty.modifyServletContextHandler(context -> context.setMaxFormKeys(MOST_PARTS));
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
