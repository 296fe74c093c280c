package wenyuan.query;

import java.util.Arrays;
import java.util.Optional;

/** The stretch of text that must hold all pieces of a pattern, or all words near each other. */
public enum Extent {
    SENTENCE("同句", "sentence"),
    PARAGRAPH("同段", "paragraph");

    private final String chinese;
    private final String english;

    Extent(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** The extent that goes by this name, in either language. */
    static Optional<Extent> named(String name) {
        return Arrays.stream(values())
                .filter(extent -> extent.chinese.equals(name) || extent.english.equalsIgnoreCase(name))
                .findFirst();
    }

    /** What stands before the quoted string in a query. */
    String named() {
        return chinese + ":";
    }

    /** The same, but nothing for sentences, where these go without saying. */
    String prefix() {
        return this == SENTENCE ? "" : named();
    }
}
