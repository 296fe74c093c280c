package wenyuan.config;

import java.nio.file.Path;
import wenyuan.model.PageRules;

/** The shipped page rules, for tests of other packages. */
public final class ShippedPageRules {
    private ShippedPageRules() {}

    public static PageRules read() {
        Path none = Path.of("no-such-folder");
        return PageRulesReader.read(RuleFile.read("pages.yaml", none), RuleFile.read("repairs.yaml", none));
    }
}
