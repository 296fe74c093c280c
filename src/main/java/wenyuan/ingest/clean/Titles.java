package wenyuan.ingest.clean;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenyuan.model.PageRules;
import wenyuan.model.Rule;
import wenyuan.text.Normal;

/** Tells whether two lines are the same title, whatever a site has put before or after it. */
final class Titles {
    private static final Pattern SITE = Pattern.compile("\\s*[_|｜]\\s*|\\s+[-—–]+\\s+|-(?=[\\p{IsHan}]{2,10}$)");
    private static final Pattern WORDS =
            Pattern.compile("(?:讲话|讲话稿|发言|发言稿|发言材料|报告|致辞|主持词|讲稿|党课|意见|方案|要点|总结|通知|通报|决定|汇报|材料|体会|讲评|点评|综述|纪要|计划)$");
    private static final int SHORTEST = 6;
    private static final int LONGEST = 80;

    private final List<Rule> additions;

    Titles(PageRules rules) {
        this.additions = rules.titleAdditions();
    }

    /** The letters of a title without additions and without 的, which sites drop at will. */
    String canonical(String normal) {
        String title = normal.strip();
        for (Rule addition : additions) {
            title = addition.pattern().matcher(title).replaceAll("");
        }
        return Normal.of(title).letters().text().replace("的", "");
    }

    String canonical(Line line) {
        return line.length() > LONGEST ? "" : canonical(line.sight());
    }

    /** Whether both are the same title. */
    static boolean same(String one, String other) {
        return one.length() >= SHORTEST && other.length() >= SHORTEST && (one.contains(other) || other.contains(one));
    }

    /** Whether a line ends like the title of a material: 讲话, 报告, 方案. */
    boolean named(Line line) {
        return line.length() <= LONGEST && WORDS.matcher(canonical(line)).find();
    }

    /** The page's own title without the site's name: a first heading that the title element repeats, else its longest part. */
    Optional<String> declared(List<String> titles) {
        if (titles.isEmpty()) {
            return Optional.empty();
        }
        String element = canonical(Normal.of(titles.getLast()).text());
        Optional<String> heading = titles.stream()
                .limit(titles.size() - 1L)
                .filter(title -> same(element, canonical(Normal.of(title).text())))
                .findFirst();
        return heading.or(() -> parts(titles.getLast()).max(Comparator.comparingInt(String::length)));
    }

    private static Stream<String> parts(String title) {
        return SITE.splitAsStream(title).map(String::strip).filter(part -> !part.isEmpty());
    }
}
