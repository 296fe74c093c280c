package wenyuan.model;

import java.util.List;

/**
 * A theme and the expressions that speak for it.
 *
 * @param triggers each counts once, however often it is found
 */
public record ThemeRules(Label label, List<Rule> triggers) {
    public ThemeRules {
        triggers = List.copyOf(triggers);
    }
}
