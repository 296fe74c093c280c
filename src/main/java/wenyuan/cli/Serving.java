package wenyuan.cli;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import wenyuan.store.Home;
import wenyuan.store.Originals;
import wenyuan.web.WebServer;

/** Serves an owned archive until the process is told to end. */
final class Serving {
    private Serving() {}

    /**
     * Serves on {@code host} and {@code port}; returns when the process ends.
     *
     * @param settings what pages may do
     * @param say hears the address, and the first password when there is one
     * @param afterwards runs when everything is closed, before the process ends
     */
    static void run(
            OwnedArchive archive,
            Home home,
            WebServer.Settings settings,
            String host,
            int port,
            Consumer<String> say,
            Runnable afterwards) {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            told.countDown();
            await(ended);
        }));
        WebServer.Archive shown = new WebServer.Archive(
                archive.index(),
                archive.store(),
                new Originals(home),
                archive::segmenter,
                archive.rules(),
                () -> archive.rules().phrasing(),
                () -> archive.store().lastChange() - archive.index().position().change(),
                new PageWork(archive));
        try (WebServer server = WebServer.start(shown, settings, host, port)) {
            server.firstPassword()
                    .ifPresent(
                            password -> say.accept("First login at /admin: user admin, one-time password " + password));
            say.accept("Wenyuan serves at http://" + host + ":" + server.port() + "/");
            await(told);
        } finally {
            archive.close();
            afterwards.run();
            ended.countDown();
        }
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
