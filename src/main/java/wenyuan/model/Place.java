package wenyuan.model;

/** Where a piece of evidence stands: in the clean text, in another zone of the page, or in the file's name. */
public sealed interface Place {
    /** The name that JSON and pages use: {@code text}, {@code zone:masthead}, {@code fileName}. */
    String label();

    /** In the clean text of the document. */
    record Text() implements Place {
        @Override
        public String label() {
            return "text";
        }
    }

    /**
     * In a zone that is not part of the clean text; spans count from the start of that zone's text.
     *
     * @param name the zone's name, as in {@link Zone#name()}
     */
    record PageZone(String name) implements Place {
        @Override
        public String label() {
            return "zone:" + name;
        }
    }

    /** In the path of the file; spans count from the start of the path as shown. */
    record FileName() implements Place {
        @Override
        public String label() {
            return "fileName";
        }
    }
}
