package wenyuan.model;

/**
 * A stretch of a text that is of a kind of its own: the words of the chair, then the speech.
 *
 * @param kind what it is
 * @param span whole lines of the clean text
 */
public record Segment(Claim kind, Span span) {}
