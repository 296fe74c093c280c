package wenyuan.search;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenyuan.model.Document;
import wenyuan.model.Heading;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.text.Segmenter;
import wenyuan.text.Token;

/**
 * How a text is built, as a query for others that are built so: as many parts, headings that begin with the same words.
 * A speech in three parts whose headings begin 提高认识, 突出重点 and 加强领导 has hundreds of sisters.
 */
public final class Skeleton {
    /** Words at the beginning of a heading that tell what its part is for; those behind tell what it is about. */
    private static final int WORDS = 2;

    /** With more parts, the number alone says little and the query grows long. */
    private static final int MOST = 8;

    /** 一、 （一） 1. 第一， and the like in front of a heading. */
    private static final Pattern NUMBER =
            Pattern.compile("^\\s*[第(（]?[0-9０-９一二三四五六七八九十百]{1,3}[、.．)）,，:：章节部分]{0,3}\\s*");

    private static final Pattern CLAUSE_END = Pattern.compile("[，。；：、！？,;:!?—…]");

    private Skeleton() {}

    /** What to ask for texts built like {@code document}; empty when it has fewer than two parts with headings. */
    public static Optional<Query> of(Document document, Segmenter segmenter) {
        List<Heading> parts = Reading.of(document).partHeadings();
        List<Query> headings = parts.stream()
                .limit(MOST)
                .flatMap(heading -> heading(heading, document, segmenter).stream())
                .toList();
        return parts.size() < 2 || headings.isEmpty()
                ? Optional.empty()
                : Optional.of(new Query.And(List.of(
                        new Query.Parts(parts.size(), parts.size()),
                        headings.size() == 1 ? headings.getFirst() : new Query.Or(headings))));
    }

    private static Optional<Query> heading(Heading heading, Document document, Segmenter segmenter) {
        Scope scope = new Scope.Headings(heading.level());
        List<Query> words = firstWords(heading.span().of(document.text()), segmenter)
                .map(word -> (Query) new Query.Words(word, scope))
                .toList();
        return switch (words.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(words.getFirst());
            default -> Optional.of(new Query.And(words));
        };
    }

    private static Stream<String> firstWords(String heading, Segmenter segmenter) {
        return segmenter.segment(CLAUSE_END.split(unnumbered(heading), 2)[0]).stream()
                .filter(Token::content)
                .map(Token::text)
                .distinct()
                .limit(WORDS);
    }

    /** A heading without its number. */
    static String unnumbered(String heading) {
        return NUMBER.matcher(heading).replaceFirst("");
    }
}
