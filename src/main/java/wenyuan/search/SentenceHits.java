package wenyuan.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import wenyuan.model.Dating;
import wenyuan.model.Document;
import wenyuan.model.Label;
import wenyuan.model.Span;

/**
 * The sentences of one document that hold something that was asked for. Immutable.
 *
 * @param certainYear the year when it is known or inferred
 */
record SentenceHits(SentencePage.Source source, OptionalInt certainYear, List<Hit> hits) {
    SentenceHits {
        hits = List.copyOf(hits);
    }

    /**
     * A sentence of the clean text.
     *
     * @param letters its letters in normal form
     * @param held how many things that were asked for begin in it
     */
    record Hit(String letters, Span sentence, int held, List<Label> functions) {}

    /** Looks for {@code parts} in each sentence; without any, for sentences that have a function. */
    static SentenceHits of(Document document, List<List<Sought>> parts, SpeechFunctions functions) {
        Reading reading = Reading.of(document);
        SpeechFunctions.Speech speech = functions.in(reading);
        List<List<Span>> found =
                parts.stream().map(part -> occurrences(part, reading)).toList();
        int[] next = new int[found.size()];
        List<Hit> hits = new ArrayList<>();
        for (Span sentence : reading.sentences()) {
            int held = held(sentence, found, next);
            if (sentence.end() <= document.text().length() && (held > 0 || found.isEmpty())) {
                add(hits, reading, sentence, held, speech.of(sentence));
            }
        }
        return new SentenceHits(
                source(document), certainYear(document.attributes().dating()), hits);
    }

    private static void add(List<Hit> hits, Reading reading, Span sentence, int held, List<Label> functions) {
        String letters = reading.letters().normal(sentence).of(reading.letters().text());
        if (!letters.isEmpty() && (held > 0 || !functions.isEmpty())) {
            hits.add(new Hit(letters, sentence, held, functions));
        }
    }

    private static List<Span> occurrences(List<Sought> part, Reading reading) {
        return part.stream()
                .flatMap(sought -> sought.occurrences(reading).stream())
                .sorted()
                .toList();
    }

    /** Walks each list of occurrences once, since both they and the sentences are in text order. */
    private static int held(Span sentence, List<List<Span>> found, int[] next) {
        int held = 0;
        for (int part = 0; part < next.length; part++) {
            List<Span> occurrences = found.get(part);
            int before = next[part];
            while (next[part] < occurrences.size()
                    && occurrences.get(next[part]).start() < sentence.end()) {
                next[part]++;
            }
            held += next[part] > before ? 1 : 0;
        }
        return held;
    }

    static SentencePage.Source source(Document document) {
        return new SentencePage.Source(
                document.id(), document.title(), document.attributes().dating().year());
    }

    private static OptionalInt certainYear(Dating dating) {
        return switch (dating) {
            case Dating.Known known -> known.year();
            case Dating.Inferred inferred -> inferred.year();
            case Dating.Disputed disputed -> OptionalInt.empty();
            case Dating.PageOnly page -> OptionalInt.empty();
            case Dating.Unknown unknown -> OptionalInt.empty();
        };
    }
}
