package wenyuan.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The path that a browser gives a file, made safe: no way up, no root, no drive, no control character, and no part longer
 * than a file system takes.
 *
 * @param parts at least one
 */
record UploadName(List<String> parts) {
    /** Most file systems take 255 bytes; there must be room for a number. */
    private static final int LONGEST = 200;

    private static final int LONGEST_ENDING = 16;

    /** Deeper than this nobody files anything; more would not fit into a path. */
    private static final int DEEPEST = 12;

    static UploadName of(String relative) {
        List<String> parts = Arrays.stream(relative.replace('\\', '/').split("/", -1))
                .map(part -> part.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals(".."))
                .filter(part -> !part.matches("[A-Za-z]:"))
                .map(UploadName::cut)
                .toList();
        int from = Math.max(0, parts.size() - DEEPEST);
        return new UploadName(parts.isEmpty() ? List.of("unnamed") : parts.subList(from, parts.size()));
    }

    /** Moves {@code part} below {@code folder}, under a name nobody has there yet. */
    void place(Path folder, Path part) throws IOException {
        Path parent = folder;
        for (String name : parts.subList(0, parts.size() - 1)) {
            parent = enter(parent, name);
        }
        for (int n = 1; ; n++) {
            try {
                Files.createLink(parent.resolve(numbered(parts.getLast(), n)), part);
                return;
            } catch (FileAlreadyExistsException taken) {
                // the next number
            }
        }
    }

    /** A folder of that name, or of the next number when a file has it. */
    private static Path enter(Path parent, String name) throws IOException {
        for (int n = 1; ; n++) {
            Path folder = parent.resolve(numbered(name, n));
            try {
                return Files.createDirectories(folder);
            } catch (FileAlreadyExistsException file) {
                // a file has this name
            }
        }
    }

    private static String numbered(String name, int n) {
        int dot = name.lastIndexOf('.');
        return n == 1 ? name : dot > 0 ? name.substring(0, dot) + "#" + n + name.substring(dot) : name + "#" + n;
    }

    private static String cut(String part) {
        if (bytes(part) <= LONGEST) {
            return part;
        }
        int dot = part.lastIndexOf('.');
        String ending = dot > 0 && bytes(part.substring(dot)) <= LONGEST_ENDING ? part.substring(dot) : "";
        String hash = String.format(Locale.ROOT, "~%08x", part.hashCode());
        int end = part.offsetByCodePoints(0, Math.min(50, part.codePointCount(0, part.length())));
        while (bytes(part.substring(0, end)) + hash.length() + bytes(ending) > LONGEST) {
            end = part.offsetByCodePoints(end, -1);
        }
        return part.substring(0, end) + hash + ending;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
