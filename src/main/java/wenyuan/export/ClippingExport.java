package wenyuan.export;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import wenyuan.model.Document;
import wenyuan.store.Clippings;

/** A writer's folder of passages as a Word document: passages in their order, notes below them, sources in footnotes. */
public final class ClippingExport {
    private ClippingExport() {}

    /**
     * Writes the document. Leaves the stream open.
     *
     * @param documents finds what a passage was taken from; without it the footnote has the title that was kept
     */
    public static void write(
            String folder,
            List<Clippings.Clip> clips,
            Function<String, Optional<Document>> documents,
            OutputStream out) {
        WordDocument word = new WordDocument();
        word.title(folder);
        for (Clippings.Clip clip : clips) {
            passage(
                    word,
                    clip.quote(),
                    documents.apply(clip.document()).map(Footnote::of).orElse(kept(clip)));
            if (!clip.note().isBlank()) {
                word.remark("备注：" + clip.note());
            }
        }
        word.write(out);
    }

    /** Every line a paragraph; the source stands at the end. */
    private static void passage(WordDocument word, String quote, String source) {
        List<String> lines =
                quote.strip().lines().filter(line -> !line.isBlank()).toList();
        for (int i = 0; i < lines.size(); i++) {
            word.passage(lines.get(i).strip(), List.of(), i + 1 == lines.size() ? source : "");
        }
    }

    private static String kept(Clippings.Clip clip) {
        return "《" + clip.title() + "》"
                + clip.year().map(year -> "，" + year + " 年").orElse("") + "（原文已不在库中，" + clip.document() + "）";
    }
}
