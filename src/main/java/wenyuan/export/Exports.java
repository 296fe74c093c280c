package wenyuan.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import wenyuan.model.Document;
import wenyuan.model.Label;
import wenyuan.model.Span;
import wenyuan.search.ConcordanceLine;
import wenyuan.search.ConcordancePage;
import wenyuan.search.FoundSentences;
import wenyuan.search.Highlighter;
import wenyuan.search.SearchEngine;
import wenyuan.search.SearchPage;
import wenyuan.search.SearchRequest;
import wenyuan.search.SentencePage;
import wenyuan.search.Sentences;
import wenyuan.search.Texts;

/**
 * Writes every hit of a search, as each view lists them, one after the other: only a Word document is held in memory. As
 * thread-safe as what it reads from.
 */
public record Exports(
        SearchEngine engine,
        Texts texts,
        Highlighter highlighter,
        Sentences sentences,
        Function<SearchRequest, ConcordancePage> concordance) {
    private static final int PAGE = 200;
    private static final int PASSAGES = 3;

    /**
     * What became of an export.
     *
     * @param written number of rows
     * @param total number of rows that there are, or at least that many
     */
    public record Outcome(long written, long total) {
        /** What there is to say when not all was written. */
        public Optional<String> cut() {
            return written < total
                    ? Optional.of("只导出了前 " + written + " 条，共 " + total + " 条；可加筛选分几次导出。")
                    : Optional.empty();
        }
    }

    /**
     * What is to be written.
     *
     * @param request whose size and start don't matter
     * @param title of a Word document
     * @param most rows to write at most
     */
    public record Wish(SearchRequest request, ExportFormat format, String title, int most) {}

    /** Writes documents in the order of the request. Leaves the stream open. */
    public Outcome documents(Wish wish, OutputStream out) throws IOException {
        SearchRequest request = wish.request();
        long total = engine.search(window(request, 0, 0)).total();
        List<String> ids = engine.ids(window(request, 0, (int) Math.min(wish.most(), Math.max(1, total))));
        ExportOutput output = ExportOutput.open(wish.format(), wish.title(), out);
        for (String id : ids) {
            Optional<Document> document = texts.find(id);
            if (document.isPresent()) {
                output.write(new DocumentRow(document.get(), request, highlighter));
            }
        }
        return ended(new Outcome(ids.size(), total), output);
    }

    /** Writes sentences, equal ones as one, likewise. */
    public Outcome sentences(Wish wish, OutputStream out) throws IOException {
        FoundSentences found = sentences.find(wish.request());
        SentencePage figures = sentences.page(found, 0, 0);
        long total = figures.total();
        int wanted = (int) Math.min(wish.most(), total);
        ExportOutput output = ExportOutput.open(wish.format(), wish.title(), out);
        for (int from = 0; from < wanted; from += PAGE) {
            for (SentencePage.Hit hit :
                    sentences.page(found, from, Math.min(PAGE, wanted - from)).hits()) {
                output.write(new SentenceRow(hit, texts));
            }
        }
        return ended(new Outcome(wanted, total), output);
    }

    /** Writes the lines of a concordance, likewise. */
    public Outcome concordance(Wish wish, OutputStream out) throws IOException {
        ExportOutput output = ExportOutput.open(wish.format(), wish.title(), out);
        int written = 0;
        ConcordancePage page = lines(wish, written);
        while (!page.lines().isEmpty()) {
            for (ConcordanceLine line : page.lines()) {
                output.write(new LineRow(line, texts));
            }
            written += page.lines().size();
            page = lines(wish, written);
        }
        return ended(new Outcome(written, page.total()), output);
    }

    private ConcordancePage lines(Wish wish, int from) {
        return concordance.apply(window(wish.request(), from, Math.clamp(wish.most() - from, 0, PAGE)));
    }

    private static Outcome ended(Outcome outcome, ExportOutput output) throws IOException {
        Optional<String> cut = outcome.cut();
        if (cut.isPresent()) {
            output.cut(cut.get());
        }
        output.end();
        return outcome;
    }

    private static SearchRequest window(SearchRequest request, int from, int size) {
        return new SearchRequest(
                request.query(),
                request.filters(),
                request.sort(),
                from,
                size,
                false,
                request.limit(),
                request.warnings());
    }

    private record DocumentRow(Document document, SearchRequest request, Highlighter highlighter) implements ExportRow {
        @Override
        public ObjectNode json() {
            return DocumentJson.row(document);
        }

        @Override
        public ObjectNode flat() {
            return json();
        }

        @Override
        public void print(int number, WordDocument word) {
            word.heading(number + ". " + document.title(), Footnote.of(document));
            word.remark(Footnote.labels(document));
            for (SearchPage.Snippet snippet : highlighter.snippets(request.query(), document, PASSAGES)) {
                if (!snippet.text().strip().equals(document.title())) {
                    word.passage(snippet.text(), snippet.marks(), "");
                }
            }
        }
    }

    private record SentenceRow(SentencePage.Hit hit, Texts texts) implements ExportRow {
        @Override
        public ObjectNode json() {
            return SentencesJson.hit(hit);
        }

        @Override
        public ObjectNode flat() {
            ObjectNode row = json();
            row.remove("marks");
            row.set(
                    "functions",
                    Json.strings(hit.functions().stream().map(Label::name).toList()));
            row.set(
                    "sources",
                    Json.strings(hit.sources().stream().map(SentenceRow::named).toList()));
            return row;
        }

        private static String named(SentencePage.Source source) {
            return source.title()
                    + (source.year().isPresent() ? "（" + source.year().getAsInt() + "，" : "（") + source.id()
                    + "）";
        }

        @Override
        public void print(int number, WordDocument word) {
            String first = texts.find(hit.sources().getFirst().id())
                    .map(Footnote::of)
                    .orElseGet(() -> named(hit.sources().getFirst()));
            String others = hit.documents() == 1
                    ? ""
                    : "；同句见于 " + hit.documents() + " 篇"
                            + (hit.earliest().isPresent()
                                    ? "，最早 " + hit.earliest().getAsInt() + " 年"
                                    : "") + "："
                            + hit.sources().stream()
                                    .skip(1)
                                    .map(SentenceRow::named)
                                    .collect(Collectors.joining("；"));
            word.passage(
                    number + ". " + hit.text(),
                    hit.marks().stream()
                            .map(mark -> mark.shift((number + ". ").length()))
                            .toList(),
                    first + others);
        }
    }

    private record LineRow(ConcordanceLine line, Texts texts) implements ExportRow {
        @Override
        public ObjectNode json() {
            return ConcordanceJson.line(line);
        }

        @Override
        public ObjectNode flat() {
            return json();
        }

        @Override
        public void print(int number, WordDocument word) {
            String before = number + ". " + line.left();
            Span match =
                    new Span(before.length(), before.length() + line.match().length());
            word.passage(
                    before + line.match() + line.right(),
                    List.of(match),
                    texts.find(line.id()).map(Footnote::of).orElse("《" + line.title() + "》（" + line.id() + "）"));
        }
    }
}
