package wenyuan.config;

import static java.util.stream.Collectors.joining;

import java.io.StringReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of a YAML file that knows where it stands. Reading it as something it is not throws a {@link ConfigException}
 * such as {@code index-config/meetings.yaml:12: expected a list, found "座谈会"}.
 *
 * @param file the name that messages use
 */
record YamlNode(String file, Node node) {
    /** The root of a file. An empty file is an empty map. */
    static YamlNode parse(String file, String content) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(content));
            return root == null ? parse(file, "{}") : new YamlNode(file, root);
        } catch (MarkedYAMLException e) {
            throw new ConfigException(
                    file + ":" + (e.getProblemMark().getLine() + 1) + ": expected YAML, but " + e.getProblem());
        } catch (YAMLException e) {
            throw new ConfigException(file + ": expected YAML, but " + e.getMessage());
        }
    }

    /** {@code file:line}, lines counted from 1. */
    String where() {
        return file + ":" + (node.getStartMark().getLine() + 1);
    }

    /** The error that this value is not {@code what}. */
    ConfigException expected(String what) {
        return new ConfigException(where() + ": expected " + what + ", found " + found());
    }

    /** A single value, whatever YAML thinks of its type. */
    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return scalar.getValue();
        }
        throw expected("a single value");
    }

    int integer() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw expected("a whole number");
        }
    }

    double number() {
        try {
            return Double.parseDouble(text());
        } catch (NumberFormatException e) {
            throw expected("a number");
        }
    }

    boolean flag() {
        return switch (text()) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw expected("true or false");
        };
    }

    /** A regular expression. */
    Pattern pattern() {
        return compiled(this, text());
    }

    /** The expression {@code regex} that was made from {@code origin}. */
    static Pattern compiled(YamlNode origin, String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw origin.expected(
                    "a regular expression (" + e.getDescription() + " at character " + e.getIndex() + ")");
        }
    }

    /** The members of a list, in order. */
    List<YamlNode> items() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(this::at).toList();
        }
        throw expected("a list");
    }

    /** The members of the list under {@code key}; none when the key is absent. */
    List<YamlNode> items(String key) {
        return find(key).map(YamlNode::items).orElse(List.of());
    }

    /** The entries of a map, in order; a key that comes twice is an error. */
    Map<String, YamlNode> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw expected("a map");
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlNode key = at(tuple.getKeyNode());
            if (entries.put(key.text(), at(tuple.getValueNode())) != null) {
                throw key.expected("each key once");
            }
        }
        return entries;
    }

    /** What stands under {@code key}, which must be there. */
    YamlNode get(String key) {
        return find(key).orElseThrow(() -> expected("a map with the key " + key));
    }

    /** What stands under {@code key}, if anything. */
    Optional<YamlNode> find(String key) {
        if (!(node instanceof MappingNode mapping)) {
            throw expected("a map");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode scalar
                    && scalar.getValue().equals(key)) {
                return Optional.of(at(tuple.getValueNode()));
            }
        }
        return Optional.empty();
    }

    /** This map, once it is sure that it has no other keys than these: a mistyped key must not be lost in silence. */
    YamlNode only(String... keys) {
        List<String> known = Arrays.asList(keys);
        entries().forEach((key, value) -> {
            if (!known.contains(key) && !key.equals(RuleFile.ENABLED)) {
                throw new ConfigException(value.where() + ": expected one of the keys " + String.join(", ", known)
                        + ", found \"" + key + "\"");
            }
        });
        return this;
    }

    /** The value without comments and layout. */
    String canonical() {
        return switch (node) {
            case SequenceNode sequence ->
                items().stream().map(YamlNode::canonical).collect(joining(",", "[", "]"));
            case MappingNode mapping ->
                entries().entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue().canonical())
                        .collect(joining(",", "{", "}"));
            default -> node instanceof ScalarNode scalar ? '"' + scalar.getValue() + '"' : "";
        };
    }

    private YamlNode at(Node child) {
        return new YamlNode(file, child);
    }

    private String found() {
        return switch (node) {
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "nothing";
            case ScalarNode scalar -> '"' + scalar.getValue() + '"';
            case SequenceNode sequence -> "a list";
            case MappingNode mapping ->
                "a map with the keys " + String.join(", ", entries().keySet());
            default -> node.getNodeId().toString();
        };
    }
}
