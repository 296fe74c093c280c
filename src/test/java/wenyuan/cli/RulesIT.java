package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule that a home changes, by the real program: what comes out different, and what does not. */
class RulesIT {
    private static final int FILES = 150;
    private static final String TRIGGER = """
            triggers:
              - {id: meeting.务虚, label: MT16, rank: 3, match: '务虚会'}
            """;

    @TempDir
    private Path folder;

    @Test
    void oneTriggerChangesTheDocumentsItFindsAndNoOthers() throws IOException {
        Path files = Files.createDirectories(folder.resolve("材料"));
        Files.writeString(files.resolve("甲.txt"), "在全局工作务虚会上的讲话\n同志们：\n今天我们坐下来，把明年的打算理一理。\n");
        Files.writeString(files.resolve("乙.txt"), "全县党建工作务虚会主持词\n同志们：\n会议现在开始。\n");
        Files.writeString(files.resolve("丙.txt"), "在全县老干部座谈会上的讲话\n同志们：\n上个月的务虚会大家都参加了。\n");
        Files.writeString(files.resolve("丁.txt"), "在全市组织工作会议上的讲话\n同志们：\n下面讲三点意见。\n");
        Path home = folder.resolve("home");
        Program program = Program.over(home);
        program.json("import", files.toString(), "--json");
        SortedMap<String, JsonNode> before = labels(program);

        Files.createDirectories(home.resolve("index-config"));
        Files.writeString(home.resolve("index-config/meetings.yaml"), TRIGGER);
        Files.move(home.resolve("originals"), folder.resolve("originals-out-of-reach"));
        JsonNode changed = program.json("reindex", "--json");
        Files.move(folder.resolve("originals-out-of-reach"), home.resolve("originals"));

        SortedMap<String, JsonNode> after = labels(program);
        Set<String> different = new TreeSet<>();
        after.forEach((source, label) -> {
            if (!label.equals(before.get(source))) {
                different.add(source);
            }
        });
        assertEquals(Set.of("甲.txt", "乙.txt"), different);
        assertEquals(2, changed.get("changed").asInt());
        assertNotEquals("MT16", before.get("甲.txt").get("meetingTypeId").asText());
        assertEquals("MT16", after.get("甲.txt").get("meetingTypeId").asText());
        assertEquals(0, program.run("verify", "--deep").code());
    }

    /** Files made of stretches of others, so that titles, dates and damage stand where no rule expects them. */
    @Test
    void evidenceStandsWhereItSaysWhateverTheText() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path files = Files.createDirectories(folder.resolve("碎片"));
        List<byte[]> sources = sources();
        for (int file = 0; file < FILES; file++) {
            ByteArrayOutputStream mixed = new ByteArrayOutputStream();
            for (int piece = 0; piece <= random.nextInt(4); piece++) {
                byte[] source = sources.get(random.nextInt(sources.size()));
                int from = random.nextInt(source.length);
                mixed.write(source, from, Math.min(source.length - from, 200 + random.nextInt(3_000)));
            }
            String ending = random.nextBoolean() ? ".txt" : ".html";
            Files.write(files.resolve("2021-03-%02d_%d%s".formatted(1 + file % 28, file, ending)), mixed.toByteArray());
        }
        Program program = Program.over(folder.resolve("home"));
        program.json("import", files.toString(), "--json");
        Program.Result verified = program.run("verify", "--deep");
        assertEquals(0, verified.code(), () -> "seed " + seed + ": " + verified.out() + verified.err());
    }

    private static List<byte[]> sources() throws IOException {
        List<byte[]> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("sample-corpus"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(?:txt|html?)"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (bytes.length > 0) {
                    sources.add(bytes);
                }
            }
        }
        return sources;
    }

    private static SortedMap<String, JsonNode> labels(Program program) {
        SortedMap<String, JsonNode> labels = new TreeMap<>();
        program.run("export", "--format", "jsonl")
                .out()
                .lines()
                .map(Program::parse)
                .forEach(line -> labels.put(line.get("source").asText(), line));
        return labels;
    }
}
