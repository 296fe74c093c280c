package wenyuan.query;

import java.util.List;
import java.util.Optional;
import wenyuan.model.Label;
import wenyuan.model.Taxonomy;

/** What a query can filter by. Each is also a facet. */
public enum Field {
    TYPE("type", "类型", "会议类型"),
    YEAR("year", "年份", "年"),
    THEME("theme", "主题"),
    KIND("kind", "文种"),
    LEVEL("level", "层级", "级别"),
    SPEAKER("speaker", "讲话人"),
    SOURCE("source", "来源"),
    STATUS("status", "状态"),
    FORMULA("formula", "提法"),
    /** What a sentence does in a speech: a filter of sentences, not of documents. */
    FUNCTION("function", "功能");

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

    /** The labels that this field can have, in the order of display; none for years and sources, which are free. */
    public List<Label> labels(Taxonomy taxonomy) {
        return switch (this) {
            case TYPE -> taxonomy.meetings();
            case THEME -> taxonomy.themes();
            case KIND -> taxonomy.kinds();
            case LEVEL -> taxonomy.levels();
            case SPEAKER -> taxonomy.speakers();
            case STATUS -> taxonomy.status();
            case FORMULA -> taxonomy.formulas();
            case FUNCTION -> taxonomy.functions();
            case YEAR, SOURCE -> List.of();
        };
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
