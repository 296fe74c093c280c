package wenyuan.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wenyuan.model.Block;
import wenyuan.model.Document;
import wenyuan.model.Span;

/** Chooses the pieces of one document's text that show best why it was found. */
final class Snippets {
    /** A sentence of at most this many UTF-16 units is shown whole, a longer one as a window of this size. */
    private static final int WIDTH = 120;
    /** How far the edge of a window moves to stand at a punctuation mark. */
    private static final int SLACK = 30;

    private static final String PUNCTUATION = "，。；：、！？,;:!?";

    private final Document document;
    private final Reading reading;

    Snippets(Document document) {
        this.document = document;
        this.reading = Reading.of(document);
    }

    /** The best {@code most} pieces in text order; the opening when nothing sought stands in the text. */
    List<SearchPage.Snippet> best(List<Sought> all, int most) {
        List<List<Span>> found =
                all.stream().map(sought -> sought.occurrences(reading)).toList();
        List<Span> marks =
                Highlighter.merged(found.stream().flatMap(List::stream).toList());
        List<SearchPage.Snippet> chosen = sentences(found).stream()
                .sorted(Comparator.comparingInt(Candidate::worth).reversed().thenComparing(Candidate::sentence))
                .limit(most)
                .map(candidate -> snippet(window(candidate.sentence(), candidate.first()), marks))
                .sorted(Comparator.comparingInt(SearchPage.Snippet::start))
                .toList();
        boolean onlyTitle = chosen.stream().allMatch(snippet -> inTitle(snippet.start()));
        return onlyTitle
                ? Stream.concat(chosen.stream(), opening().stream()).limit(most).toList()
                : chosen;
    }

    /** Whether this place in the text belongs to the title, which every list of hits shows anyway. */
    private boolean inTitle(int place) {
        return reading.title().start() <= place && place < reading.title().end();
    }

    /** A sentence with a match: {@code worth} counts the different things found in it, {@code first} is one of them. */
    private record Candidate(Span sentence, int worth, Span first) {}

    private List<Candidate> sentences(List<List<Span>> found) {
        List<Candidate> candidates = new ArrayList<>();
        int[] next = new int[found.size()];
        for (Span sentence : reading.sentences()) {
            if (sentence.end() <= document.text().length()) {
                rate(sentence, found, next).ifPresent(candidates::add);
            }
        }
        return candidates;
    }

    /** Walks each list of occurrences once, since both they and the sentences are in text order. */
    private Optional<Candidate> rate(Span sentence, List<List<Span>> found, int[] next) {
        int worth = 0;
        Span first = sentence;
        for (int sought = 0; sought < next.length; sought++) {
            List<Span> occurrences = found.get(sought);
            while (next[sought] < occurrences.size()
                    && occurrences.get(next[sought]).end() <= sentence.start()) {
                next[sought]++;
            }
            if (next[sought] < occurrences.size()
                    && occurrences.get(next[sought]).overlaps(sentence)) {
                // the whole chunk comes before its words: what is longest decides where a window stands
                first = worth == 0 ? occurrences.get(next[sought]) : first;
                worth += 2;
            }
        }
        // the title is shown anyway
        int rated = sentence.overlaps(reading.title()) ? worth - 1 : worth;
        return worth == 0 ? Optional.empty() : Optional.of(new Candidate(sentence, rated, first));
    }

    private Span window(Span sentence, Span mark) {
        if (sentence.length() <= WIDTH) {
            return sentence;
        }
        int middle = (mark.start() + Math.min(mark.end(), sentence.end())) / 2;
        int start = Math.max(sentence.start(), Math.min(middle - WIDTH / 2, sentence.end() - WIDTH));
        int end = start + WIDTH;
        int from = start == sentence.start() ? start : afterPunctuation(start, Math.min(mark.start(), start + SLACK));
        int to = end == sentence.end() ? end : afterPunctuation(Math.max(mark.end(), end - SLACK), end);
        return whole(new Span(from, Math.max(from, to == Math.max(mark.end(), end - SLACK) ? end : to)));
    }

    /** The place behind the first punctuation mark in [from, to); {@code from} when there is none. */
    private int afterPunctuation(int from, int to) {
        for (int place = from; place < to; place++) {
            if (PUNCTUATION.indexOf(document.text().charAt(place)) >= 0) {
                return place + 1;
            }
        }
        return from;
    }

    /** The same span, but cutting no character in two. */
    private Span whole(Span span) {
        return new Span(backed(span.start()), backed(span.end()));
    }

    private int backed(int place) {
        String text = document.text();
        boolean inside = place > 0 && place < text.length() && Character.isLowSurrogate(text.charAt(place));
        return inside ? place - 1 : place;
    }

    /** The first paragraph that says something, if there is one. */
    private List<SearchPage.Snippet> opening() {
        return document.blocks().stream()
                .filter(block -> block.kind() == Block.Kind.PARAGRAPH)
                .map(Block::span)
                .limit(1)
                .map(paragraph -> snippet(
                        whole(new Span(paragraph.start(), Math.min(paragraph.end(), paragraph.start() + WIDTH))),
                        List.of()))
                .toList();
    }

    private SearchPage.Snippet snippet(Span window, List<Span> marks) {
        List<Span> inside = marks.stream()
                .filter(window::overlaps)
                .map(mark -> new Span(
                        Math.max(mark.start(), window.start()) - window.start(),
                        Math.min(mark.end(), window.end()) - window.start()))
                .toList();
        return new SearchPage.Snippet(window.of(document.text()), window.start(), inside);
    }
}
