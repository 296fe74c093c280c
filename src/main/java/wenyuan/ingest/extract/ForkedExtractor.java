package wenyuan.ingest.extract;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
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
import wenyuan.model.FailureCause;

/**
 * Reads text and HTML itself and has everything else parsed in processes of its own: a file that crashes, hangs or eats
 * all memory costs only that file. A process starts with the first file that needs it, and again after it died. Thread-safe.
 */
public final class ForkedExtractor implements Extractor {
    private static final String LOG = "wenyuan.parser.log";
    private static final long MOST_WAIT = Long.MAX_VALUE / 2;

    private static final Pattern TEXT_NAME = Pattern.compile("(?i).*\\.(?:txt|text|html?)");

    private final MimeTypes mimeTypes = MimeTypes.getDefaultMimeTypes();
    private final TextReader texts;
    private final HandlerConfig handler;
    private final PipesParser parsers;
    private final Path scratch;

    private ForkedExtractor(Settings settings, Path scratch) throws IOException, TikaException {
        this.scratch = scratch;
        this.texts = new TextReader(settings.characters());
        this.handler = new HandlerConfig(
                BasicContentHandlerFactory.HANDLER_TYPE.BODY,
                HandlerConfig.PARSE_MODE.CONCATENATE,
                settings.characters(),
                0,
                false);
        this.parsers = new PipesParser(config(settings, scratch));
    }

    /**
     * An extractor; close it, its processes and its temporary files live as long as it does.
     *
     * @throws UncheckedIOException when temporary files can't be written
     */
    public static Extractor open(Settings settings) {
        try {
            return open(settings, Files.createTempDirectory("wenyuan-extract-"));
        } catch (IOException e) {
            throw new UncheckedIOException("Temporary files can't be written", e);
        }
    }

    /**
     * The same with its temporary files in {@code scratch}, so that whoever owns that folder can sweep it after a kill. The
     * folder is made if need be, and gone after closing.
     */
    public static Extractor open(Settings settings, Path scratch) {
        try {
            return new ForkedExtractor(settings, Files.createDirectories(scratch));
        } catch (IOException e) {
            throw new UncheckedIOException("Temporary files can't be written", e);
        } catch (TikaException e) {
            throw new IllegalStateException("The parsers' configuration in the program is wrong", e);
        }
    }

    /**
     * Reads one file; waits while all parser processes are busy.
     *
     * @throws CancellationException when the thread is interrupted, which it stays; the process is stopped
     * @throws IllegalStateException when parser processes can't be started at all
     */
    @Override
    public Extraction extract(Path file, String name) {
        try {
            MediaType type = detect(file, name);
            return switch (type.getType()) {
                case "text" -> texts.read(file, type.toString(), true);
                case "image", "audio", "video", "font" -> medium(file, name, type);
                default -> isUnknown(type) ? texts.read(file, type.toString(), false) : parse(file, name);
            };
        } catch (IOException e) {
            return new Extraction.Failed(FailureCause.UNREADABLE, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /** The marks of some pictures are so weak that UTF-16 text has them too. */
    private Extraction medium(Path file, String name, MediaType type) throws IOException {
        Extraction text = TEXT_NAME.matcher(name).matches()
                ? texts.read(file, "text/plain", true)
                : new Extraction.Failed(FailureCause.UNSUPPORTED, "");
        return text instanceof Extraction.Text
                ? text
                : new Extraction.Failed(FailureCause.UNSUPPORTED, "no text is read out of " + type);
    }

    @Override
    public void close() {
        try {
            parsers.close();
            deleteAll(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException("A parser's temporary files can't be deleted: " + scratch, e);
        }
    }

    /** By magic bytes and name only; what needs a look inside a container is the child's to find out. */
    private MediaType detect(Path file, String name) throws IOException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name.substring(name.lastIndexOf('/') + 1));
        try (InputStream in = Files.newInputStream(file);
                InputStream head = new BufferedInputStream(in, 1 << 16)) {
            return mimeTypes.detect(head, metadata);
        }
    }

    /** Unmarked UTF-16 counts as unknown; XHTML and scripts are text too. */
    private static boolean isUnknown(MediaType type) {
        return type.equals(MediaType.OCTET_STREAM)
                || List.of("xhtml+xml", "javascript", "json").contains(type.getSubtype());
    }

    private Extraction parse(Path file, String name) {
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

    private static PipesConfig config(Settings settings, Path scratch) throws IOException, TikaException {
        Path file = scratch.resolve("tika-config.xml");
        try (InputStream resource = ForkedExtractor.class.getResourceAsStream("/wenyuan/extract/tika-config.xml")) {
            Files.copy(resource, file);
        }
        PipesConfig config = PipesConfig.load(file);
        config.setTikaConfig(file);
        config.setNumClients(settings.workers());
        config.setTimeoutMillis(settings.limit().toMillis());
        config.setMaxWaitForClientMillis(MOST_WAIT);
        config.setSleepOnStartupTimeoutMillis(1000);
        config.setMaxForEmitBatchBytes(-1); // answer over the pipe; else the child looks for an emitter and dies
        config.setJavaPath(settings.java().toString());
        config.setForkedJvmArgs(arguments(settings, scratch));
        return config;
    }

    /** The last one is a main class of ours; Tika puts its own behind it, which becomes an argument. */
    private static List<String> arguments(Settings settings, Path scratch) {
        return List.of(
                "-Xmx" + settings.childMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + scratch,
                "-Dlogback.configurationFile=wenyuan/extract/parser-log.xml",
                "-D" + LOG + "=" + System.getProperty(LOG, "OFF"),
                ParserProcess.class.getName());
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
