package wenyuan.search.lucene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import wenyuan.model.Attributes;
import wenyuan.model.Claim;
import wenyuan.model.Document;
import wenyuan.model.Segment;
import wenyuan.model.Source;
import wenyuan.model.Span;
import wenyuan.query.Extent;
import wenyuan.query.Field;
import wenyuan.query.Scope;
import wenyuan.search.Reading;
import wenyuan.text.Segmenter;
import wenyuan.text.Token;

/** What the index holds of a document: two views of each of its parts, and doc values. Never the text itself. */
final class IndexedDocument {
    /** Longer words (a number of a hundred thousand digits) help no ranking, and Lucene refuses the longest. */
    private static final int LONGEST_WORD = 64;
    /** Lucene refuses longer terms (32,766 bytes of UTF-8). */
    private static final int LONGEST_VALUE = 8000;

    private static final FieldType CHARS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
    private static final FieldType SINGLE = type(IndexOptions.DOCS, true);
    private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS, false);

    private final org.apache.lucene.document.Document fields = new org.apache.lucene.document.Document();

    private IndexedDocument() {}

    /** The fields of {@code document}. */
    static org.apache.lucene.document.Document of(Document document, Segmenter segmenter) {
        Reading reading = Reading.of(document);
        return of(document, reading, segmenter.segment(reading.source()));
    }

    /** The fields of {@code document}, of which {@code tokens} are the words of {@link Reading#source()} in order. */
    static org.apache.lucene.document.Document of(Document document, List<Token> tokens) {
        return of(document, Reading.of(document), tokens);
    }

    private static org.apache.lucene.document.Document of(Document document, Reading reading, List<Token> tokens) {
        IndexedDocument indexed = new IndexedDocument();
        indexed.fields.add(new StringField(Fields.ID, document.id(), Store.YES));
        indexed.addViews(reading, tokens);
        indexed.addFacets(document);
        indexed.addYears(document.attributes());
        return indexed.fields;
    }

    private void addViews(Reading reading, List<Token> tokens) {
        for (Scope scope : Fields.SCOPES) {
            List<String> passages = passages(reading, scope);
            if (!passages.isEmpty()) {
                add(Fields.chars(scope), new Bigrams(passages), CHARS);
                add(Fields.single(scope), new Terms(singles(passages)), SINGLE);
                add(Fields.words(scope), new Terms(words(tokens, reading.passages(scope))), WORDS);
            }
        }
        for (Extent extent : Extent.values()) {
            fields.add(new BinaryDocValuesField(
                    Fields.borders(extent), Positions.of(extent, reading).encoded()));
        }
        fields.add(new IntField(Fields.PARTS, reading.parts(), Store.NO));
        Fields.EDGES.forEach(scope -> addEdge(reading, scope));
    }

    private void addEdge(Reading reading, Scope scope) {
        List<String> passages = passages(reading, scope);
        if (!passages.isEmpty()) {
            add(Fields.single(scope), new Terms(singles(passages)), SINGLE);
            fields.add(new BinaryDocValuesField(
                    Fields.edge(scope), Positions.ofPassages(reading, scope).encoded()));
        }
    }

    /** Letters of the passages of a scope. */
    static List<String> passages(Reading reading, Scope scope) {
        String letters = reading.letters().text();
        return reading.stretches(scope).stream()
                .map(stretch -> stretch.of(letters))
                .toList();
    }

    private void add(String name, TokenStream terms, FieldType type) {
        fields.add(new org.apache.lucene.document.Field(name, terms, type));
    }

    private static Set<String> singles(List<String> passages) {
        Set<Integer> codePoints = new LinkedHashSet<>();
        passages.forEach(passage -> passage.codePoints().forEach(codePoints::add));
        Set<String> singles = new LinkedHashSet<>();
        codePoints.forEach(codePoint -> singles.add(Character.toString(codePoint)));
        return singles;
    }

    /** Words that stand in a passage; both lists are in text order. */
    private static List<String> words(List<Token> tokens, List<Span> passages) {
        List<String> words = new ArrayList<>();
        int passage = 0;
        for (Token token : tokens) {
            while (passage < passages.size()
                    && passages.get(passage).end() <= token.span().start()) {
                passage++;
            }
            if (passage < passages.size() && passages.get(passage).overlaps(token.span()) && counts(token)) {
                words.add(token.text());
            }
        }
        return words;
    }

    private static boolean counts(Token token) {
        return token.content() && token.text().length() <= LONGEST_WORD;
    }

    private void addFacets(Document document) {
        Attributes attributes = document.attributes();
        addFacets(Field.TYPE, ids(Stream.concat(attributes.meeting().stream(), attributes.otherMeetings().stream())));
        addFacets(Field.THEME, ids(attributes.themes().stream()));
        addFacets(
                Field.KIND,
                ids(Stream.concat(
                        attributes.kind().stream(),
                        attributes.segments().stream().map(Segment::kind))));
        addFacets(Field.LEVEL, ids(attributes.level().stream()));
        addFacets(Field.SPEAKER, ids(attributes.speaker().stream()));
        addFacets(Field.YEAR, attributes.dating().years().stream().map(String::valueOf));
        addFacets(Field.STATUS, Stream.concat(ids(attributes.status().stream()), Stream.of(yearStatus(attributes))));
        addFacets(
                Field.FORMULA,
                attributes.formulas().stream().map(use -> use.label().id()));
        addFacets(Field.SOURCE, document.sources().stream().map(Source::collection));
        new TreeSet<>(document.sources().stream().map(Source::path).toList())
                .forEach(path -> fields.add(new StringField(Fields.PATH, head(path), Store.NO)));
    }

    private static Stream<String> ids(Stream<Claim> claims) {
        return claims.map(claim -> claim.label().id());
    }

    /** The dating as a status: yearKnown, yearInferred, yearDisputed, yearPageOnly, yearUnknown. */
    private static String yearStatus(Attributes attributes) {
        String status = attributes.dating().status();
        return "year" + Character.toUpperCase(status.charAt(0)) + status.substring(1);
    }

    private void addFacets(Field field, Stream<String> values) {
        String counted = field == Field.FORMULA ? Fields.FORMULAS : Fields.FACET;
        values.filter(value -> !value.isEmpty()).distinct().forEach(value -> {
            String term = Fields.facet(field, head(value));
            fields.add(new StringField(Fields.FACET, term, Store.NO));
            fields.add(new SortedSetDocValuesField(counted, new BytesRef(term)));
        });
    }

    private static String head(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
    }

    private void addYears(Attributes attributes) {
        attributes.dating().years().forEach(year -> fields.add(new IntField(Fields.YEARS, year, Store.NO)));
        attributes.dating().year().ifPresent(year -> fields.add(new NumericDocValuesField(Fields.YEAR, year)));
        attributes
                .pageDate()
                .ifPresent(page -> fields.add(
                        new NumericDocValuesField(Fields.PAGE_DATE, page.date().toEpochDay())));
    }

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }
}
