package wenyuan.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import wenyuan.model.Document;
import wenyuan.model.Span;
import wenyuan.text.Token;

/** Queries as people type them, drawn from the texts of an archive, some of which stand nowhere. Used once. */
public final class DrawnQueries {
    private final Random random;
    private final GeneratedArchive archive;
    private final long documents;

    /** Queries drawn from the first {@code documents} of {@code archive}. */
    public DrawnQueries(long seed, GeneratedArchive archive, long documents) {
        this.random = new Random(seed);
        this.archive = archive;
        this.documents = documents;
    }

    /** So many different queries of each kind, as typed. */
    public Map<String, List<String>> all(int count) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("verbatim", different(count, this::verbatim));
        all.put("short verbatim", different(count, () -> quoted(letters(2 + random.nextInt(3)))));
        all.put("pattern", different(count, this::pattern));
        all.put("word", different(count, this::words));
        all.put("common word", different(count, this::word));
        all.put("question", different(count, this::question));
        all.put("slotted", different(count, this::slotted));
        all.put("near", different(count, this::near));
        all.put("paragraph", different(count, () -> "同段:" + pattern()));
        return all;
    }

    private static List<String> different(int count, Supplier<String> source) {
        Set<String> drawn = new LinkedHashSet<>();
        while (drawn.size() < count) {
            drawn.add(source.get());
        }
        return List.copyOf(drawn);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    /** Five to twenty characters as they stand there; one in eight is put together of two and stands nowhere. */
    private String verbatim() {
        return random.nextInt(8) == 0 ? quoted(letters(4) + letters(4)) : quoted(letters(5 + random.nextInt(16)));
    }

    private String pattern() {
        if (random.nextInt(10) == 0) {
            return List.of("\"既要…又要…更要\"", "\"不是…而是…\"", "\"把…落到实处\"", "\"以…为…\"")
                    .get(random.nextInt(4));
        }
        String sentence = letters(24);
        int first = 2 + random.nextInt(3);
        int gap = 1 + random.nextInt(6);
        int second = 2 + random.nextInt(2);
        String pattern = sentence.substring(0, first) + "…" + (random.nextInt(3) == 0 ? "9" : "")
                + sentence.substring(first + gap, first + gap + second);
        return quoted(
                random.nextBoolean()
                        ? pattern
                        : pattern + "…" + sentence.substring(first + gap + second + 2, first + gap + second + 4));
    }

    private String words() {
        List<Token> content = content();
        int first = random.nextInt(content.size());
        int second = random.nextInt(content.size());
        return content.get(first).text() + " " + content.get(second).text()
                + (random.nextInt(3) == 0
                        ? " " + content.get(random.nextInt(content.size())).text()
                        : "");
    }

    private String word() {
        return content().get(random.nextInt(5)).text();
    }

    /** Half a sentence without blanks, cut at words. */
    private String question() {
        Document document = document();
        String sentence = sentence(document, 12);
        return sentence.substring(0, 8 + random.nextInt(Math.min(16, sentence.length() - 8)));
    }

    private String near() {
        List<Token> content = content();
        int first = random.nextInt(content.size());
        String second = content.get(Math.min(content.size() - 1, first + 1 + random.nextInt(3)))
                .text();
        return quoted(content.get(first).text() + " " + second) + "~" + (1 + random.nextInt(9));
    }

    private String slotted() {
        String sentence = letters(12);
        return quoted(
                random.nextBoolean()
                        ? "××" + sentence.substring(0, 3 + random.nextInt(4))
                        : sentence.substring(0, 2 + random.nextInt(3)) + "××" + sentence.substring(6, 9));
    }

    /** So many Chinese characters in a row. */
    private String letters(int length) {
        while (true) {
            String sentence = sentence(document(), length + 1);
            int start = random.nextInt(sentence.length() - length);
            String cut = sentence.substring(start, start + length);
            if (cut.codePoints().allMatch(Character::isIdeographic)) {
                return cut;
            }
        }
    }

    private String sentence(Document document, int least) {
        List<Span> all = document.sentences().stream()
                .filter(span -> span.length() > least)
                .toList();
        if (all.isEmpty()) {
            return sentence(document(), least);
        }
        return all.get(random.nextInt(all.size())).of(document.text());
    }

    private List<Token> content() {
        List<Token> tokens = new ArrayList<>(archive.made(number()).tokens());
        tokens.removeIf(token -> !token.content() || token.text().length() < 2);
        int from = random.nextInt(Math.max(1, tokens.size() - 60));
        return tokens.subList(from, Math.min(tokens.size(), from + 60));
    }

    private Document document() {
        return archive.made(number()).document();
    }

    private long number() {
        return (long) (random.nextDouble() * documents);
    }
}
