package wenyuan.query;

import java.util.Optional;

/** What a query can filter by. Each is also a facet. */
public enum Field {
    TYPE("type", "类型", "会议类型"),
    YEAR("year", "年份", "年"),
    THEME("theme", "主题"),
    KIND("kind", "文种"),
    LEVEL("level", "层级", "级别"),
    SPEAKER("speaker", "讲话人"),
    SOURCE("source", "来源"),
    STATUS("status", "状态");

    private final String english;
    private final String chinese;
    private final String alias;

    Field(String english, String chinese) {
        this(english, chinese, chinese);
    }

    Field(String english, String chinese, String alias) {
        this.english = english;
        this.chinese = chinese;
        this.alias = alias;
    }

    /** The name in URLs, JSON and English queries. */
    public String english() {
        return english;
    }

    /** The name a Chinese query uses, and the heading of the facet. */
    public String chinese() {
        return chinese;
    }

    /** The field that goes by this name, in either language. */
    public static Optional<Field> named(String name) {
        for (Field field : values()) {
            if (field.english.equalsIgnoreCase(name) || field.chinese.equals(name) || field.alias.equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
