package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wenyuan.model.Phrasing;
import wenyuan.query.Query;
import wenyuan.query.Scope;

class SynonymsTest {
    private static final Scope TEXT = new Scope.Text();
    private static final Synonyms SYNONYMS = new Synonyms(TestDocuments.PHRASING, TestDocuments.SEGMENTER);

    private static Query words(String text) {
        return new Query.Words(text, TEXT);
    }

    private static Query verbatim(String text) {
        return new Query.Verbatim(text, false, TEXT);
    }

    private static void check(Query query, Query expected, String... also) {
        Synonyms.Expanded expanded = SYNONYMS.expand(query);
        assertEquals(expected, expanded.query());
        assertEquals(
                List.of(also),
                expanded.also().stream()
                        .map(word -> word.word() + "=" + String.join("=", word.synonyms()))
                        .toList());
    }

    private static Query widened(String typed, Query... others) {
        return new Query.Widened(new Query.Words(typed, TEXT), List.of(others));
    }

    @Test
    void aWordIsLookedForUnderItsOtherNames() {
        check(words("党代会"), widened("党代会", verbatim("党员代表大会"), verbatim("党的代表大会")), "党代会=党员代表大会=党的代表大会");
        check(words("党员代表大会"), widened("党员代表大会", verbatim("党代会"), verbatim("党的代表大会")), "党员代表大会=党代会=党的代表大会");
        check(words("黨代會"), widened("黨代會", verbatim("党员代表大会"), verbatim("党的代表大会")), "黨代會=党员代表大会=党的代表大会");
        check(
                words("学习三讲精神"),
                widened("学习三讲精神", new Query.And(List.of(verbatim("讲政治讲正气"), words("学习"), words("精神")))),
                "三讲=讲政治讲正气");
    }

    @Test
    void onlyWholeWordsCount() {
        check(words("十三讲"), words("十三讲"));
        check(words("治理"), words("治理"));
    }

    @Test
    void whatIsQuotedOrUnwantedStaysAsItIs() {
        Query not = new Query.Not(words("党代会"));
        check(verbatim("党代会"), verbatim("党代会"));
        check(new Query.And(List.of(words("治理"), not)), new Query.And(List.of(words("治理"), not)));
        check(
                new Query.Or(List.of(words("治理"), words("三讲"))),
                new Query.Or(List.of(words("治理"), widened("三讲", verbatim("讲政治讲正气")))),
                "三讲=讲政治讲正气");
    }

    @Test
    void ofVeryManyOtherNamesSomeAreLookedFor() {
        List<String> names = IntStream.range(0, 500)
                .mapToObj(i -> "党代会" + Character.toString('一' + i))
                .toList();
        Phrasing phrasing = new Phrasing(
                List.of(Stream.concat(Stream.of("三讲"), names.stream()).toList(), List.of("治理", "管理")), List.of());
        Synonyms.Expanded expanded = new Synonyms(phrasing, TestDocuments.SEGMENTER)
                .expand(new Query.And(List.of(words("学习三讲精神"), words("治理"))));
        Query.And all = (Query.And) expanded.query();
        assertEquals(40, ((Query.Widened) all.parts().getFirst()).others().size());
        assertEquals(words("治理"), all.parts().getLast());
        assertEquals(1, expanded.also().size());
        assertEquals(40, expanded.also().getFirst().synonyms().size());
    }
}
