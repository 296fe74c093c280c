package wenyuan.config;

import java.nio.file.Path;
import wenyuan.model.RuleBook;

/** Reads the rules that the program ships, layered under those that a home overrides. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString", "UnusedVariable"}) // until it is built
public final class RuleBookReader {
    private RuleBookReader() {}

    /** The shipped rules alone. */
    public static RuleBook shipped() {
        throw new UnsupportedOperationException();
    }

    /**
     * The shipped rules with the files of {@code overrides} over them: a rule of the same id replaces the shipped one. A
     * folder that does not exist overrides nothing.
     *
     * @throws ConfigException when a file cannot be read or a line is wrong; the message names file and line
     */
    public static RuleBook read(Path overrides) {
        throw new UnsupportedOperationException(overrides.toString());
    }
}
