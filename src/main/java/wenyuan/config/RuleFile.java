package wenyuan.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The entries of one file of {@code index-config} that are in force. A file is a map of sections, a section a list of
 * entries, an entry a map with an {@code id} that no other entry of the file has. An entry of a home's file takes the
 * place of the shipped one of the same id, {@code enabled: false} (or {@code off: true}) takes it away, a new id is added at the section's end.
 *
 * @param name the file's name, for example {@code meetings.yaml}
 * @param sections by name; entries by id, in order
 */
record RuleFile(String name, Map<String, Map<String, YamlNode>> sections) {
    /** The key that every entry may bear. */
    static final String ENABLED = "enabled";

    private static final String FOLDER = "index-config/";

    /** The shipped file with that of {@code overrides} over it, if there is one. */
    static RuleFile read(String name, Path overrides) {
        RuleFile file = new RuleFile(name, new LinkedHashMap<>());
        file.add(YamlNode.parse(FOLDER + name, shipped(name)));
        Path own = overrides.resolve(name);
        if (Files.exists(own)) {
            file.add(YamlNode.parse(own.toString(), content(own)));
        }
        return file;
    }

    /** The entries of a section; none when it is absent. */
    List<YamlNode> section(String section) {
        return List.copyOf(sections.getOrDefault(section, Map.of()).values());
    }

    /** This file, once it is sure that it has no other sections than these. */
    RuleFile only(String... known) {
        Set<String> unknown = new HashSet<>(sections.keySet());
        unknown.removeAll(Set.of(known));
        if (!unknown.isEmpty()) {
            throw new ConfigException(
                    FOLDER + name + ": expected the sections " + String.join(", ", known) + ", found " + unknown);
        }
        return this;
    }

    /** What is in force, without comments and layout: the same rules always give the same string. */
    String canonical() {
        List<String> lines = new ArrayList<>(List.of(name));
        sections.forEach((section, entries) -> {
            lines.add(section);
            entries.values().forEach(entry -> lines.add(entry.canonical()));
        });
        return String.join("\n", lines);
    }

    /** The text of a shipped file of {@code index-config}. */
    static String shipped(String name) {
        try (InputStream in = RuleFile.class.getResourceAsStream("/" + FOLDER + name)) {
            if (in == null) {
                throw new ConfigException(FOLDER + name + ": expected this file inside the program, found none");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ConfigException(FOLDER + name + ": expected to read it, but " + e.getMessage());
        }
    }

    /** The text of a file of a home. */
    static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ConfigException(file + ": expected a text in UTF-8, but " + e.getMessage());
        }
    }

    private void add(YamlNode root) {
        Set<String> seen = new HashSet<>();
        root.entries().forEach((section, list) -> {
            Map<String, YamlNode> entries = sections.computeIfAbsent(section, key -> new LinkedHashMap<>());
            list.items().forEach(entry -> add(entries, entry, seen));
        });
    }

    private static void add(Map<String, YamlNode> entries, YamlNode entry, Set<String> seen) {
        String id = entry.get("id").text();
        if (!seen.add(id)) {
            throw entry.get("id").expected("an id that no other entry of the file has");
        }
        boolean off = entry.find("off").map(YamlNode::flag).orElse(false)
                || !entry.find(ENABLED).map(YamlNode::flag).orElse(true);
        if (off) {
            entries.remove(id);
        } else {
            entries.put(id, entry);
        }
    }
}
