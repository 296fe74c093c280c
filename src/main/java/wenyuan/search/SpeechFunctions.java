package wenyuan.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import wenyuan.model.FunctionRules;
import wenyuan.model.FunctionRules.Where;
import wenyuan.model.Label;
import wenyuan.model.Span;
import wenyuan.text.Normal;

/** Tells what a sentence does in a speech, by rules. Thread-safe: immutable. */
public final class SpeechFunctions {
    /** How many paragraphs make a beginning or an end. */
    private static final int EDGE = 4;

    private final FunctionRules rules;

    /** Goes by {@code rules}. */
    public SpeechFunctions(FunctionRules rules) {
        this.rules = rules;
    }

    /** Sentences of one text. Immutable. */
    public final class Speech {
        private final Reading reading;
        private final List<Span> paragraphs;

        private Speech(Reading reading) {
            this.reading = reading;
            this.paragraphs = reading.paragraphs().stream()
                    .sorted(Comparator.comparingInt(Span::start))
                    .toList();
        }

        /** The functions of a sentence in the order of display; none outside paragraphs. */
        public List<Label> of(Span sentence) {
            int paragraph = paragraph(sentence);
            if (paragraph < 0) {
                return List.of();
            }
            String text = Normal.of(sentence.of(reading.source())).text();
            Set<Label> found = new LinkedHashSet<>();
            rules.rules().stream()
                    .filter(sign -> text.length() <= sign.longest() && holds(sign.where(), paragraph))
                    .filter(sign ->
                            sign.rule().in(text) && !sign.unless().matcher(text).find())
                    .forEach(sign -> found.add(sign.label()));
            rules.parallels().stream()
                    .filter(parallel -> Parallelism.in(text, parallel))
                    .forEach(parallel -> found.add(parallel.label()));
            List<Label> ordered = new ArrayList<>(rules.labels());
            ordered.retainAll(found);
            return ordered;
        }

        private boolean holds(Where where, int paragraph) {
            return switch (where) {
                case ANYWHERE -> true;
                case BEGINNING -> paragraph < EDGE;
                case END -> paragraph >= Math.max(EDGE, paragraphs.size() - EDGE) || paragraph == paragraphs.size() - 1;
            };
        }

        /** Number of the paragraph that the sentence begins in, or -1. */
        private int paragraph(Span sentence) {
            int low = 0;
            int high = paragraphs.size() - 1;
            while (low <= high) {
                int middle = (low + high) / 2;
                Span paragraph = paragraphs.get(middle);
                if (sentence.start() >= paragraph.end()) {
                    low = middle + 1;
                } else if (sentence.start() < paragraph.start()) {
                    high = middle - 1;
                } else {
                    return middle;
                }
            }
            return -1;
        }
    }

    /** Begins to look at the sentences of a text. */
    public Speech in(Reading reading) {
        return new Speech(reading);
    }
}
