package wenyuan.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import wenyuan.query.Extent;
import wenyuan.query.Scope;
import wenyuan.search.Reading;
import wenyuan.search.Sequence;
import wenyuan.search.Sought;
import wenyuan.search.Texts;

/**
 * Counts how often what is sought stands in a document: from positions, and where these cannot tell (single letters, names
 * in place of a placeholder, exact strings) in at most {@value #MOST} texts. Belongs to one search, and to one
 * thread if it {@link #readsTexts}.
 */
final class Occurrences {
    private static final int MOST = 2000;

    private final List<Sought> sought;
    private final List<Sought> inText;
    private final Texts texts;
    private final Deadline deadline;
    private int read;
    private boolean gaveUp;

    Occurrences(List<Sought> sought, Texts texts, Deadline deadline) {
        this.sought = sought;
        this.inText = sought.stream().filter(each -> !toldByPositions(each)).toList();
        this.texts = texts;
        this.deadline = deadline;
    }

    /** Whether there is nothing to count. */
    boolean isEmpty() {
        return sought.isEmpty();
    }

    /** Whether some of it can be counted in the texts only. */
    boolean readsTexts() {
        return !inText.isEmpty();
    }

    /** Whether there were more texts than could be read; their occurrences are missing. */
    boolean gaveUp() {
        return gaveUp;
    }

    private static boolean toldByPositions(Sought sought) {
        return switch (sought) {
            case Sought.Letters(String letters, Scope ignored) -> hasPairs(letters);
            case Sought.Pieces pieces ->
                pieces.scope() instanceof Scope.Text
                        && pieces.arrangement() instanceof Sequence
                        && hasPairs(pieces.literal())
                        && pieces.pieces().stream()
                                .noneMatch(piece -> Bigrams.terms(piece).isEmpty());
            case Sought.Exact exact -> false;
            case Sought.Divided divided -> false;
            case Sought.Named named -> false;
        };
    }

    private static boolean hasPairs(String letters) {
        return !Bigrams.of(letters).isEmpty();
    }

    /** Counts all of it in the documents of a segment. */
    Counting in(LeafReaderContext segment) throws IOException {
        List<Counting> all = new ArrayList<>();
        for (Sought each : sought) {
            if (each instanceof Sought.Letters(String letters, Scope scope) && hasPairs(letters)) {
                all.add(letters(letters, scope, segment));
            } else if (each instanceof Sought.Pieces pieces
                    && pieces.arrangement() instanceof Sequence sequence
                    && toldByPositions(pieces)) {
                all.add(InOneStretch.of(pieces.pieces(), sequence.gaps(), pieces.extent())
                        .counting(segment));
                all.add(acrossBorders(pieces.literal(), pieces.extent(), segment));
            }
        }
        if (!inText.isEmpty()) {
            StoredFields stored = segment.reader().storedFields();
            all.add(document -> inText(stored, document));
        }
        return document -> {
            int sum = 0;
            for (Counting counting : all) {
                sum += counting.in(document);
            }
            return sum;
        };
    }

    private static Counting letters(String letters, Scope scope, LeafReaderContext segment) throws IOException {
        if (Fields.EDGES.contains(scope)) {
            return new AtEdge(letters, scope).counting(segment);
        }
        Places places = new Places(letters, scope, segment);
        return document -> places.in(document).length;
    }

    private static Counting acrossBorders(String literal, Extent extent, LeafReaderContext segment) throws IOException {
        Places places = new Places(literal, segment);
        BinaryDocValues borders = DocValues.getBinary(segment.reader(), Fields.borders(extent));
        int last = literal.codePointCount(0, literal.length()) - 1;
        return document -> {
            int[] starts = places.in(document);
            return starts.length > 0 && borders.advanceExact(document)
                    ? across(starts, last, Positions.decoded(borders.binaryValue()))
                    : 0;
        };
    }

    private static int across(int[] starts, int last, Positions begins) {
        return (int) Arrays.stream(starts)
                .filter(start -> begins.floor(start) != begins.floor(start + last))
                .count();
    }

    private int inText(StoredFields stored, int document) throws IOException {
        if (read >= MOST || deadline.shouldExit()) {
            gaveUp = true;
            return 0;
        }
        read++;
        String id = stored.document(document, Set.of(Fields.ID)).get(Fields.ID);
        return texts.find(id)
                .map(Reading::of)
                .map(reading -> inText.stream()
                        .mapToInt(each -> each.matches(reading).size())
                        .sum())
                .orElse(0);
    }
}
