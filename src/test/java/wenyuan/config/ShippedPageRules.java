package wenyuan.config;

import java.nio.file.Path;
import wenyuan.model.PageRules;

/** The shipped page rules, for tests of other packages. */
public final class ShippedPageRules {
    private ShippedPageRules() {}

    public static PageRules read() {
        return read(Path.of("no-such-folder"));
    }

    /** The shipped rules with those of {@code home} over them. */
    public static PageRules read(Path home) {
        return PageRulesReader.read(RuleFile.read("pages.yaml", home), RuleFile.read("repairs.yaml", home));
    }
}
