package wenyuan.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenyuan.search.TestDocuments.SEGMENTER;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wenyuan.model.Dating;
import wenyuan.model.Document;
import wenyuan.query.Extent;
import wenyuan.query.Field;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.query.Warning;
import wenyuan.text.Normal;

/** What every engine must do. */
public abstract class SearchEngineContract extends EngineContract {
    private static final Scope TEXT = new Scope.Text();

    private static SearchRequest request(Query query, List<Query> filters, SearchRequest.Sort sort) {
        return new SearchRequest(query, filters, sort, 0, 1000, true, Duration.ofSeconds(60), List.of());
    }

    private SearchPage page(Query query, Query... filters) {
        return engine.search(request(query, List.of(filters), SearchRequest.Sort.RELEVANCE));
    }

    private static List<String> ids(SearchPage page) {
        return page.hits().stream().map(hit -> hit.document().id()).toList();
    }

    private void check(Query query, String... expected) {
        SearchPage page = page(query);
        assertEquals(Set.of(expected), Set.copyOf(ids(page)), () -> query.toString());
        assertEquals(expected.length, page.total(), () -> query.toString());
        assertTrue(page.exact(), () -> query.toString());
    }

    private static Query words(String text) {
        return new Query.Words(text, TEXT);
    }

    private static Query verbatim(String text) {
        return new Query.Verbatim(text, false, TEXT);
    }

    private static Query exact(String text) {
        return new Query.Verbatim(text, true, TEXT);
    }

    private static Query pattern(String literal, int gap, String... pieces) {
        return new Query.Pattern(
                literal,
                List.of(pieces),
                IntStream.range(1, pieces.length).mapToObj(i -> gap).toList(),
                Extent.SENTENCE,
                TEXT);
    }

    @Test
    void aPlaceholderIsAnyName() {
        index(
                TestDocuments.of("a", "题目", "在兰溪县委全会上，区委负责同志到会。"),
                TestDocuments.of("b", "题目", "在××县委全会上。"),
                TestDocuments.of("c", "题目", "在这个历史悠久的县委全会上。"),
                TestDocuments.of("d", "题目", "在县委全会上。"),
                TestDocuments.of("e", "题目", "县委\n在全会上。"));
        check(verbatim("在××县委全会"), "a", "b");
        check(verbatim("××县委全会"), "a", "b", "c", "d");
        check(verbatim("在××上"), "d", "e");
        check(verbatim("到会××"), "a");
        check(exact("××县委"), "b");
        SearchPage.Snippet snippet = page(verbatim("在××县委")).hits().stream()
                .filter(hit -> hit.document().id().equals("a"))
                .findFirst()
                .orElseThrow()
                .snippets()
                .getFirst();
        assertEquals("在兰溪县委", snippet.marks().getFirst().of(snippet.text()));
    }

    @Test
    void aTextsPlaceholderMayBeTheNameThatWasTyped() {
        index(
                TestDocuments.of("named", "题目", "在兰溪县委全会上。").labelled("MT16"),
                TestDocuments.of("left out", "题目", "在××县委全会上。").labelled("MT16"),
                TestDocuments.of("also left out", "题目", "XX縣委、全会。").labelled("MT12"),
                TestDocuments.of("other", "题目", "在桐山县委全会上。"),
                TestDocuments.of("other meeting", "题目", "××县委会议。"),
                TestDocuments.of("both", "题目", "兰溪县委全会，××县委全会。"));
        SearchPage page = page(verbatim("兰溪县委全会"));
        assertEquals(Set.of("named", "both"), Set.copyOf(ids(page)));
        assertEquals(2, page.total());
        assertEquals(
                List.of(new SearchPage.Count("MT16", "座谈会", 1)), page.facets().get(Field.TYPE));
        assertEquals(Set.of("left out", "also left out"), possible(page));
        assertEquals(2, page.hints().possibleTotal());
        SearchPage.Snippet snippet = page.hints().possible().stream()
                .filter(hit -> hit.document().id().equals("left out"))
                .findFirst()
                .orElseThrow()
                .snippets()
                .getFirst();
        assertEquals("在××县委全会上。", snippet.text());
        assertEquals(Set.of("left out", "also left out"), possible(page(words("兰溪县委全会"))));
        assertEquals(
                Set.of("left out"), possible(page(verbatim("兰溪县委全会"), new Query.Filter(Field.TYPE, List.of("MT16")))));
        assertEquals(Set.of("left out"), possible(page(new Query.And(List.of(verbatim("兰溪县委全会"), verbatim("在"))))));
        assertEquals(Set.of(), possible(page(exact("兰溪县委全会"))));
        assertEquals(Set.of(), possible(page(verbatim("县委全会"))));
        assertEquals(Set.of(), possible(page(words("飞船火箭兰溪"))));
    }

    private static Set<String> possible(SearchPage page) {
        return page.hints().possible().stream().map(hit -> hit.document().id()).collect(Collectors.toSet());
    }

    @Test
    void synonymsAreFoundBehindTheWordTyped() {
        index(
                TestDocuments.of("other name", "题目", "党员代表大会的决议，党员代表大会的报告。"),
                TestDocuments.of("typed", "题目", "本次会议的事情很多，最后学习党代会文件。"),
                TestDocuments.of("parts", "题目", "党员推选代表，出席大会。"));
        SearchPage page = page(words("党代会"));
        assertEquals(List.of("typed", "other name"), ids(page));
        assertEquals(2, page.total());
        assertEquals(
                List.of(new SearchPage.Also("党代会", List.of("党员代表大会", "党的代表大会"))),
                page.hints().also());
        SearchPage.Snippet snippet = page.hits().getLast().snippets().getFirst();
        assertEquals("党员代表大会", snippet.marks().getFirst().of(snippet.text()));
        assertEquals(List.of("typed"), ids(page(verbatim("党代会"))));
        assertEquals(List.of(), page(verbatim("党代会")).hints().also());
        assertEquals(List.of("typed"), ids(page(new Query.And(List.of(words("党代会"), words("学习"))))));
        SearchPage dropped = page(new Query.And(List.of(words("党代会"), words("飞船"))));
        assertEquals(List.of("typed"), ids(dropped));
        assertTrue(dropped.warnings().toString().contains("“飞船”"), dropped.toString());
    }

    @Test
    void wordsAreKnownSoonAfter() throws InterruptedException {
        assertEquals(List.of(), engine.vocabulary().beginning("治", 9));
        index(TestDocuments.of("a", "基层治理", "推进基层治理。"), TestDocuments.of("b", "乡村治理", "治理有效。"));
        awaitWord("治理");
        assertEquals(2, engine.vocabulary().beginning("治理", 1).getFirst().documents());
        index(TestDocuments.of("c", "网格化", "网格要细。"));
        awaitWord("网格");
        assertEquals(2, engine.vocabulary().beginning("治理", 1).getFirst().documents());
    }

    /** They are read in the background. */
    private void awaitWord(String word) throws InterruptedException {
        long begun = System.nanoTime();
        while (engine.vocabulary().beginning(word, 1).isEmpty()) {
            assertTrue(System.nanoTime() - begun < 60e9, "not known after a minute: " + word);
            Thread.sleep(10);
        }
    }

    @Test
    void whatWasMeantIsProposed() throws InterruptedException {
        index(
                TestDocuments.of("a", "基层治理", "推进基层治理，关心群众智力。"),
                TestDocuments.of("b", "乡村振兴", "推进乡村振兴和基层治理。"),
                TestDocuments.of("c", "别的", "基层的自理能力。制度，理论。APP"));
        awaitWord("制度");
        checkMeant(words("jicengzhili"), "基层治理");
        checkMeant(new Query.And(List.of(words("jiceng"), words("zhili"))), "基层治理");
        checkMeant(words("JiCeng"), "基层");
        checkMeant(words("jczl"), "基层治理");
        checkMeant(words("基层制理"), "基层治理");
        checkMeant(words("乡村振心"), "乡村振兴");
        checkMeant(new Query.And(List.of(words("推进"), words("乡村振心"))), "推进 乡村振兴");
        checkMeant(new Query.And(List.of(words("推进"), words("xiangcun"))), "推进 乡村");
        checkMeant(new Query.And(List.of(words("推进"), words("zzz"))));
        checkMeant(new Query.And(List.of(words("app"), words("xiangcun"))), "app 乡村");
        for (String right : List.of("基层治理", "治理", "飞船", "x", "zzz", "乡村治理", "")) {
            checkMeant(words(right));
        }
        checkMeant(verbatim("jicengzhili"));
        assertEquals(
                List.of(),
                page(words("jicengzhili"), new Query.Years(2010, 2011)).hints().didYouMean());
    }

    private void checkMeant(Query typed, String... expected) {
        assertEquals(List.of(expected), page(typed).hints().didYouMean(), typed::toString);
    }

    @Test
    void findsAStringHoweverItIsWritten() {
        index(
                TestDocuments.of("a", "題目", "街道吹哨、部門報到，一呼百應。"),
                TestDocuments.of("b", "题目", "街道吹哨后，部门报到。"),
                TestDocuments.of("c", "街道吹哨", "部门报到"));
        check(verbatim("街道吹哨部门报到"), "a");
        check(verbatim("街道吹哨，部门报到。一呼"), "a");
        check(verbatim("哨、部"), "a");
        check(verbatim("部门报到"), "a", "b", "c");
        check(verbatim("应"), "a");
        check(verbatim("，"));
    }

    @Test
    void exactStringsAgreeToTheCharacter() {
        index(
                TestDocuments.of("a", "题目", "街道吹哨、部门报到。ＡＢ"),
                TestDocuments.of("b", "题目", "街道吹哨，部门报到。AB"),
                TestDocuments.of("c", "題目", "街道吹哨、部門報到。"));
        check(exact("街道吹哨、部门"), "a");
        check(exact("AB"), "b");
        check(exact("，"), "b");
        check(new Query.Not(exact("，")), "a", "c");
    }

    @Test
    void patternsStayInOneSentence() {
        index(
                TestDocuments.of("a", "题目", "我们既要抓党建，又要抓发展，更要抓民生。"),
                TestDocuments.of("b", "题目", "我们既要抓党建。又要抓发展，更要抓民生。"),
                TestDocuments.of("c", "题目", "又要抓发展，既要抓党建，更要抓民生"),
                TestDocuments.of("d", "题目", "公式是既要…又要…更要。"),
                TestDocuments.of("e", "题目", "首先，要。其次，既要远，既要抓党建又要抓更要。"));
        check(pattern("既要…又要…更要", Query.Pattern.UNBOUNDED, "既要", "又要", "更要"), "a", "d", "e");
        check(pattern("既要…3又要", 3, "既要", "又要"), "a", "d", "e");
        check(pattern("既要…2又要", 2, "既要", "又要"), "d");
        check(pattern("既…又", 4, "既", "又"), "a", "d", "e");
        check(new Query.And(List.of(pattern("既要…又要", 9, "既要", "又要"), new Query.Not(verbatim("公式")))), "a", "e");
    }

    @Test
    void patternsMayRunThroughAParagraph() {
        index(
                TestDocuments.of("a", "题目", "我们既要抓党建，又要抓发展。"),
                TestDocuments.of("b", "题目", "我们既要抓党建。又要抓发展。", "更要抓民生。"),
                TestDocuments.of("c", "题目", "我们既要抓党建。", "又要抓发展。"),
                TestDocuments.of("d", "既要。又要", "又要。既要。"),
                TestDocuments.of("e", "题目", "党课" + "很好。".repeat(1_000) + "党员"));
        check(new Query.Near(List.of("党员", "党课"), Query.Near.ANYWHERE, Extent.PARAGRAPH, TEXT), "e");
        check(new Query.Near(List.of("党员", "党课"), Query.Near.WIDEST, Extent.PARAGRAPH, TEXT));
        check(inParagraph(Query.Pattern.UNBOUNDED, TEXT), "a", "b", "d");
        check(inParagraph(3, TEXT), "a", "b", "d");
        check(inParagraph(2, TEXT), "d");
        check(inParagraph(3, new Scope.Title()), "d");
        check(inParagraph(3, new Scope.Opening()), "a", "b");
        check(new Query.Near(List.of("党建", "又要"), 0, Extent.PARAGRAPH, TEXT), "a", "b");
        check(
                new Query.Near(List.of("又要", "党建"), Query.Near.ANYWHERE, Extent.PARAGRAPH, new Scope.Closing()),
                "a",
                "b");
    }

    private static Query inParagraph(int gap, Scope scope) {
        return new Query.Pattern("既要…又要", List.of("既要", "又要"), List.of(gap), Extent.PARAGRAPH, scope);
    }

    /** What cannot be among the best is passed over only where few are wanted. */
    @Test
    void theBestAreTheSameHoweverManyAreWanted() {
        long seed = Long.getLong("wenyuan.seed", System.nanoTime());
        RandomDocuments random = new RandomDocuments(seed);
        index(random.documents(1_500));
        int many = 0;
        for (int i = 0; i < 60; i++) {
            Query one = words(random.word());
            Query other = verbatim(random.word());
            Query query = switch (i % 4) {
                case 0 -> one;
                case 1 -> other;
                case 2 -> new Query.And(List.of(one, other));
                default -> new Query.And(List.of(new Query.Or(List.of(one, other)), words("的")));
            };
            SearchPage few = engine.search(first(query, 10));
            SearchPage all = engine.search(first(query, 1_500));
            String message = "-Dwenyuan.seed=" + seed + ": " + query;
            assertEquals(all.total(), Set.copyOf(ids(all)).size(), message);
            assertEquals(all.total(), few.total(), message);
            assertEquals(all.facets(), few.facets(), message);
            List<SearchPage.Hit> best = all.hits().subList(0, few.hits().size());
            assertEquals(Math.min(10, all.total()), best.size(), message);
            for (int hit = 0; hit < best.size(); hit++) {
                assertEquals(best.get(hit).score(), few.hits().get(hit).score(), 0.001, message);
            }
            many += all.total() > 300 ? 1 : 0;
        }
        assertTrue(many > 10, "so few queries found more than are ranked anyway: " + many);
    }

    private static SearchRequest first(Query query, int size) {
        return new SearchRequest(
                query, List.of(), SearchRequest.Sort.RELEVANCE, 0, size, true, Duration.ofSeconds(60), List.of());
    }

    /** All letters of 要不是 and 不是在 also have positions of their own. */
    @Test
    void stringsOfFramesAreFoundEverywhere() {
        index(TestDocuments.of("a", "题目", "要不是党建引领，就没有今天。"), TestDocuments.of("b", "题目", "不是在工作就是在学习。"));
        check(verbatim("要不是"), "a");
        check(new Query.Verbatim("要不是", false, new Scope.Opening()), "a");
        check(pattern("要不是…就", Query.Pattern.UNBOUNDED, "要不是", "就"), "a");
        check(pattern("不是在…就是在", Query.Pattern.UNBOUNDED, "不是在", "就是在"), "b");
        assertEquals(
                1,
                engine.frequencies(request(verbatim("要不是"), List.of(), SearchRequest.Sort.RELEVANCE))
                        .occurrences());
    }

    @Test
    void wordsMatchAsStrings() {
        index(
                TestDocuments.of("a", "题目", "全面从严治党永远在路上。"),
                TestDocuments.of("b", "题目", "治国理政。"),
                TestDocuments.of("c", "题目", "和的。"));
        check(words("治党"), "a");
        check(words("治"), "a", "b");
        check(words("的和"));
        check(words("和的"), "c");
        check(new Query.And(List.of(words("从严"), words("路上"))), "a");
    }

    @Test
    void betterMatchesComeFirst() {
        index(
                TestDocuments.of("far", "题目", "基层的事情很多，各方面都要努力。最后说说社会治理。", "别的内容也有不少。"),
                TestDocuments.of("verbatim", "题目", "关于基层治理的事情很多，各方面都要努力。最后说说。", "别的内容也有不少。"),
                TestDocuments.of("title", "基层治理", "关于基层治理的事情很多，各方面都要努力。最后说说。", "别的内容也有不少。"),
                TestDocuments.of("near", "题目", "基层的社会治理，事情很多，各方面都要努力。最后说说。", "别的内容也有不少。"));
        assertEquals(List.of("title", "verbatim", "near", "far"), ids(page(words("基层治理"))));
    }

    @Test
    void mostWordsWhenNoneHasAll() {
        index(
                TestDocuments.of("a", "题目", "社区党建工作推进。"),
                TestDocuments.of("b", "题目", "农村经济。"),
                TestDocuments.of("c", "题目", "党建。"));
        SearchPage page = page(words("社区党建飞船"));
        assertEquals(List.of("a"), ids(page));
        assertEquals(1, page.total());
        assertTrue(page.warnings().stream().map(Warning::message).anyMatch(m -> m.contains("“飞船”")), page.toString());
        assertFalse(page.warnings().toString().contains("社区"), page.toString());
        assertFalse(ids(page(words("请问如何才能把农村的飞船和火箭的事情做好呢有没有什么办法"))).isEmpty());
        check(words("飞船"));
        check(new Query.And(List.of(words("社区"), words("飞船"), verbatim("农村"))));
    }

    @Test
    void whatWasLeftOutIsSaidOfWhatTheFiltersLeave() {
        index(
                TestDocuments.of("a", "社区党建", "社区党建工作，党建引领社区。").labelled("MT12"),
                TestDocuments.of("b", "题目", "飞船飞过社区。").labelled("MT16"));
        Query three = new Query.And(List.of(words("社区"), words("党建"), words("飞船")));
        SearchPage page = page(three, new Query.Filter(Field.TYPE, List.of("MT16")));
        assertEquals(List.of("b"), ids(page));
        assertEquals(
                List.of("没有同时含有全部词语的文档，以下结果略去了“党建”。"),
                page.warnings().stream().map(Warning::message).toList());
    }

    @Test
    void functionsOfSentencesAreNotAskedOfDocuments() {
        index(TestDocuments.of("a", "题目", "社区党建。"), TestDocuments.of("b", "题目", "农村党建。"));
        Query function = new Query.Filter(Field.FUNCTION, List.of("parallel"));
        for (Query query : List.of(
                new Query.And(List.of(words("社区"), function)),
                new Query.And(List.of(words("社区"), new Query.Not(function))),
                new Query.Or(List.of(words("社区"), function)))) {
            check(query, "a");
            assertTrue(page(query).warnings().toString().contains("“功能”说的是句子"), query.toString());
            assertEquals(List.of("a"), engine.ids(request(query, List.of(), SearchRequest.Sort.RELEVANCE)));
            assertEquals(
                    1,
                    engine.frequencies(request(query, List.of(), SearchRequest.Sort.RELEVANCE))
                            .documents());
        }
        check(new Query.Not(function), "a", "b");
        assertEquals(1, page(words("社区"), new Query.Not(function)).total());
    }

    @Test
    void whatCouldNotBeReadIsNoHitEvenIfUnwanted() {
        int more = 2_100; // than the texts that a search reads
        index(IntStream.range(0, more)
                .mapToObj(i -> TestDocuments.of("d" + i, "题", "甲，乙").document())
                .toList());
        for (Query query : List.of(exact("，"), new Query.Not(new Query.Not(exact("，"))))) {
            SearchPage found = page(query);
            assertTrue(found.total() > 0 && found.total() < more, found.toString());
            assertFalse(found.exact());
        }
        SearchPage without = page(new Query.Not(exact("，")));
        assertEquals(0, without.total());
        assertFalse(without.exact());
    }

    @Test
    void aTextIsCheckedOnceHoweverManyFacetsThereAre() {
        List<Document> documents = new RandomDocuments(13).documents(40);
        index(documents);
        reads.set(0);
        SearchPage page = page(
                new Query.All(),
                exact("，"),
                new Query.Filter(Field.TYPE, List.of("MT16", "MT12")),
                new Query.Filter(Field.THEME, List.of("TH01")),
                new Query.Years(2012, 2016));
        assertTrue(page.total() > 0);
        assertTrue(reads.get() <= documents.size() + page.hits().size(), reads::toString);
    }

    @Test
    void onlyFiltersBesideMayLeaveNothing() {
        index(TestDocuments.of("a", "题目", "社区党建。").year(2010));
        SearchPage page = page(words("社区党建"), new Query.Years(2011, 2012));
        assertEquals(0, page.total());
        assertEquals(List.of(), page.warnings());
    }

    @Test
    void scopes() {
        index(
                TestDocuments.of("a", "治理工作", "开头一段。", "第二段。", "一、加强党建", "中间。", "（一）抓好队伍", "倒数第二。", "结尾段。"),
                TestDocuments.of("b", "别的", "治理党建。", "队伍开头。", "第三。", "结尾。").titledOutside("讲话选编"));
        check(new Query.Verbatim("治理", false, new Scope.Title()), "a");
        check(new Query.Words("讲话", new Scope.Title()), "b");
        check(words("讲话选编"), "b");
        check(new Query.Verbatim("党建", false, new Scope.Headings(0)), "a");
        check(new Query.Verbatim("党建", false, new Scope.Headings(1)), "a");
        check(new Query.Words("队伍", new Scope.Headings(2)), "a");
        check(new Query.Verbatim("队伍", false, new Scope.Headings(1)));
        check(new Query.Verbatim("开头", false, new Scope.Opening()), "a", "b");
        check(new Query.Verbatim("结尾", false, new Scope.Closing()), "a", "b");
        check(new Query.Verbatim("中间", false, new Scope.Closing()));
        check(new Query.Verbatim("一段", false, new Scope.Opening()), "a");
        check(new Query.Verbatim("段第二", false, new Scope.Opening()));
        check(new Query.Verbatim("第", false, new Scope.Opening()), "a");
        check(new Query.Words("段", new Scope.Closing()), "a");
        check(new Query.Pattern("加…党", List.of("加", "党"), List.of(5), Extent.SENTENCE, new Scope.Headings(0)), "a");
    }

    @Test
    void filtersAndBooleans() {
        index(
                TestDocuments.of("a", "题", "一二三")
                        .labelled("MT16", "TH01")
                        .year(2015)
                        .from("文/甲.txt", "甲库"),
                TestDocuments.of("b", "题", "二三四")
                        .labelled("MT12", "TH01", "TH10")
                        .year(2018)
                        .from("库.zip!/乙.txt", "乙库"));
        check(new Query.All(), "a", "b");
        check(new Query.Filter(Field.TYPE, List.of("MT16")), "a");
        check(new Query.Filter(Field.TYPE, List.of("MT16", "MT12")), "a", "b");
        check(new Query.Filter(Field.SOURCE, List.of("乙库")), "b");
        check(new Query.Filter(Field.SOURCE, List.of("文/")), "a");
        check(new Query.Filter(Field.STATUS, List.of("yearKnown")), "a", "b");
        check(new Query.Years(2016, Integer.MAX_VALUE), "b");
        check(new Query.Years(Integer.MIN_VALUE, 2015), "a");
        check(new Query.Or(List.of(verbatim("一二"), verbatim("三四"))), "a", "b");
        check(new Query.And(List.of(verbatim("二三"), new Query.Not(verbatim("四")))), "a");
        check(new Query.Not(new Query.Filter(Field.THEME, List.of("TH10"))), "a");
    }

    @Test
    void piecesNearOneAnother() {
        index(
                TestDocuments.of("a", "题目", "党建引领基层治理。"),
                TestDocuments.of("b", "题目", "治理靠党建。"),
                TestDocuments.of("c", "题目", "党建。治理。"),
                TestDocuments.of("d", "题目", "党建\n治理"),
                TestDocuments.of("e", "党建治理", "党建一二三四五六治理"));
        check(new Query.Near(List.of("党建", "治理"), 4, Extent.SENTENCE, TEXT), "a", "b", "e");
        check(new Query.Near(List.of("党建", "治理"), 3, Extent.SENTENCE, TEXT), "b", "e");
        check(new Query.Near(List.of("党建", "治理"), 0, Extent.SENTENCE, TEXT), "e");
        check(new Query.Near(List.of("党", "治"), 2, Extent.SENTENCE, TEXT), "b", "e");
        check(new Query.Near(List.of("党建", "治理"), 9, Extent.SENTENCE, new Scope.Opening()), "a", "b", "e");
        check(new Query.Near(List.of("党建", "治理"), 9, Extent.SENTENCE, new Scope.Title()), "e");
        check(new Query.Near(List.of("党建", "党建"), 9, Extent.SENTENCE, TEXT));
        check(verbatim("党建 治理"), "c", "e");
    }

    @Test
    void nearAgreesWithARegularExpression() {
        long seed = Long.getLong("wenyuan.seed", System.nanoTime());
        RandomDocuments random = new RandomDocuments(seed);
        List<Document> documents = random.documents(60);
        index(documents);
        int hits = 0;
        for (int i = 0; i < 400; i++) {
            int gap = i % 9;
            List<String> pieces = Stream.generate(random::word)
                    // ① is no letter
                    .filter(word -> !letters(word).isEmpty()
                            && Slotted.of(letters(word)).isEmpty())
                    .limit(2 + i % 2)
                    .toList();
            Predicate<String> near = orders(
                            pieces.stream().map(SearchEngineContract::letters).toList())
                    .map(order -> java.util.regex.Pattern.compile(String.join(".{0," + gap + "}", order)))
                    .map(java.util.regex.Pattern::asPredicate)
                    .reduce(sentence -> false, Predicate::or);
            Set<String> expected = documents.stream()
                    .filter(document -> Reading.of(document).sentenceStretches(TEXT).stream()
                            .map(sentence ->
                                    sentence.of(Reading.of(document).letters().text()))
                            .anyMatch(near))
                    .map(Document::id)
                    .collect(Collectors.toSet());
            hits += expected.size();
            SearchPage page = page(new Query.Near(pieces, gap, Extent.SENTENCE, TEXT));
            assertEquals(expected, Set.copyOf(ids(page)), () -> "-Dwenyuan.seed=" + seed + ": " + pieces + "~" + gap);
        }
        assertTrue(hits > 50, "the test would find nothing");
    }

    private static Stream<List<String>> orders(List<String> pieces) {
        return pieces.isEmpty()
                ? Stream.of(List.of())
                : IntStream.range(0, pieces.size()).boxed().flatMap(first -> {
                    List<String> rest = new ArrayList<>(pieces);
                    String piece = rest.remove((int) first);
                    return orders(rest)
                            .map(order -> Stream.concat(Stream.of(piece), order.stream())
                                    .toList());
                });
    }

    @Test
    void partsOfTheOutlineAreCounted() {
        index(
                TestDocuments.of("none", "题", "一二三"),
                TestDocuments.of("two", "题", "一、甲", "文", "二、乙", "文"),
                TestDocuments.of("three", "题", "一、甲", "（一）小", "（一）小", "二、乙", "三、丙"),
                TestDocuments.of("deeper", "题", "（一）甲", "（一）乙", "文"));
        check(new Query.Parts(3, 3), "three");
        check(new Query.Parts(2, 2), "two", "deeper");
        check(new Query.Parts(2, Integer.MAX_VALUE), "two", "three", "deeper");
        check(new Query.Parts(Integer.MIN_VALUE, 2), "none", "two", "deeper");
        check(new Query.And(List.of(words("甲"), new Query.Not(new Query.Parts(3, 3)))), "two", "deeper");
    }

    @Test
    void formulasAreFilteredAndCounted() {
        index(
                TestDocuments.of("a", "题", "一二三").formulas("F1", "F2"),
                TestDocuments.of("b", "题", "二三四").formulas("F2"),
                TestDocuments.of("c", "题", "三四五"));
        check(new Query.Filter(Field.FORMULA, List.of("F2")), "a", "b");
        check(new Query.Not(new Query.Filter(Field.FORMULA, List.of("F1"))), "b", "c");
        assertEquals(
                List.of(new SearchPage.Count("F2", "三个自信", 2), new SearchPage.Count("F1", "两个维护", 1)),
                page(new Query.All()).facets().get(Field.FORMULA));
    }

    @Test
    void disputedYears() {
        index(
                TestDocuments.of("a", "题", "文").dated(new Dating.Disputed(2018, List.of(2006, 2018), List.of())),
                TestDocuments.of("b", "题", "文").year(2006),
                TestDocuments.of("c", "题", "文"));
        check(new Query.Years(2006, 2006), "a", "b");
        check(new Query.Years(2018, 2020), "a");
        check(new Query.Years(2007, 2017));
        check(new Query.Filter(Field.STATUS, List.of("yearDisputed")), "a");
        SearchPage page = page(new Query.All());
        assertEquals(
                List.of(new SearchPage.Count("2006", "2006", 2), new SearchPage.Count("2018", "2018", 1)),
                page.facets().get(Field.YEAR));
    }

    @Test
    void sortsByYearThenPageDate() {
        index(
                TestDocuments.of("unknown", "题", "文"),
                TestDocuments.of("y2015", "题", "文").year(2015),
                TestDocuments.of("paged", "题", "文").pageDate(LocalDate.of(2020, 1, 1)),
                TestDocuments.of("y2018early", "题", "文").year(2018).pageDate(LocalDate.of(2018, 3, 1)),
                TestDocuments.of("y2018late", "题", "文").year(2018).pageDate(LocalDate.of(2018, 4, 1)));
        assertEquals(
                List.of("y2018late", "y2018early", "y2015", "paged", "unknown"),
                ids(engine.search(request(new Query.All(), List.of(), SearchRequest.Sort.NEWEST))));
        assertEquals(
                List.of("y2015", "y2018early", "y2018late", "paged", "unknown"),
                ids(engine.search(request(new Query.All(), List.of(), SearchRequest.Sort.OLDEST))));
    }

    @Test
    void pagesAreSlicesOfOneOrder() {
        index(new RandomDocuments(5).documents(50));
        List<String> all = ids(page(words("党建治理")));
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < all.size() + 3; from += 3) {
            pieces.addAll(ids(engine.search(new SearchRequest(
                    words("党建治理"),
                    List.of(),
                    SearchRequest.Sort.RELEVANCE,
                    from,
                    3,
                    false,
                    Duration.ofSeconds(60),
                    List.of()))));
        }
        assertFalse(all.isEmpty());
        assertEquals(all, pieces);
    }

    @Test
    void thoughtsFallBackToWords() {
        index(TestDocuments.of("a", "题目", "社区党建。"));
        SearchPage page = page(new Query.Thought("社区党建"));
        assertEquals(List.of("a"), ids(page));
        assertTrue(page.warnings().getFirst().message().contains("语义索引"));
    }

    @Test
    void forgets() {
        index(TestDocuments.of("a", "题", "治理"), TestDocuments.of("b", "题", "治理"));
        sink.delete("a");
        sink.delete("absent");
        sink.commit(new Position("store", 2));
        check(verbatim("治理"), "b");
        index(TestDocuments.of("b", "题", "党建"));
        check(verbatim("治理"));
        assertEquals(1, engine.documents());
        sink.clear();
        sink.commit(new Position("other", 7));
        assertEquals(0, engine.documents());
        assertEquals(new Position("other", 7), engine.position());
        check(new Query.All());
    }

    @Test
    void leavesOutWhatTheStoreNoLongerHas() {
        index(TestDocuments.of("a", "题", "治理"), TestDocuments.of("b", "题", "治理"));
        archive.remove("a");
        assertEquals(List.of("b"), ids(page(verbatim("治理"))));
    }

    @Test
    void findsWithoutACommit() throws InterruptedException {
        Document document = TestDocuments.of("a", "题", "治理").document();
        archive.put("a", document);
        sink.put(document);
        for (int i = 0; i < 50 && engine.documents() == 0; i++) {
            Thread.sleep(100);
        }
        check(verbatim("治理"), "a");
        assertEquals(Position.NONE, engine.position());
    }

    @Test
    void saysWhenTimeRanOut() {
        index(new RandomDocuments(3).documents(30));
        SearchPage page = engine.search(new SearchRequest(
                words("党建"), List.of(), SearchRequest.Sort.RELEVANCE, 0, 10, true, Duration.ZERO, List.of()));
        assertTrue(page.partial());
        assertFalse(page.exact());
        assertFalse(page(words("党建")).partial());
    }

    @Test
    void longQuestionsAndOddQueriesAreAnswered() {
        index(TestDocuments.of("a", "题目", "治理".repeat(3000) + "。"), TestDocuments.of("b", "题目", "1".repeat(50_000)));
        check(verbatim("治理".repeat(2500)), "a");
        check(verbatim("治理".repeat(100) + "党"));
        check(words("理治".repeat(500)), "a");
        check(verbatim("1".repeat(3000)), "b");
        check(new Query.And(List.of()), "a", "b");
        check(new Query.Or(List.of()));
        check(words("？"), "a", "b");
        check(new Query.Filter(Field.TYPE, List.of()));
    }

    @Test
    void noStringIsMissed() {
        long seed = 20261123;
        RandomDocuments random = new RandomDocuments(seed);
        List<Document> documents = random.documents(60);
        index(documents);
        for (int i = 0; i < 2500; i++) {
            String cut = random.cut(random.pick(documents).text());
            String letters = letters(cut);
            if (Slotted.of(letters).isPresent()) { // finds names too
                Set<String> found = Set.copyOf(ids(page(verbatim(cut))));
                assertTrue(
                        found.containsAll(
                                holding(documents, line -> letters(line).contains(letters))),
                        "seed " + seed + ": " + cut);
            } else if (letters.codePointCount(0, letters.length()) >= 2) {
                assertFound(
                        verbatim(cut), documents, line -> letters(line).contains(letters), "seed " + seed + ": " + cut);
            }
        }
        for (int i = 0; i < 500; i++) {
            String cut = random.cut(random.pick(documents).text()).strip();
            assertFound(exact(cut), documents, line -> line.contains(cut), "seed " + seed + " exactly: " + cut);
        }
    }

    @Test
    void aYearIsAlsoThatOfTheMeeting() {
        index(
                TestDocuments.of("a", "在推进会上的讲话", "今年是开局之年。").year(2018),
                TestDocuments.of("b", "在推进会上的讲话", "回顾2018年。").year(2019),
                TestDocuments.of("c", "在推进会上的讲话", "今年是收官之年。").year(2020));
        check(words("2018年推进会"), "a", "b");
        assertEquals(List.of("a", "b"), ids(page(words("2018年推进会"))));
        check(verbatim("2018"), "b");
    }

    @Test
    void aWordThatStandsNowhereIsTakenApart() {
        index(TestDocuments.of("a", "题目", "街道吹哨，部门报到。"), TestDocuments.of("b", "题目", "街道吹哨。"));
        SearchPage page = page(words("吹哨报到"));
        assertEquals(List.of("a"), ids(page));
        assertEquals(
                List.of("没有含有全部词语的文档，以下结果把“吹哨报到”分开查找。"),
                page.warnings().stream().map(Warning::message).toList());
        assertEquals(2, page.hits().getFirst().snippets().getFirst().marks().size());
        index(TestDocuments.of("c", "题目", "街道吹哨报到。"));
        check(words("吹哨报到"), "c");
    }

    @Test
    void everyDocumentWithAllWordsIsFound() {
        long seed = 42;
        RandomDocuments random = new RandomDocuments(seed);
        List<Document> documents = random.documents(60);
        index(documents);
        for (int i = 0; i < 400; i++) {
            String chunk = random.word() + random.word() + (i % 2 == 0 ? "" : random.word());
            List<String> wanted = Wording.of(chunk, SEGMENTER).words();
            Set<String> expected = documents.stream()
                    .filter(document -> wanted.stream()
                            .allMatch(word -> ofTheYear(document, word)
                                    || document.text()
                                            .lines()
                                            .anyMatch(line -> letters(line).contains(word))))
                    .map(Document::id)
                    .collect(Collectors.toSet());
            if (!expected.isEmpty()) {
                assertEquals(expected, Set.copyOf(ids(page(words(chunk)))), "seed " + seed + ": " + chunk);
            }
        }
    }

    private static boolean ofTheYear(Document document, String word) {
        return document.attributes().dating().years().stream()
                .map(String::valueOf)
                .anyMatch(word::equals);
    }

    private void assertFound(Query query, List<Document> documents, Predicate<String> line, String message) {
        Set<String> expected = holding(documents, line);
        SearchPage page = page(query);
        assertEquals(expected, Set.copyOf(ids(page)), message);
        assertEquals(expected.size(), page.total(), message);
    }

    private static Set<String> holding(List<Document> documents, Predicate<String> line) {
        return documents.stream()
                .filter(document -> document.text().lines().anyMatch(line))
                .map(Document::id)
                .collect(Collectors.toSet());
    }

    private static String letters(String text) {
        return Normal.of(text).letters().text();
    }

    @Test
    void facetsCountWhatMatches() {
        List<Document> documents = new RandomDocuments(11).documents(80);
        index(documents);
        Query query = verbatim("治理");
        Predicate<Document> matches = document ->
                document.text().lines().anyMatch(line -> letters(line).contains("治理"));
        assertEquals(counted(documents, matches, SearchEngineContract::types), counts(page(query), Field.TYPE));
        assertEquals(counted(documents, matches, SearchEngineContract::themes), counts(page(query), Field.THEME));
        assertEquals(counted(documents, matches, SearchEngineContract::years), counts(page(query), Field.YEAR));
        assertEquals(
                counted(documents, matches, d -> List.of(d.sources().getFirst().collection())),
                counts(page(query), Field.SOURCE));
        assertEquals("座谈会", label(page(query), Field.TYPE, "MT16"));
        assertEquals("TH99", label(page(query), Field.THEME, "TH99"));
    }

    @Test
    void aFacetIgnoresItsOwnFilter() {
        List<Document> documents = new RandomDocuments(12).documents(80);
        index(documents);
        SearchPage page = page(
                new Query.All(),
                new Query.Filter(Field.TYPE, List.of("MT16")),
                new Query.Years(2012, 2016),
                new Query.Filter(Field.THEME, List.of("TH01")));
        Predicate<Document> type = d -> types(d).contains("MT16");
        Predicate<Document> theme = d -> themes(d).contains("TH01");
        Predicate<Document> year = d -> d.attributes().dating().years().stream().anyMatch(y -> y >= 2012 && y <= 2016);
        assertEquals(documents.stream().filter(type.and(theme).and(year)).count(), page.total());
        assertEquals(counted(documents, theme.and(year), SearchEngineContract::types), counts(page, Field.TYPE));
        assertEquals(counted(documents, type.and(year), SearchEngineContract::themes), counts(page, Field.THEME));
        assertEquals(counted(documents, type.and(theme), SearchEngineContract::years), counts(page, Field.YEAR));
        assertEquals(
                counted(
                        documents,
                        type.and(theme).and(year),
                        d -> List.of(d.sources().getFirst().collection())),
                counts(page, Field.SOURCE));
    }

    private static List<String> types(Document document) {
        return document.attributes().meeting().stream()
                .map(claim -> claim.label().id())
                .toList();
    }

    private static List<String> themes(Document document) {
        return document.attributes().themes().stream()
                .map(claim -> claim.label().id())
                .toList();
    }

    private static List<String> years(Document document) {
        return document.attributes().dating().years().stream()
                .map(String::valueOf)
                .toList();
    }

    private static Map<String, Long> counted(
            List<Document> documents, Predicate<Document> matches, Function<Document, List<String>> values) {
        return documents.stream()
                .filter(matches)
                .flatMap(document -> values.apply(document).stream())
                .collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> counts(SearchPage page, Field field) {
        return page.facets().get(field).stream()
                .collect(Collectors.toMap(
                        SearchPage.Count::value, SearchPage.Count::count, (first, second) -> first, TreeMap::new));
    }

    private static String label(SearchPage page, Field field, String value) {
        return page.facets().get(field).stream()
                .filter(count -> count.value().equals(value))
                .findFirst()
                .orElseThrow()
                .label();
    }

    @Test
    void countsTheDocumentsThatHoldAString() {
        long seed = System.nanoTime();
        RandomDocuments random = new RandomDocuments(seed);
        List<Document> documents = random.documents(150);
        index(documents);
        List<String> strings = documents.stream()
                .map(document ->
                        Normal.of(random.cut(document.text())).letters().text())
                .map(letters -> letters.substring(
                        0, letters.offsetByCodePoints(0, Math.min(6, letters.codePointCount(0, letters.length())))))
                .filter(letters -> !letters.isEmpty())
                .toList();
        long[] exact = engine.documentsWith(strings, Integer.MAX_VALUE);
        long[] atLeast = engine.documentsWith(strings, 0);
        for (int i = 0; i < exact.length; i++) {
            String string = strings.get(i);
            long held = documents.stream()
                    .filter(document -> holds(document, string))
                    .count();
            assertEquals(held, exact[i], () -> string + ", seed " + seed);
            assertTrue(atLeast[i] >= held && atLeast[i] <= documents.size(), () -> string + ", seed " + seed);
        }
        assertEquals(0, engine.documentsWith(List.of("绝无此语"), 10)[0]);
    }

    private static boolean holds(Document document, String letters) {
        Reading reading = Reading.of(document);
        return reading.stretches(TEXT).stream()
                .anyMatch(stretch -> stretch.of(reading.letters().text()).contains(letters));
    }
}
