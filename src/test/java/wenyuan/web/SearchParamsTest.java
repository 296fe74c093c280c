package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wenyuan.model.Label;
import wenyuan.model.Taxonomy;
import wenyuan.query.Field;
import wenyuan.query.Query;
import wenyuan.query.QueryParser;
import wenyuan.query.Warning;
import wenyuan.search.SearchRequest.Sort;
import wenyuan.search.View;

class SearchParamsTest {
    private static final Taxonomy TAXONOMY = new Taxonomy(
            List.of(new Label("MT12", "推进会"), new Label("MT16", "座谈会")),
            List.of(),
            List.of(new Label("speech", "讲话")),
            List.of(new Label("street", "街道")),
            List.of(),
            List.of(new Label("TH17", "党建引领基层治理")),
            List.of(new Label("truncated", "截断"), new Label("yearInferred", "年份推断"), new Label("yearUnknown", "年份未知")),
            List.of(),
            List.of(new Label("parallel", "排比")));

    @Test
    void readsIdsAndNames() {
        check("type=MT16", "[Filter[field=TYPE, values=[MT16]]]");
        check("type=座谈会&type=MT12", "[Filter[field=TYPE, values=[MT16, MT12]]]");
        check("type=座谈会&type=MT16", "[Filter[field=TYPE, values=[MT16]]]");
        check("kind=讲话&level=street", "[Filter[field=KIND, values=[speech]], Filter[field=LEVEL, values=[street]]]");
        check("source=汇编/2003", "[Filter[field=SOURCE, values=[汇编/2003]]]");
        check("status=yearInferred", "[Filter[field=STATUS, values=[yearInferred]]]");
        check("type=&q=", "[]");
    }

    @Test
    void readsYears() {
        check("year=2020", "[Years[from=2020, to=2020]]");
        check("year=2018..2022", "[Years[from=2018, to=2022]]");
        check("year=2022..2018", "[Years[from=2018, to=2022]]");
        check("year=2018..", "[Years[from=2018, to=2147483647]]");
        check("year=..2018", "[Years[from=-2147483648, to=2018]]");
        check("year=2003&year=2006..2007", "[Or[parts=[Years[from=2003, to=2003], Years[from=2006, to=2007]]]]");
    }

    @Test
    void warnsInsteadOfFailing() {
        warns("type=运动会", "“类型”里没有“运动会”，没有按它筛选");
        warns("year=去年", "“年份”里没有“去年”，没有按它筛选");
        warns("year=..", "“年份”里没有“..”，没有按它筛选");
        warns("sort=best", "不认识排序方式“best”，按相关程度排列（可用 relevance、newest、oldest）");
        warns("size=1000", "size 应是 0 到 100 的整数，不是“1000”；用了 100");
        warns("from=-3", "from 应是 0 到 10000 的整数，不是“-3”；用了 0");
        warns("size=99999999999999", "size 应是 0 到 100 的整数，不是“99999999999999”；用了 10");
        warns("q=a 功能:排比", "功能是按句子筛选的，请切换到“句子”查看；这里没有按它筛选");
        warns("function=parallel", "功能是按句子筛选的，请切换到“句子”查看；这里没有按它筛选");
        warns("view=map", "没有“map”这种查看方式，按文档列出（可用 documents、sentences、concordance）");
        warns("sort=left", "不认识排序方式“left”，按相关程度排列（可用 relevance、newest、oldest）");
        warns("view=concordance&with=groups,all", "不认识“all”，没有列出（可用 groups、collocates、fillers、extensions）");
    }

    @Test
    void everyLinkKeepsTheView() {
        Address address = Address.of("党课").as(View.SENTENCES).at(10);
        assertEquals("/?q=%E5%85%9A%E8%AF%BE&view=sentences&from=10", address.url());
        List.of(address.by(Sort.OLDEST), address.asking("党费"), address.toggle(Field.TYPE, "MT16"), address.unfiltered())
                .forEach(next -> assertEquals(View.SENTENCES, next.view(), next::url));
        assertEquals("/?q=%E5%85%9A%E8%AF%BE", address.as(View.DOCUMENTS).url());
    }

    @Test
    void functionsAreForSentences() {
        SearchParams params = read("q=党员 功能:排比&function=排比&view=sentences");
        assertEquals(
                "[Filter[field=FUNCTION, values=[parallel]]]",
                params.request().filters().toString());
        assertTrue(params.request().query().toString().contains("FUNCTION"));
        assertEquals(List.of(), params.request().warnings());
        assertTrue(read("q=党员 功能:排比").request().query() instanceof Query.Words);
    }

    @Test
    void keepsTheParsersQuery() {
        SearchParams params = read("q=%22主题党日%22&sort=newest&from=20&size=20");
        assertTrue(
                params.request().query() instanceof Query.Verbatim,
                () -> params.request().query().toString());
        assertEquals(Sort.NEWEST, params.request().sort());
        assertEquals(20, params.request().from());
        assertEquals(20, params.request().size());
        assertTrue(read("").request().query() instanceof Query.All);
    }

    @Test
    void everyAddressLeadsBackToItself() {
        for (String query : List.of(
                "q=基层治理&type=MT16&type=MT12&year=2018..2022&sort=oldest&size=20&from=40",
                "q=\"a%26b%2B%25\"&source=%23汇编%2F2003",
                "year=..2018",
                "status=yearUnknown")) {
            Address address = read(query).address();
            assertEquals(address, read(address.url().replaceFirst("^/\\??", "")).address());
        }
    }

    @Test
    void choicesToggle() {
        Address address = read("q=党课&type=MT16&from=10").address();
        assertEquals(
                "/?q=%E5%85%9A%E8%AF%BE", address.toggle(Field.TYPE, "MT16").url());
        assertEquals(
                "/?q=%E5%85%9A%E8%AF%BE&type=MT16&type=MT12",
                address.toggle(Field.TYPE, "MT12").url());
        assertEquals("/documents/0a?q=%E5%85%9A%E8%AF%BE", address.reading("0a"));
        assertEquals("/", Address.of(" ").url());
    }

    private static void check(String query, String filters) {
        SearchParams params = read(query);
        assertEquals(filters, params.request().filters().toString());
        assertEquals(List.of(), params.request().warnings());
    }

    private static void warns(String query, String message) {
        assertEquals(
                List.of(message),
                read(query).request().warnings().stream().map(Warning::message).toList());
    }

    private static SearchParams read(String query) {
        Map<String, List<String>> params = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            params.computeIfAbsent(parts[0], name -> new ArrayList<>())
                    .add(parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return SearchParams.read(params, new QueryParser(TAXONOMY), TAXONOMY, Messages.CHINESE);
    }
}
