package wenyuan.web;

import java.util.Set;
import wenyuan.export.Exports;
import wenyuan.model.RuleBook;
import wenyuan.search.Concordance;
import wenyuan.search.ConcordanceRequest;
import wenyuan.search.Highlighter;
import wenyuan.search.SearchEngine;
import wenyuan.search.Sentences;
import wenyuan.search.SpeechFunctions;
import wenyuan.search.Texts;
import wenyuan.text.Segmenter;

/** Puts together what exports read from, the same for pages and command line. */
public final class HitExports {
    private HitExports() {}

    /** Exports of what {@code engine} finds. */
    public static Exports of(SearchEngine engine, Texts texts, Segmenter segmenter, RuleBook rules) {
        Concordance concordance = new Concordance(engine, texts);
        return new Exports(
                engine,
                texts,
                new Highlighter(segmenter),
                new Sentences(engine, texts, segmenter, new SpeechFunctions(rules.functions()), rules.phrasing()),
                request -> concordance.answer(new ConcordanceRequest(request, Set.of()), segmenter));
    }
}
