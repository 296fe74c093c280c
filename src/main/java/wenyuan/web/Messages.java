package wenyuan.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenyuan.query.Field;

/** What the pages say in one language, from {@code messages_zh.properties} or {@code messages_en.properties}. Immutable. */
public final class Messages {
    private static final Pattern NUMBERED = Pattern.compile("(.+)-(\\d+)");

    /** The texts of the Chinese interface, which the archive also writes its own notes in. */
    public static final Messages CHINESE = new Messages(Locale.CHINESE, "zh-CN");

    /** The texts of the English interface. */
    public static final Messages ENGLISH = new Messages(Locale.ENGLISH, "en");

    private final ResourceBundle texts;
    private final Locale locale;
    private final String language;

    private Messages(Locale locale, String language) {
        this.locale = locale;
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                "wenyuan.web.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The language as pages and browsers name it: {@code zh-CN} or {@code en}. */
    public String language() {
        return language;
    }

    /** The text of that key with {@code {0}} … filled in; numbers are grouped, so years are passed as strings. */
    public String say(String key, Object... values) {
        String text = texts.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
    }

    /**
     * The name of a value of an open list ({@code zone.masthead}); the value itself when it has none. The second of its
     * kind ({@code masthead-2}) is named and numbered.
     */
    public String name(String list, String value) {
        String key = list + "." + value;
        if (texts.containsKey(key)) {
            return texts.getString(key);
        }
        Matcher numbered = NUMBERED.matcher(value);
        return numbered.matches() && texts.containsKey(list + "." + numbered.group(1))
                ? texts.getString(list + "." + numbered.group(1)) + " " + numbered.group(2)
                : value;
    }

    /** The name of a field of the query language. */
    public String name(Field field) {
        return texts.getString("field." + field.english());
    }

    /** Every key. */
    Set<String> keys() {
        return texts.keySet();
    }

    /** Whether there is such a text. */
    boolean has(String key) {
        return texts.containsKey(key);
    }
}
