package wenyuan.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenyuan.cli.Program;

/**
 * What {@code bin/wenyuan demo} serves over sample-corpus: a process of its own that all walks of this JVM share, and that ends
 * with it. Each walk changes only what is its own.
 */
record Demo(String root, String password) {
    private static final Pattern SAID = Pattern.compile("(?s)password (\\S+).* serves at (http\\S+)/\\s");
    private static final int LONGEST_SECONDS = 120;

    /** The one of this JVM. */
    private static final class Shared {
        private static final Demo DEMO = start();
    }

    static Demo shared() {
        return Shared.DEMO;
    }

    private static Demo start() {
        try {
            Path folder = Files.createTempDirectory("wenyuan-walk-");
            Path out = folder.resolve("out");
            Process process = Program.over(folder).start(out, folder.resolve("err"), "demo", "--port", "0");
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("end of demo").unstarted(() -> end(process, folder)));
            return said(process, out, folder.resolve("err"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Demo said(Process process, Path out, Path err) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            Matcher said = SAID.matcher(Files.readString(out));
            if (said.find()) {
                return new Demo(said.group(2), said.group(1));
            }
            pause();
        }
        process.destroy();
        throw new AssertionError("demo does not serve: " + Files.readString(out) + Files.readString(err));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void end(Process process, Path folder) {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(folder.resolve("out"));
            Files.deleteIfExists(folder.resolve("err"));
            Files.deleteIfExists(folder);
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
