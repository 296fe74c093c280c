package wenyuan.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import wenyuan.model.Cleaned;
import wenyuan.model.Document;
import wenyuan.model.Layout;
import wenyuan.model.Source;
import wenyuan.text.Normal;

/** Puts together what the stages found. Pure. */
final class DocumentAssembly {
    private static final int ID_DIGITS = 16;

    private DocumentAssembly() {}

    /**
     * The documents of a file: one, or the texts of a compilation in order.
     *
     * @param sha256 of the file's bytes, hex
     * @param sources smallest path first; by it the stages went
     * @param rules hash of the rules they went by
     */
    static List<Document> of(Inspection inspection, String sha256, List<Source> sources, String rules) {
        return inspection.texts().stream()
                .filter(text -> !text.cleaned().text().isBlank())
                .map(text -> of(text, id(sha256, text.number()), sources, rules))
                .toList();
    }

    private static String id(String sha256, Optional<Integer> number) {
        return sha256.substring(0, ID_DIGITS) + number.map(part -> "-" + part).orElse("");
    }

    private static Document of(Inspection.Text text, String id, List<Source> sources, String rules) {
        Cleaned cleaned = text.cleaned();
        Layout layout = text.layout();
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
                text.attributes(),
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
