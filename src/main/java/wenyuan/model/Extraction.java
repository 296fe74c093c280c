package wenyuan.model;

import java.util.Map;

/** What was read out of a file's bytes. */
public sealed interface Extraction {
    /**
     * A text was found.
     *
     * @param content decoded text; for {@link Form#PAGE} the decoded HTML source
     * @param form how lines are to be understood
     * @param mediaType as detected from the bytes, for example {@code application/pdf}
     * @param charset the encoding that was decided on for text and HTML, else empty
     * @param metadata what the file says of itself ({@code dc:title} …), never evidence on its own
     */
    record Text(String content, Form form, String mediaType, String charset, Map<String, String> metadata)
            implements Extraction {
        public Text {
            metadata = Map.copyOf(metadata);
        }
    }

    /**
     * No text could be had.
     *
     * @param cause why, in one word
     * @param detail why, in a sentence for the admin
     */
    record Failed(FailureCause cause, String detail) implements Extraction {}

    /** How the lines of a content came about. */
    enum Form {
        /** A text file: a line is a paragraph, unless all lines have one width. */
        PLAIN,
        /** HTML source. */
        PAGE,
        /** Lines broken by the width of a printed page. */
        PRINTED,
        /** Paragraphs as the author typed them in an office program. */
        OFFICE
    }
}
