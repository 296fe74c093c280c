package wenyuan.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.pipes.FetchEmitTuple;
import org.apache.tika.pipes.HandlerConfig;
import org.apache.tika.pipes.PipesConfig;
import org.apache.tika.pipes.PipesException;
import org.apache.tika.pipes.PipesParser;
import org.apache.tika.pipes.emitter.EmitKey;
import org.apache.tika.pipes.fetcher.FetchKey;
import org.apache.tika.sax.BasicContentHandlerFactory;
import wenyuan.model.Extraction;

/**
 * Parser processes: a file that crashes, hangs or eats all memory costs only that file. A process starts with the first
 * file that needs it, and again after it died. Thread-safe.
 */
final class ParserPool implements AutoCloseable {
    /** After so many files a parser process is replaced, whatever it may have kept. */
    private static final int MOST_FILES = 2000;

    private static final String LOG = "wenyuan.parser.log";
    private static final long MOST_WAIT = Long.MAX_VALUE / 2;

    private final HandlerConfig handler;
    private final PipesParser parsers;

    private ParserPool(HandlerConfig handler, PipesParser parsers) {
        this.handler = handler;
        this.parsers = parsers;
    }

    /**
     * A pool without processes yet.
     *
     * @param scratch an existing folder for temporary files
     * @param limit time for one file
     * @param embedded how many pictures and other files inside a file are read with it
     * @param options for the processes' JVM
     */
    static ParserPool open(Settings settings, Path scratch, Duration limit, int embedded, List<String> options)
            throws IOException {
        HandlerConfig handler = new HandlerConfig(
                BasicContentHandlerFactory.HANDLER_TYPE.BODY,
                HandlerConfig.PARSE_MODE.CONCATENATE,
                settings.characters(),
                embedded,
                false);
        try {
            return new ParserPool(handler, new PipesParser(config(settings, scratch, limit, options)));
        } catch (TikaException e) {
            throw new IllegalStateException("The parsers' configuration in the program is wrong", e);
        }
    }

    /**
     * Parses one file; waits while all processes are busy.
     *
     * @throws CancellationException when the thread is interrupted, which it stays; the process is stopped
     * @throws IllegalStateException when processes can't be started at all
     */
    Extraction parse(Path file, String name) {
        ParseContext context = new ParseContext();
        context.set(HandlerConfig.class, handler);
        String key = UriFetcher.key(file, name);
        try {
            return Verdict.of(parsers.parse(new FetchEmitTuple(
                    name, new FetchKey(UriFetcher.NAME, key), EmitKey.NO_EMIT, new Metadata(), context)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while reading " + name);
        } catch (IOException | PipesException e) {
            throw new IllegalStateException("A parser process can't be started or talked to", e);
        }
    }

    @Override
    public void close() {
        try {
            parsers.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A parser process can't be ended", e);
        }
    }

    private static PipesConfig config(Settings settings, Path scratch, Duration limit, List<String> options)
            throws IOException, TikaException {
        Path file = scratch.resolve("tika-config.xml");
        try (InputStream resource = ParserPool.class.getResourceAsStream("/wenyuan/extract/tika-config.xml")) {
            Files.copy(resource, file);
        }
        PipesConfig config = PipesConfig.load(file);
        config.setTikaConfig(file);
        config.setNumClients(settings.workers());
        config.setTimeoutMillis(limit.toMillis());
        config.setMaxWaitForClientMillis(MOST_WAIT);
        config.setSleepOnStartupTimeoutMillis(1000);
        config.setMaxFilesProcessedPerProcess(MOST_FILES);
        config.setMaxForEmitBatchBytes(-1); // answer over the pipe; else the child looks for an emitter and dies
        config.setJavaPath(settings.java().toString());
        config.setForkedJvmArgs(arguments(settings, scratch, options));
        return config;
    }

    /** The last one is a main class of ours; Tika puts its own behind it, which becomes an argument. */
    private static List<String> arguments(Settings settings, Path scratch, List<String> options) {
        List<String> all = new ArrayList<>(List.of(
                "-Xmx" + settings.childMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + scratch,
                "-Dlogback.configurationFile=wenyuan/extract/parser-log.xml",
                "-D" + LOG + "=" + System.getProperty(LOG, "OFF")));
        all.addAll(options);
        all.add(ParserProcess.class.getName());
        return all;
    }
}
