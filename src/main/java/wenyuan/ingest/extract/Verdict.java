package wenyuan.ingest.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PDF;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.pipes.PipesResult;
import org.jspecify.annotations.Nullable;
import wenyuan.model.Extraction;
import wenyuan.model.FailureCause;

/** What a parser process's answer means. Its status alone lies: a success without text is none. */
final class Verdict {
    /** Metadata of a text that goes on in its file: {@code true}. */
    static final String TRUNCATED = "truncated";

    /** Metadata of a text that was read out of pictures, wholly or in part: {@code true}. */
    static final String SCANNED = "scanned";

    /** Metadata of a text of which pages may be missing: the number of pages that are pictures without text. */
    static final String PICTURE_PAGES = "picturePages";

    /** Metadata of a text that LibreOffice got out of a damaged file: the damage. */
    static final String CONVERTED = "converted";

    private static final String PAGES = "xmpTPg:NPages";
    private static final String PORTABLE = "application/pdf";
    private static final List<String> PRINTED = List.of(PORTABLE, OfdDetector.OFD.toString());
    private static final List<String> KEPT = List.of(
            "dc:title",
            "dc:creator",
            "dc:subject",
            "dc:description",
            "dc:publisher",
            "dcterms:created",
            "dcterms:modified",
            "meta:last-author",
            "extended-properties:Company",
            PAGES);

    private Verdict() {}

    static Extraction of(PipesResult result) {
        return switch (result.getStatus()) {
            case PARSE_SUCCESS -> success(result.getEmitData().getMetadataList().getFirst());
            case PARSE_SUCCESS_WITH_EXCEPTION -> exception(result.getMessage());
            case PARSE_EXCEPTION_NO_EMIT, PARSE_EXCEPTION_EMIT -> exception(result.getMessage());
            case TIMEOUT -> failed(FailureCause.TIMEOUT, "the parser did not end in time and was stopped");
            case OOM -> failed(FailureCause.OUT_OF_MEMORY, "the parser needed more memory than it may have");
            case UNSPECIFIED_CRASH -> failed(FailureCause.CRASH, "the parser's process died over this file");
            case EMPTY_OUTPUT -> failed(FailureCause.EMPTY, "the parser found nothing");
            case FETCH_EXCEPTION -> failed(FailureCause.UNREADABLE, cause(result.getMessage()));
            case CLIENT_UNAVAILABLE_WITHIN_MS,
                    FETCHER_INITIALIZATION_EXCEPTION,
                    NO_FETCHER_FOUND,
                    NO_EMITTER_FOUND,
                    EMIT_SUCCESS,
                    EMIT_SUCCESS_PARSE_EXCEPTION,
                    EMIT_EXCEPTION,
                    INTERRUPTED_EXCEPTION,
                    INTERMEDIATE_RESULT ->
                throw new IllegalStateException(
                        "A parser process answered " + result.getStatus() + ": " + result.getMessage());
        };
    }

    private static Extraction success(Metadata metadata) {
        String type = type(metadata);
        String text = Words.withoutControls(orEmpty(metadata.get(TikaCoreProperties.TIKA_CONTENT)));
        String charset = orEmpty(metadata.get(SavedPageParser.CHARSET));
        boolean page = !charset.isEmpty();
        if (!Words.any(text, page)) {
            return noText(metadata, type);
        }
        return new Extraction.Text(text, form(type, page), page ? "text/html" : type, charset, kept(metadata));
    }

    private static Extraction.Form form(String type, boolean page) {
        if (page) {
            return Extraction.Form.PAGE;
        }
        return PRINTED.contains(type) ? Extraction.Form.PRINTED : Extraction.Form.OFFICE;
    }

    private static Extraction noText(Metadata metadata, String type) {
        boolean parsed = Arrays.stream(metadata.getValues(TikaCoreProperties.TIKA_PARSED_BY))
                .anyMatch(parser -> (parser.startsWith("org.apache.tika.parser.") || parser.startsWith("wenyuan."))
                        && !parser.matches(".*\\.(Empty|AutoDetect|Default|Composite)Parser"));
        if (!parsed) {
            return failed(FailureCause.UNSUPPORTED, "no parser here reads " + type);
        }
        String pictures = orEmpty(metadata.get(PdfTextParser.PICTURE_PAGES));
        if (!pictures.isEmpty() && !pictures.equals("0")) {
            return failed(FailureCause.EMPTY, unread(metadata, pictures));
        }
        return PRINTED.contains(type)
                ? failed(FailureCause.EMPTY, orEmpty(metadata.get(PAGES)) + " pages without any text")
                : failed(FailureCause.EMPTY, "a readable " + type + " without any text");
    }

    private static String unread(Metadata metadata, String pictures) {
        String pages = pictures + " of " + orEmpty(metadata.get(PAGES)) + " pages are pictures without text: a scan";
        return metadata.get(PDF.OCR_PAGE_COUNT) == null || "0".equals(metadata.get(PDF.OCR_PAGE_COUNT))
                ? pages + "; import --ocr reads it"
                : pages + " in which no text was seen";
    }

    private static Extraction exception(String stack) {
        if (stack.contains("EncryptedDocumentException") || stack.contains("InvalidPasswordException")) {
            return failed(FailureCause.ENCRYPTED, "the file is protected by a password");
        }
        if (stack.contains("zip bomb") || stack.contains("Zip bomb")) {
            return failed(FailureCause.TOO_LARGE, "looks like a bomb: " + cause(stack));
        }
        return stack.contains("UnsupportedFormatException")
                ? failed(FailureCause.UNSUPPORTED, cause(stack))
                : failed(FailureCause.CORRUPT, cause(stack));
    }

    /** The innermost cause of a stack trace: its first line says only that parsing failed. */
    private static String cause(String stack) {
        String last = stack.lines()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((first, second) -> second)
                .orElseGet(() -> stack.lines().findFirst().orElse("no reason given"));
        return Words.cut(last.replace("Caused by: ", ""), 300);
    }

    private static Map<String, String> kept(Metadata metadata) {
        Map<String, String> kept = new TreeMap<>();
        for (String name : KEPT) {
            String value = orEmpty(metadata.get(name)).strip();
            if (!value.isEmpty()) {
                kept.put(name, value);
            }
        }
        if ("true".equals(metadata.get(TikaCoreProperties.WRITE_LIMIT_REACHED))) {
            kept.put(TRUNCATED, "true");
        }
        String pictures = orEmpty(metadata.get(PdfTextParser.PICTURE_PAGES));
        if (!pictures.isEmpty() && !pictures.equals("0")) {
            kept.put(PICTURE_PAGES, pictures);
        }
        return kept;
    }

    private static String type(Metadata metadata) {
        return orEmpty(metadata.get(Metadata.CONTENT_TYPE)).split(";", -1)[0];
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static Extraction failed(FailureCause cause, String detail) {
        return new Extraction.Failed(cause, detail);
    }
}
