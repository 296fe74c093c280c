package wenyuan.search;

/**
 * An expression that a document has and most of its archive has not.
 *
 * @param phrase letters in normal form, as a quoted search finds them
 * @param count how often it stands in the document
 * @param documents number of documents of the archive that hold it
 * @param score comparable only inside one document
 */
public record KeyPhrase(String phrase, int count, long documents, double score) {}
