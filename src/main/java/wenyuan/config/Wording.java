package wenyuan.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenyuan.model.Rule;
import wenyuan.text.Normal;

/**
 * Reads regular expressions that look at the normal form. Such an expression may name others in braces:
 * {@code 座谈{会}}; the named ones stand in the section {@code words} of the same file. Not shared between threads.
 */
final class Wording {
    private static final Pattern NAME = Pattern.compile("\\{(\\p{IsHan}+)}");
    private static final Pattern SYNTAX = Pattern.compile("\\\\p\\{\\w+}|\\\\.|\\(\\?<\\w+>");
    private static final Pattern SIGNS = Pattern.compile("[\\x00- *_]");

    private final Map<String, String> words = new HashMap<>();

    /** Knows the words of {@code section}; a word may use those before it. */
    Wording(List<YamlNode> section) {
        section.forEach(entry ->
                words.put(entry.only("id", "match").get("id").text(), "(?:" + expanded(entry.get("match")) + ")"));
    }

    /** A rule of an entry's {@code id} and {@code match}. */
    Rule rule(YamlNode entry) {
        return new Rule(entry.get("id").text(), pattern(entry.get("match")));
    }

    /** A rule whose expression must have a named group. */
    Rule rule(YamlNode entry, String group) {
        Rule rule = rule(entry);
        if (!rule.pattern().namedGroups().containsKey(group)) {
            throw entry.get("match").expected("an expression with a group (?<" + group + ">…)");
        }
        return rule;
    }

    /** The expression {@code node} writes. */
    Pattern pattern(YamlNode node) {
        return YamlNode.compiled(node, expanded(node));
    }

    private String expanded(YamlNode node) {
        checkNormal(node);
        return NAME.matcher(node.text()).replaceAll(name -> {
            String word = words.get(name.group(1));
            if (word == null) {
                throw node.expected("one of the words " + words.keySet() + " in braces");
            }
            return Matcher.quoteReplacement(word);
        });
    }

    /** A trigger in traditional script or capitals would never match, and nobody would notice. */
    private static void checkNormal(YamlNode node) {
        String letters =
                SIGNS.matcher(SYNTAX.matcher(node.text()).replaceAll("")).replaceAll("");
        if (Normal.of(letters).text().equals(letters)) {
            return;
        }
        letters.codePoints()
                .mapToObj(Character::toString)
                .filter(c -> !Normal.of(c).text().equals(c))
                .findFirst()
                .ifPresent(c -> {
                    throw node.expected("the normal form \"" + Normal.of(c).text() + "\" instead of \"" + c + "\"");
                });
    }
}
