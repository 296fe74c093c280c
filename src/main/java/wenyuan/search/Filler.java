package wenyuan.search;

import java.util.OptionalInt;

/**
 * What fills a gap of a pattern, or the place of a placeholder.
 *
 * @param gap which one, from 1
 * @param text as it stands where it was read first, without punctuation at its ends; equal ones in normal form are one
 * @param count how often
 * @param documents in how many documents
 * @param earliest year of the oldest of them
 * @param whole the shortest string that holds the filler and the pieces around it, letters only: what to search for
 */
public record Filler(int gap, String text, long count, long documents, OptionalInt earliest, String whole) {}
