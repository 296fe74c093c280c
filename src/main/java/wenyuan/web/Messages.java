package wenyuan.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the pages say, from {@code messages_zh.properties}. Immutable. */
public final class Messages {
    private static final Pattern NUMBERED = Pattern.compile("(.+)-(\\d+)");

    /** The texts of the Chinese interface. */
    public static final Messages CHINESE = new Messages(Locale.CHINESE);

    private final ResourceBundle texts;
    private final Locale locale;

    private Messages(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                "wenyuan.web.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
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

    /** Whether there is such a text. */
    boolean has(String key) {
        return texts.containsKey(key);
    }
}
