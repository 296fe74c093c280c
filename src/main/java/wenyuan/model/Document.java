package wenyuan.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One text of the archive with everything known about it.
 *
 * @param id first 16 hex digits of the SHA-256 of the file's bytes, plus {@code -n} for part n of a compilation
 * @param title title as shown: from the text, else from the page, else the file name without its ending
 * @param titleSpan where the title stands in the text
 * @param text the clean text; see {@link Cleaned#text()}
 * @param blocks its lines
 * @param outline its headings
 * @param sentences its sentences
 * @param slots its placeholders
 * @param zones parts of the page outside the text
 * @param repairs what was repaired
 * @param completeness how much of the text the page shows, when it says so
 * @param attributes labels with evidence
 * @param sources where it came from, smallest path first; at least one
 * @param textKey SHA-256 (hex) of the normal form: the key of corrections and of equal texts
 * @param rules hash of the rules that labelled it
 */
public record Document(
        String id,
        String title,
        Optional<Span> titleSpan,
        String text,
        List<Block> blocks,
        List<Heading> outline,
        List<Span> sentences,
        List<Slot> slots,
        List<Zone> zones,
        List<Repair> repairs,
        Optional<Completeness> completeness,
        Attributes attributes,
        List<Source> sources,
        String textKey,
        String rules) {
    public Document {
        blocks = List.copyOf(blocks);
        outline = List.copyOf(outline);
        sentences = List.copyOf(sentences);
        slots = List.copyOf(slots);
        zones = List.copyOf(zones);
        repairs = List.copyOf(repairs);
        sources = List.copyOf(sources);
    }

    /** Which text of its file this is, from one on; empty when it is the only one. */
    public OptionalInt part() {
        int dash = id.indexOf('-');
        return dash < 0 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(id, dash + 1, id.length(), 10));
    }
}
