package wenyuan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import wenyuan.model.Label;
import wenyuan.model.Span;
import wenyuan.search.SentencePage;

/**
 * The sentences view.
 *
 * @param unfolded number of sentences before equal ones were folded together
 * @param exact whether every document that matches was read
 */
public record SentencesView(long total, long unfolded, boolean exact, List<Row> rows) implements Listing {
    /** Characters of a neighbour that lead back to a place without a mark. */
    private static final int FRAGMENT = 12;

    /**
     * A sentence.
     *
     * @param runs the sentence, cut at the marks
     * @param before the sentence before it; may be empty
     * @param after the sentence after it; may be empty
     * @param functions what it does in a speech
     * @param source where it was taken from
     * @param others other documents that have it
     * @param documents number of documents that have it
     * @param unnamed how many of those are not named
     * @param earliest the first year known; empty when none is
     * @param quote what is copied: the sentence and a line with its source
     * @param clip the form to keep it
     */
    public record Row(
            List<Run> runs,
            String before,
            String after,
            List<String> functions,
            Source source,
            List<Source> others,
            int documents,
            int unnamed,
            String earliest,
            String quote,
            String clip) {}

    /** A document; its year is empty when not known. */
    public record Source(String title, String year, String url) {}

    static SentencesView of(SentencePage page, Address address) {
        return new SentencesView(
                page.total(),
                page.unfolded(),
                page.exact(),
                page.hits().stream().map(hit -> row(hit, address)).toList());
    }

    @Override
    public String found(Messages say) {
        return say.say(exact ? "sentences.found" : "sentences.found.least", total, unfolded);
    }

    private static Row row(SentencePage.Hit hit, Address address) {
        List<Mark> marks = IntStream.range(0, hit.marks().size())
                .mapToObj(i -> new Mark(hit.marks().get(i), Mark.Kind.HIT, i + 1, ""))
                .toList();
        List<Source> sources = new ArrayList<>();
        for (SentencePage.Source source : hit.sources()) {
            String place = sources.isEmpty() ? place(hit) : "";
            sources.add(new Source(source.title(), year(source.year()), address.reading(source.id()) + place));
        }
        return new Row(
                Run.of(hit.text(), new Span(0, hit.text().length()), marks, List.of()),
                hit.before(),
                hit.after(),
                hit.functions().stream().map(Label::name).toList(),
                sources.getFirst(),
                sources.subList(1, sources.size()),
                hit.documents(),
                hit.documents() - sources.size(),
                year(hit.earliest()),
                quote(hit.text(), sources.getFirst()),
                ClippingPages.keeping(hit.sources().getFirst().id(), hit.text()));
    }

    /** The mark in the reader; where nothing is marked the browser itself looks for the beginning of the sentence. */
    private static String place(SentencePage.Hit hit) {
        if (hit.mark() > 0) {
            return "#h" + hit.mark();
        }
        int length = hit.text()
                .offsetByCodePoints(
                        0,
                        Math.min(
                                FRAGMENT,
                                hit.text().codePointCount(0, hit.text().length())));
        return "#:~:text="
                + Address.encode(hit.text().substring(0, length))
                        .replace("+", "%20")
                        .replace("-", "%2D");
    }

    private static String quote(String text, Source source) {
        String title = source.title().replace('《', '〈').replace('》', '〉');
        return text + "\n——《" + title + "》" + (source.year().isEmpty() ? "" : "，" + source.year());
    }

    private static String year(OptionalInt year) {
        return year.isPresent() ? "" + year.getAsInt() : "";
    }
}
