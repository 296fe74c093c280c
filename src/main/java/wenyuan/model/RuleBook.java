package wenyuan.model;

/**
 * Every rule that turns an extraction into a labelled document.
 *
 * @param taxonomy the closed lists
 * @param pages zones, repairs and placeholders: what {@code ingest.clean} goes by
 * @param compilations how a file of several texts is told: what {@code ingest.structure} goes by
 * @param labels triggers of labels: what {@code ingest.enrich} goes by
 * @param chronology events that date a text
 * @param formulas fixed wordings and their history
 * @param phrasing synonyms and suffixes of names; texts are searched by them, not labelled
 * @param functions how it is told what a sentence does in a speech
 * @param hash SHA-256 (hex, first 16 digits) over all that labels a document: changes when such a rule changes. Functions are
 *     no label of documents
 */
public record RuleBook(
        Taxonomy taxonomy,
        PageRules pages,
        CompilationRules compilations,
        LabelRules labels,
        Chronology chronology,
        Formulas formulas,
        Phrasing phrasing,
        FunctionRules functions,
        String hash) {
    /** The same with other synonyms and suffixes, which label nothing. */
    public RuleBook with(Phrasing other) {
        return new RuleBook(taxonomy, pages, compilations, labels, chronology, formulas, other, functions, hash);
    }
}
