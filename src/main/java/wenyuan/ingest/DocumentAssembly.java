package wenyuan.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import wenyuan.model.Cleaned;
import wenyuan.model.Document;
import wenyuan.model.Layout;
import wenyuan.model.Source;
import wenyuan.text.Normal;

/** Puts together what the stages found. Pure. */
final class DocumentAssembly {
    private static final int ID_DIGITS = 16;

    private DocumentAssembly() {}

    /** Id of the only document of the bytes with this SHA-256. */
    static String id(String sha256) {
        return sha256.substring(0, ID_DIGITS);
    }

    /**
     * The document.
     *
     * @param sources smallest path first; by it the stages went
     * @param rules hash of the rules they went by
     */
    static Document of(Inspection inspection, String id, List<Source> sources, String rules) {
        Cleaned cleaned = inspection.cleaned();
        Layout layout = inspection.layout();
        return new Document(
                id,
                title(layout, cleaned, sources.getFirst().path()),
                layout.titleSpan(),
                cleaned.text(),
                layout.blocks(),
                layout.outline(),
                layout.sentences(),
                cleaned.slots(),
                cleaned.zones(),
                cleaned.repairs(),
                cleaned.completeness(),
                inspection.attributes(),
                sources,
                key(cleaned.text()),
                rules);
    }

    /** From the text, else from the page, else the file name without its ending. */
    static String title(Layout layout, Cleaned cleaned, String path) {
        return layout.title()
                .or(cleaned::pageTitle)
                .filter(title -> !title.isBlank())
                .orElseGet(() -> fileName(path));
    }

    private static String fileName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** SHA-256 of the normal form: the same for texts that matching cannot tell apart. */
    private static String key(String text) {
        byte[] normal = Normal.of(text).text().getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(normal));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
