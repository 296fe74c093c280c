package wenyuan.search.lucene;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.document.IntField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import wenyuan.query.Scope;

/**
 * A word typed without quotes, looked for in {@code scope}. A year is also the year of a meeting: no speech of 2018 needs to
 * say so.
 */
record PlainWord(String word, Scope scope) {
    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");

    /** Documents that hold the word. All score 1. */
    Query query() {
        Query string = Strings.of(word, scope);
        return isYear() ? any(List.of(string, year())) : string;
    }

    /** Documents that hold the word, or all of its {@code parts} when it has any. All score 1. */
    Query queryOrAll(List<String> parts) {
        if (parts.isEmpty()) {
            return query();
        }
        List<Query> strings =
                parts.stream().map(part -> Strings.of(part, scope)).toList();
        return any(List.of(query(), Strings.all(strings)));
    }

    /** Whether the word may mean the year of a meeting. */
    boolean isYear() {
        return scope instanceof Scope.Text && YEAR.matcher(word).matches();
    }

    /** Documents of meetings in the year that the word is. All score 1. */
    Query year() {
        return new ConstantScoreQuery(IntField.newExactQuery(Fields.YEARS, Integer.parseInt(word)));
    }

    private static Query any(List<Query> queries) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return new ConstantScoreQuery(any.build());
    }
}
