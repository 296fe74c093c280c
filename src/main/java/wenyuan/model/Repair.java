package wenyuan.model;

/**
 * One change made between the text as extracted and the clean text.
 *
 * @param rule id of the repair in {@code index-config}, for example {@code repair.pinyin-gloss}
 * @param span where {@code after} stands in the clean text; empty (start = end) when something was taken out
 * @param before the characters as extracted
 * @param after the characters that replaced them, possibly none
 */
public record Repair(String rule, Span span, String before, String after) {}
