package wenyuan.search;

import java.util.OptionalInt;

/**
 * One occurrence with what stands around it in its line of the text. {@code left + match + right} is a stretch of the clean
 * text (or of a title outside it) as it is.
 *
 * @param id of the document
 * @param title of the document
 * @param year of its meeting
 * @param left at most {@value Concordance#CONTEXT} characters before the match
 * @param match with its own punctuation, width and script
 * @param right at most {@value Concordance#CONTEXT} characters behind the match
 * @param offset where the match begins in the clean text, in UTF-16 units; empty in a title that the text lacks
 */
public record ConcordanceLine(
        String id, String title, OptionalInt year, String left, String match, String right, OptionalInt offset) {}
