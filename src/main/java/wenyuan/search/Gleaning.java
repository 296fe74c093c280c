package wenyuan.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import wenyuan.model.Document;
import wenyuan.model.Span;

/**
 * Takes the matches of one document out of it, each with what stands around it. Takes time in proportion to the text and the
 * matches, however long a sentence or a line is and however many matches it holds.
 */
final class Gleaning {
    /** Characters of other sentences that are kept of one document. */
    private static final int OTHERS = 400;

    /** Of a longer sentence only what is near a match is kept: a text without punctuation is one sentence. */
    private static final int LONGEST = 2_000;

    private static final int NEAR = 500;

    private final Document document;
    private final String source;
    private final List<Span> sentences;
    private final List<Span> matches;
    /** The first sentence that ends behind the match that is looked at. */
    private int next;
    /** The last stretch that was cut out, and its text: matches of one sentence share it. */
    private Span cut = new Span(0, 0);

    private String text = "";

    /** {@code matches} in {@link Reading#source()}, in order. */
    Gleaning(Document document, Reading reading, List<Span> matches) {
        this.document = document;
        this.source = reading.source();
        this.sentences = reading.sentences();
        this.matches = matches;
    }

    Occurrence.Gleaned gleaned() {
        return new Occurrence.Gleaned(matches.stream().map(this::occurrence).toList(), others());
    }

    private Occurrence occurrence(Span match) {
        Span stretch = near(match, around(match));
        if (!stretch.equals(cut)) {
            cut = stretch;
            text = stretch.of(source);
        }
        OptionalInt offset =
                match.end() <= document.text().length() ? OptionalInt.of(match.start()) : OptionalInt.empty();
        ConcordanceLine line = new ConcordanceLine(
                document.id(),
                document.title(),
                document.attributes().dating().year(),
                before(match.start()),
                match.of(source),
                behind(match.end()),
                offset);
        return new Occurrence(line, text, match.shift(-stretch.start()));
    }

    /** All sentences that the match runs through. */
    private Span around(Span match) {
        while (next < sentences.size() && sentences.get(next).end() <= match.start()) {
            next++;
        }
        int start = match.start();
        int end = match.end();
        for (int i = next; i < sentences.size() && sentences.get(i).start() < match.end(); i++) {
            start = Math.min(start, sentences.get(i).start());
            end = Math.max(end, sentences.get(i).end());
        }
        return new Span(start, end);
    }

    /** What of a long sentence is kept: matches that stand close together have the same. */
    private Span near(Span match, Span sentence) {
        if (sentence.length() <= LONGEST) {
            return sentence;
        }
        int from = sentence.start() + ((match.start() - sentence.start()) / NEAR - 1) * NEAR;
        int to = Math.max(match.end(), from + 2 * NEAR) + NEAR;
        return new Span(
                from <= sentence.start() ? sentence.start() : whole(from, 1),
                to >= sentence.end() ? sentence.end() : whole(to, -1));
    }

    private String before(int start) {
        int from = Math.max(0, start - Concordance.CONTEXT);
        int line = source.substring(from, start).lastIndexOf('\n') + 1;
        return source.substring(line > 0 ? from + line : whole(from, 1), start);
    }

    private String behind(int end) {
        int to = Math.min(source.length(), end + Concordance.CONTEXT);
        int line = source.substring(end, to).indexOf('\n');
        return source.substring(end, line < 0 ? whole(to, -1) : end + line);
    }

    /** The place, or one beside it when it would cut a character in two. */
    private int whole(int place, int step) {
        boolean splits = place > 0
                && place < source.length()
                && Character.isHighSurrogate(source.charAt(place - 1))
                && Character.isLowSurrogate(source.charAt(place));
        return splits ? place + step : place;
    }

    private List<String> others() {
        List<Span> without = without();
        int step = without.stream().mapToInt(Span::length).sum() / OTHERS + 1;
        List<String> others = new ArrayList<>();
        for (int i = 0; i < without.size(); i += step) {
            Span sentence = without.get(i);
            int end = whole(Math.min(sentence.end(), sentence.start() + LONGEST), -1);
            others.add(source.substring(sentence.start(), end));
        }
        return others;
    }

    /** The sentences without a match. */
    private List<Span> without() {
        List<Span> without = new ArrayList<>();
        int match = 0;
        int reach = 0;
        for (Span sentence : sentences) {
            for (; match < matches.size() && matches.get(match).start() < sentence.end(); match++) {
                reach = Math.max(reach, matches.get(match).end());
            }
            if (reach <= sentence.start()) {
                without.add(sentence);
            }
        }
        return without;
    }
}
