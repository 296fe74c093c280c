package wenyuan.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of queries, one a line: UTF-8 (with or without a byte order mark), UTF-16 with one, else GB18030. */
final class BatchLines {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private BatchLines() {}

    /**
     * A query of the file.
     *
     * @param number of its line, from one on
     */
    record Line(int number, String query) {}

    /** The queries of {@code file}; blank lines and those that begin with # are passed over. */
    static List<Line> read(Path file) {
        try {
            return of(decoded(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            throw new CallerMistake("--batch takes a file of queries; there is no " + file);
        } catch (IOException e) {
            throw new CallerMistake("--batch cannot read " + file + ": " + e.getMessage());
        }
    }

    static List<Line> of(String text) {
        List<Line> queries = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            String query = line.strip();
            if (!query.isEmpty() && !query.startsWith("#")) {
                queries.add(new Line(number, query));
            }
        }
        return queries;
    }

    static String decoded(byte[] bytes) {
        String text = bytes.length >= 2 && (mark(bytes) == 0xFEFF || mark(bytes) == 0xFFFE)
                ? new String(bytes, StandardCharsets.UTF_16)
                : utf8OrGbk(bytes);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static int mark(byte[] bytes) {
        return ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    }

    private static String utf8OrGbk(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, GB18030);
        }
    }
}
