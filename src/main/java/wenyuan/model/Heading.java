package wenyuan.model;

/**
 * An entry of the outline: a heading line, or a numbered point that opens a sentence inside a paragraph.
 *
 * @param level 1 for 一、 2 for （一） 3 for 1. 4 for （1） 5 for points in running text (一是, 一要, 第一，)
 * @param ordinal its number, 1 for 一; 0 when it has none
 * @param span number and words of the heading in the clean text
 */
public record Heading(int level, int ordinal, Span span) {}
