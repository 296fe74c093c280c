package wenyuan.ingest.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wenyuan.ingest.GoldenCase;
import wenyuan.model.Block;
import wenyuan.model.Cleaned;
import wenyuan.model.Heading;
import wenyuan.model.Layout;
import wenyuan.model.Span;

class StructureGoldenTest {
    static Stream<GoldenCase> cases() {
        return GoldenCase.of("structure");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lays(GoldenCase golden) {
        String text = golden.content().strip();
        Layout layout = Structure.of(cleaned(text, Optional.empty()));
        check(layout, text);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("title", layout.title().orElse(""));
        view.put("titleSpan", layout.titleSpan().map(span -> span.of(text)).orElse(""));
        view.put(
                "blocks",
                layout.blocks().stream()
                        .map(block -> block.kind() + " " + block.span().of(text))
                        .toList());
        view.put(
                "outline",
                layout.outline().stream().map(heading -> view(heading, text)).toList());
        view.put("sentences", layout.sentences().size());
        golden.check(view);
    }

    @Test
    void aTitleIsTakenFromThePageWhenTheTextHasNone() {
        Layout layout = Structure.of(cleaned("同志们：\n今天开会，只讲一件事，请大家记好。", Optional.of("在村民大会上的讲话(全文)_2")));
        assertEquals(Optional.of("在村民大会上的讲话"), layout.title());
        assertEquals(Optional.empty(), layout.titleSpan());
    }

    @Test
    void anEmptyTextHasAnEmptyLayout() {
        assertEquals(List.of(), Structure.of(cleaned("", Optional.empty())).blocks());
    }

    @RepeatedTest(100)
    void holdsForAnything() {
        long seed = new Random(System.nanoTime()).nextLong();
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "同志们：", "\n", "一、", "（二）", "3.", "一是", "二是", "。", "第一，", "第二，", "要学习", "，", "a", "××", "——", "讲话",
                "首先，", "其次，");
        StringBuilder text = new StringBuilder("在");
        for (int i = random.nextInt(60); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        String clean = text.toString().replaceAll("\n+", "\n").strip();
        try {
            check(Structure.of(cleaned(clean, Optional.empty())), clean);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + clean, e);
        }
    }

    private static void check(Layout layout, String text) {
        assertEquals(
                text,
                String.join(
                        "\n",
                        layout.blocks().stream()
                                .map(block -> block.span().of(text))
                                .toList()));
        for (Heading heading : layout.outline()) {
            assertTrue(heading.span().length() > 0 && heading.span().end() <= text.length(), heading::toString);
            assertTrue(layout.blocks().stream().map(Block::span).anyMatch(line -> line.contains(heading.span())));
        }
        List<Span> spans = layout.outline().stream().map(Heading::span).toList();
        assertEquals(spans.stream().sorted().toList(), spans);
    }

    private static String view(Heading heading, String text) {
        return heading.level() + " #" + heading.ordinal() + " " + heading.span().of(text);
    }

    private static Cleaned cleaned(String text, Optional<String> pageTitle) {
        return new Cleaned(text, text, pageTitle, List.of(), List.of(), List.of(), Optional.empty(), List.of());
    }
}
