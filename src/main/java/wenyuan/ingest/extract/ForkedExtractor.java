package wenyuan.ingest.extract;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import wenyuan.model.Extraction;
import wenyuan.model.FailureCause;

/**
 * Reads text and HTML itself and has everything else parsed in processes of its own. What those find damaged, LibreOffice
 * may try; what holds pictures instead of text, the reader of scans. Thread-safe.
 */
public final class ForkedExtractor implements Extractor {
    private static final Pattern TEXT_NAME = Pattern.compile("(?i).*\\.(?:txt|text|html?)");

    private static final Pattern PLAIN_NAME = Pattern.compile("(?i).*\\.txt");

    /** No mark of a format stands farther behind a file's beginning. */
    private static final int HEAD = 1 << 16;

    private static final int MOST_PICTURES = 1000;

    private final MimeTypes mimeTypes = MimeTypes.getDefaultMimeTypes();
    private final Settings settings;
    private final Path scratch;
    private final TextReader texts;
    private final ParserPool parsers;
    private final Optional<ParserPool> scans;
    private final Optional<OfficeConverter> office;

    private ForkedExtractor(Settings settings, Path scratch) throws IOException {
        this.settings = settings;
        this.scratch = scratch;
        this.texts = new TextReader(settings.characters());
        this.parsers = ParserPool.open(settings, Files.createDirectories(scratch), settings.limit(), 0, List.of());
        this.scans = settings.ocr().isPresent() ? Optional.of(scans(settings, scratch)) : Optional.empty();
        this.office = OfficeConverter.find(scratch, settings.limit());
    }

    /**
     * An extractor; close it, its processes and its temporary files live as long as it does.
     *
     * @throws UncheckedIOException when temporary files can't be written
     * @throws IllegalStateException when scans are to be read and there is a {@link Tesseract#problem()}
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
            return new ForkedExtractor(settings, scratch);
        } catch (IOException e) {
            throw new UncheckedIOException("Temporary files can't be written", e);
        }
    }

    /**
     * Reads one file; waits while all parser processes are busy.
     *
     * @throws java.util.concurrent.CancellationException when the thread is interrupted, which it stays; the process is
     *     stopped
     * @throws IllegalStateException when parser processes can't be started at all
     */
    @Override
    public Extraction extract(Path file, String name) {
        try {
            if (Files.size(file) > settings.bytes()) {
                return new Extraction.Failed(
                        FailureCause.TOO_LARGE,
                        Files.size(file) + " bytes, more than the " + settings.bytes() + " that are read of one file");
            }
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
        parsers.close();
        scans.ifPresent(ParserPool::close);
        try {
            deleteAll(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException("A parser's temporary files can't be deleted: " + scratch, e);
        }
    }

    /** Deletes a folder with all that is in it. */
    static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static ParserPool scans(Settings settings, Path scratch) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("scans"));
        return ParserPool.open(
                settings, folder, settings.ocr().orElseThrow(), MOST_PICTURES, Tesseract.options(folder));
    }

    /** By magic bytes and name only; what needs a look inside a container is the child's to find out. */
    private MediaType detect(Path file, String name) throws IOException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name.substring(name.lastIndexOf('/') + 1));
        try (InputStream in = Files.newInputStream(file);
                InputStream head = new BufferedInputStream(in, HEAD)) {
            head.mark(HEAD);
            if (PLAIN_NAME.matcher(name).matches() && ChineseText.begins(head.readNBytes(HEAD))) {
                return MediaType.TEXT_PLAIN;
            }
            head.reset();
            return mimeTypes.detect(head, metadata);
        }
    }

    /** Unmarked UTF-16 counts as unknown; XHTML and scripts are text too. */
    private static boolean isUnknown(MediaType type) {
        return type.equals(MediaType.OCTET_STREAM)
                || List.of("xhtml+xml", "javascript", "json").contains(type.getSubtype());
    }

    private Extraction parse(Path file, String name) throws IOException {
        Extraction read = parsers.parse(file, name);
        return switch (read) {
            case Extraction.Failed failed when failed.cause() == FailureCause.CORRUPT -> mended(file, failed);
            case Extraction.Failed failed when failed.cause() == FailureCause.EMPTY -> seen(file, name, failed);
            case Extraction.Text text when text.metadata().containsKey(Verdict.PICTURE_PAGES) -> seen(file, name, text);
            case Extraction.Failed other -> other;
            case Extraction.Text other -> other;
        };
    }

    /** What LibreOffice makes of a damaged file; {@code failed} when it makes nothing of it either. */
    private Extraction mended(Path file, Extraction.Failed failed) throws IOException {
        if (office.isEmpty() || !OfficeConverter.suits(file)) {
            return failed;
        }
        return office.orElseThrow()
                .convert(file, docx -> parsers.parse(docx, "file.docx"))
                .filter(Extraction.Text.class::isInstance)
                .map(text -> converted((Extraction.Text) text, failed))
                .orElse(failed);
    }

    /** What the reader of scans sees in a file; {@code read} when it sees nothing or there is none. */
    private Extraction seen(Path file, String name, Extraction read) {
        if (scans.isEmpty()) {
            return read;
        }
        Extraction seen = scans.orElseThrow().parse(file, name);
        return switch (seen) {
            case Extraction.Text text -> with(text, Verdict.SCANNED, "true");
            case Extraction.Failed failed -> read instanceof Extraction.Text ? read : failed;
        };
    }

    private static Extraction converted(Extraction.Text text, Extraction.Failed failed) {
        Extraction.Text old =
                new Extraction.Text(text.content(), text.form(), "application/msword", text.charset(), text.metadata());
        return with(old, Verdict.CONVERTED, failed.detail());
    }

    private static Extraction with(Extraction.Text text, String key, String value) {
        Map<String, String> metadata = new HashMap<>(text.metadata());
        metadata.put(key, value);
        return new Extraction.Text(text.content(), text.form(), text.mediaType(), text.charset(), metadata);
    }
}
