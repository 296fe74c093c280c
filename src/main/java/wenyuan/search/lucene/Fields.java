package wenyuan.search.lucene;

import java.util.List;
import wenyuan.query.Extent;
import wenyuan.query.Field;
import wenyuan.query.Scope;

/** Names of the fields of the index. */
final class Fields {
    /** The document's id, indexed and stored. */
    static final String ID = "id";
    /** All facet values, as {@link #facet} writes them: terms for filters, doc values for counts (but for formulas). */
    static final String FACET = "facet";
    /** Formulas again, as doc values of their own: a document has many, and to count them takes longer than all the rest. */
    static final String FORMULAS = "formulas";
    /** Paths of the sources, for filters by their beginnings. */
    static final String PATH = "path";
    /** Every year the meeting may have been held in. */
    static final String YEARS = "years";
    /** Number of parts of the outline. */
    static final String PARTS = "parts";
    /** The year to sort by. */
    static final String YEAR = "sort.year";
    /** The page's date as a day count, to sort by. */
    static final String PAGE_DATE = "sort.pageDate";

    private static final String SENTENCES = "sentences";
    private static final String PARAGRAPHS = "paragraphs";

    /** Parts of a document that have views of their own. */
    static final List<Scope> SCOPES = List.of(
            new Scope.Text(),
            new Scope.Title(),
            new Scope.Headings(0),
            new Scope.Headings(1),
            new Scope.Headings(2),
            new Scope.Headings(3),
            new Scope.Headings(4),
            new Scope.Headings(5));

    /** Parts that are told from positions in the whole text; only their single characters are indexed. */
    static final List<Scope> EDGES = List.of(new Scope.Opening(), new Scope.Closing());

    private static final char DIVIDER = '=';

    private Fields() {}

    /** Overlapping bigrams with positions: decides what matches. */
    static String chars(Scope scope) {
        return part(scope) + ".chars";
    }

    /** Single characters, without positions. */
    static String single(Scope scope) {
        return part(scope) + ".char";
    }

    /** HanLP's words: decides how hits rank. */
    static String words(Scope scope) {
        return part(scope) + ".words";
    }

    /** The term that says: this document carries {@code value} in {@code field}. */
    static String facet(Field field, String value) {
        return field.english() + DIVIDER + value;
    }

    /** The value in a term made by {@link #facet}. */
    static String facetValue(String term) {
        return term.substring(term.indexOf(DIVIDER) + 1);
    }

    /** The field in a term made by {@link #facet}. */
    static Field facetField(String term) {
        return Field.named(term.substring(0, term.indexOf(DIVIDER))).orElseThrow();
    }

    /** Positions in the {@code chars} of the whole text at which a sentence or a paragraph begins. */
    static String borders(Extent extent) {
        return switch (extent) {
            case SENTENCE -> SENTENCES;
            case PARAGRAPH -> PARAGRAPHS;
        };
    }

    /** Positions at which the passages of an opening or closing begin and end. */
    static String edge(Scope scope) {
        return part(scope) + ".positions";
    }

    private static String part(Scope scope) {
        return switch (scope) {
            case Scope.Text() -> "text";
            case Scope.Title() -> "title";
            case Scope.Headings(int level) -> level == 0 ? "heading" : "heading" + level;
            case Scope.Opening() -> "opening";
            case Scope.Closing() -> "closing";
        };
    }
}
