package wenyuan.query;

/** The part of a document in which words are looked for. */
public sealed interface Scope {
    /** The whole clean text, title included. */
    record Text() implements Scope {}

    /** The title. */
    record Title() implements Scope {}

    /**
     * The headings of the outline.
     *
     * @param level 1 to 5, or 0 for all of them
     */
    record Headings(int level) implements Scope {}

    /** The first paragraphs. */
    record Opening() implements Scope {}

    /** The last paragraphs. */
    record Closing() implements Scope {}
}
