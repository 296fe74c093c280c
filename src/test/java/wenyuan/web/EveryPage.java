package wenyuan.web;

import java.util.List;

/** The addresses of all pages over {@link Samples}. */
final class EveryPage {
    /** A form that is filled with {@link #DRAFT_TEXT} and sent before anybody looks. */
    static final String DRAFT = "/check";

    static final String DRAFT_TEXT = "要把支部建设抓在日常、严在经常，做到久久为功。这一句是昨天夜里自己想出来的。";

    static final List<String> FOR_READERS = List.of(
            "/",
            "/?q=%E6%B2%BB%E7%90%86",
            "/?q=%22%E8%A1%97%E9%81%93%E5%90%B9%E5%93%A8%22&type=MT16",
            "/?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84%E8%AF%9D",
            "/?view=concordance&q=%E6%B2%BB%E7%90%86",
            "/?view=concordance&with=collocates&q=%E6%B2%BB%E7%90%86",
            "/?view=concordance&with=fillers&q=%22%E8%A6%81%E2%80%A6%E9%9D%A0%22",
            "/?q=%E6%B2%BB%E7%90%86&view=sentences",
            "/documents/" + Samples.FORUM + "?q=%E6%B2%BB%E7%90%86&repairs=on",
            "/documents/" + Samples.FORUM + "?raw=1",
            "/documents/nowhere",
            "/documents/" + Samples.FORUM + "/with/00000000000000bb",
            "/documents/0000000000000001/with/0000000000000003?only=changes",
            "/formulas",
            "/themes",
            "/themes/TH01",
            "/trends",
            "/trends?q=%E6%B2%BB%E7%90%86&q=%E7%BD%91%E6%A0%BC",
            "/trends?q=%E6%B2%BB%E7%90%86&q=%E7%BD%91%E6%A0%BC&by=type",
            "/tables",
            "/tables?rows=theme&columns=type&q=%E6%B2%BB%E7%90%86&year=2010..2020",
            "/searches?save=q%3D%25E6%25B2%25BB%25E7%2590%2586",
            DRAFT,
            "/clippings",
            "/clippings/new?document=" + Samples.FORUM + "&quote=%E5%90%8C%E5%BF%97%E4%BB%AC",
            "/help",
            "/api/docs",
            "/login");

    static final List<String> FOR_ADMINS = List.of(
            "/?q=%E6%B2%BB%E7%90%86",
            "/documents/" + Samples.FORUM,
            "/admin",
            "/admin/imports/1",
            "/admin/held",
            "/admin/review",
            "/admin/review/detached",
            "/admin/review/rules",
            "/admin/review/bulk?q=%E6%B2%BB%E7%90%86",
            "/admin/dictionary",
            "/documents/" + Samples.FORUM + "/delete",
            "/admin/synonyms",
            "/admin/users",
            "/admin/backup",
            "/admin/health",
            "/admin/audit");

    private EveryPage() {}
}
