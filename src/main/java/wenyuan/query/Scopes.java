package wenyuan.query;

import java.util.Locale;
import java.util.Optional;

/** The names by which a query says where to look. */
final class Scopes {
    private static final int DEEPEST = 5;

    private Scopes() {}

    /** The scope of this name: 标题, 小标题, 小标题1 to 小标题5, 开头, 结尾, or title, heading, heading1 …, opening, closing. */
    static Optional<Scope> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "标题", "title" -> Optional.of(new Scope.Title());
            case "小标题", "heading", "headings" -> Optional.of(new Scope.Headings(0));
            case "开头", "opening" -> Optional.of(new Scope.Opening());
            case "结尾", "closing" -> Optional.of(new Scope.Closing());
            default -> headings(lower);
        };
    }

    private static Optional<Scope> headings(String name) {
        int level = name.isEmpty() ? 0 : name.charAt(name.length() - 1) - '0';
        boolean known = name.equals("小标题" + level) || name.equals("heading" + level);
        return known && level >= 1 && level <= DEEPEST ? Optional.of(new Scope.Headings(level)) : Optional.empty();
    }

    /** What stands before the words in a query; nothing for the whole text. */
    static String prefix(Scope scope) {
        return switch (scope) {
            case Scope.Text s -> "";
            case Scope.Title s -> "标题:";
            case Scope.Headings s -> "小标题" + (s.level() == 0 ? "" : s.level()) + ":";
            case Scope.Opening s -> "开头:";
            case Scope.Closing s -> "结尾:";
        };
    }
}
