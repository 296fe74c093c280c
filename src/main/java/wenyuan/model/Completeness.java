package wenyuan.model;

/**
 * How much of a text a cut page shows.
 *
 * @param percent whole per cent of the declared length, 0 to 100
 * @param evidence the page's own words, for example 全文共5254字，当前仅显示1845字
 */
public record Completeness(int percent, Evidence evidence) {}
