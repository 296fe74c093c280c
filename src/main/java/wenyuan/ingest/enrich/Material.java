package wenyuan.ingest.enrich;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenyuan.model.Cleaned;
import wenyuan.model.IndexedText;
import wenyuan.model.Layout;
import wenyuan.model.Place;
import wenyuan.model.RuleBook;
import wenyuan.model.Span;
import wenyuan.model.Trigger;
import wenyuan.model.Zone;

/**
 * What all questions are asked of.
 *
 * @param title the title: in the text, else where a zone holds the page's title, else the file's name
 * @param name the file's name without folders and ending
 * @param byline the short lines between title and salutation; empty when there are none
 * @param opening the first 500 characters after the title
 * @param whole the whole clean text
 * @param indexed the normal form of the whole text, for rules that look all over it
 */
record Material(
        Cleaned cleaned,
        Layout layout,
        RuleBook rules,
        Passage title,
        Passage name,
        Passage byline,
        Passage opening,
        Passage whole,
        IndexedText indexed) {
    private static final int OPENING = 500;
    private static final int LONGEST_TITLE = 180;
    private static final int SIGNATURE_LINES = 3;
    private static final int LONGEST_SIGNATURE = 40;
    private static final Pattern SALUTATION =
            Pattern.compile("[\\s　]*(?:尊敬的|各位|同志们|女士们|朋友们|青年朋友们|同胞们|同学们|老师们)[^。]{0,60}[:：]?$");

    static Material of(Cleaned cleaned, Layout layout, String path, RuleBook rules) {
        String text = cleaned.text();
        Passage name = Passage.inFileName(path, baseName(path));
        int begin = layout.titleSpan().map(Span::end).orElse(0);
        Span opening = new Span(begin, Math.min(text.length(), begin + OPENING));
        Passage whole = Passage.inText(text, new Span(0, text.length()), Trigger.Part.OPENING);
        return new Material(
                cleaned,
                layout,
                rules,
                title(cleaned, layout).orElse(name),
                name,
                Passage.inText(text, Bylines.span(layout, text), Trigger.Part.BYLINE),
                Passage.inText(text, opening, Trigger.Part.OPENING),
                whole,
                IndexedText.of(whole.text()));
    }

    /** Whether the text or its page has a title, so that the file's name need not serve. */
    boolean titled() {
        return !(title.place() instanceof Place.FileName);
    }

    /** Whether this is one text of a compilation, and its title and file name speak of all of them. */
    boolean collected() {
        return !(title.place() instanceof Place.Text)
                && cleaned.status().stream()
                        .anyMatch(claim ->
                                claim.label().equals(rules.compilations().label()));
    }

    /** Where the title stands in the normal form of the whole text; empty at 0 when it does not stand there. */
    Span titleInWhole() {
        return layout.titleSpan().map(whole.normal()::normal).orElse(new Span(0, 0));
    }

    /** The short lines at the end, where a unit signs; triggers see them as they see a clause that names it. */
    Stream<Passage> signature() {
        return lines(true, SIGNATURE_LINES)
                .filter(line -> line.text().length() <= LONGEST_SIGNATURE
                        && !line.text().contains("。"))
                .map(line -> line.cut(0, line.text().length(), Trigger.Part.CLAUSE));
    }

    /** The lines of the text, first or last ones. */
    Stream<Passage> lines(boolean last, int count) {
        List<Span> spans = layout.blocks().stream().map(block -> block.span()).toList();
        List<Span> wanted = last
                ? spans.subList(Math.max(0, spans.size() - count), spans.size())
                : spans.subList(0, Math.min(count, spans.size()));
        return wanted.stream().map(span -> Passage.inText(cleaned.text(), span, Trigger.Part.OPENING));
    }

    private static Optional<Passage> title(Cleaned cleaned, Layout layout) {
        return layout.titleSpan()
                .map(span -> Passage.inText(cleaned.text(), span, Trigger.Part.TITLE))
                .or(() -> layout.title().flatMap(title -> inZones(cleaned, title)))
                .or(() -> cleaned.pageTitle().flatMap(title -> inZones(cleaned, title)))
                .or(() -> firstLine(cleaned, layout));
    }

    /** Titles of news run longer than a title looks; a first line that is no sentence may still be one. */
    private static Optional<Passage> firstLine(Cleaned cleaned, Layout layout) {
        return layout.blocks().stream()
                .findFirst()
                .map(block -> block.span())
                .map(span -> new Span(span.start(), span.start() + titleLength(span.of(cleaned.text()))))
                .filter(span -> span.length() > 0 && span.length() <= LONGEST_TITLE)
                .map(span -> Passage.inText(cleaned.text(), span, Trigger.Part.TITLE));
    }

    /** How much of a line stands before a salutation; nothing when sentences end in it. */
    private static int titleLength(String line) {
        Matcher salutation = SALUTATION.matcher(line);
        String words = salutation.find() ? line.substring(0, salutation.start()) : line;
        return words.contains("。") || words.matches(".*[:：,，]$")
                ? 0
                : words.stripTrailing().length();
    }

    private static Optional<Passage> inZones(Cleaned cleaned, String title) {
        return cleaned.zones().stream()
                .filter(zone -> zone.text().contains(title) && !title.isBlank())
                .findFirst()
                .map(zone -> Passage.inZone(zone, at(zone, title), Trigger.Part.TITLE));
    }

    private static Span at(Zone zone, String title) {
        int start = zone.text().indexOf(title);
        return new Span(start, start + title.length());
    }

    private static Span baseName(String path) {
        int start = path.lastIndexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        return new Span(start, dot > start ? dot : path.length());
    }
}
