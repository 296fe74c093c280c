package wenyuan.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenyuan.model.Span;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.text.Normal;
import wenyuan.text.Sentences;

/**
 * Finds what of a draft stands in an archive word for word: in the normal form, so that script, width and punctuation do not
 * matter, a placeholder of the draft standing for any name. Sentence by sentence; of a sentence that is nowhere, the longest
 * runs of its clauses. Thread-safe as the engine is.
 */
public final class DraftCheck {
    /** A shorter string is in every speech. */
    static final int LEAST_LETTERS = 8;

    /** Documents remembered of each piece; what stands in more says little about where a draft comes from. */
    private static final int IDS = 100;

    private static final int SOURCES = 50;
    private static final Pattern CLAUSE_END = Pattern.compile("[，；：、,;:—…]+");

    private final SearchEngine engine;
    private final Texts texts;

    /** A check against what {@code engine} has taken in. */
    public DraftCheck(SearchEngine engine, Texts texts) {
        this.engine = engine;
        this.texts = texts;
    }

    /** Checks {@code draft}, for at most {@code limit}. */
    public DraftReport check(String draft, Duration limit) {
        return new Run(draft, System.nanoTime() + limit.toNanos()).report();
    }

    /** One draft. */
    private final class Run {
        private final String draft;
        private final long deadline;
        private final Map<String, Integer> shared = new HashMap<>();
        private int letters;
        private int repeated;
        private boolean late;

        Run(String draft, long deadline) {
            this.draft = draft;
            this.deadline = deadline;
        }

        DraftReport report() {
            List<DraftReport.Sentence> sentences =
                    Sentences.of(draft).stream().map(this::sentence).toList();
            return new DraftReport(sentences, sources(), letters, repeated, late);
        }

        private DraftReport.Sentence sentence(Span sentence) {
            int length = letters(sentence);
            if (length < LEAST_LETTERS) {
                return new DraftReport.Sentence(sentence, DraftReport.Standing.SHORT, List.of());
            }
            Optional<DraftReport.Piece> whole = late() ? Optional.empty() : find(sentence);
            List<DraftReport.Piece> pieces = whole.map(List::of).orElseGet(() -> runs(clauses(sentence)));
            DraftReport.Standing standing = standing(whole.isPresent(), pieces);
            if (standing != DraftReport.Standing.UNCHECKED) {
                letters += length;
            }
            count(pieces);
            return new DraftReport.Sentence(sentence, standing, pieces);
        }

        /** What was not found when the time was over may stand somewhere all the same. */
        private DraftReport.Standing standing(boolean whole, List<DraftReport.Piece> pieces) {
            if (whole) {
                return DraftReport.Standing.VERBATIM;
            }
            if (!pieces.isEmpty()) {
                return DraftReport.Standing.IN_PART;
            }
            return late() ? DraftReport.Standing.UNCHECKED : DraftReport.Standing.NEW;
        }

        private void count(List<DraftReport.Piece> pieces) {
            for (DraftReport.Piece piece : pieces) {
                int length = letters(piece.span());
                repeated += length;
                Set<String> once = new HashSet<>(piece.ids());
                once.forEach(id -> shared.merge(id, length, Integer::sum));
            }
        }

        private List<Span> clauses(Span sentence) {
            List<Span> clauses = new ArrayList<>();
            Matcher end = CLAUSE_END.matcher(draft).region(sentence.start(), sentence.end());
            int start = sentence.start();
            while (end.find()) {
                clauses.add(new Span(start, end.start()));
                start = end.end();
            }
            clauses.add(new Span(start, sentence.end()));
            return clauses;
        }

        /** The longest runs of clauses that stand together, from left to right. */
        private List<DraftReport.Piece> runs(List<Span> clauses) {
            List<DraftReport.Piece> runs = new ArrayList<>();
            int first = 0;
            while (first < clauses.size() && !late()) {
                Optional<DraftReport.Piece> longest = Optional.empty();
                int next = first + 1;
                for (int last = first; last < clauses.size(); last++) {
                    Span run = new Span(
                            clauses.get(first).start(), clauses.get(last).end());
                    if (letters(run) < LEAST_LETTERS || (first == 0 && last == clauses.size() - 1)) {
                        continue;
                    }
                    Optional<DraftReport.Piece> found = find(run);
                    if (found.isEmpty()) {
                        break;
                    }
                    longest = found;
                    next = last + 1;
                }
                longest.ifPresent(runs::add);
                first = next;
            }
            return runs;
        }

        private Optional<DraftReport.Piece> find(Span span) {
            SearchRequest request = request(span, IDS);
            List<String> ids = engine.ids(request);
            long documents = ids.size() < IDS
                    ? ids.size()
                    : engine.search(request(span, 0)).total();
            return ids.isEmpty() ? Optional.empty() : Optional.of(new DraftReport.Piece(span, documents, ids));
        }

        private SearchRequest request(Span span, int size) {
            Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
            Query query = new Query.Verbatim(span.of(draft), false, new Scope.Text());
            return new SearchRequest(query, List.of(), SearchRequest.Sort.RELEVANCE, 0, size, false, left, List.of());
        }

        private int letters(Span span) {
            String found = Normal.of(span.of(draft)).letters().text();
            return found.codePointCount(0, found.length());
        }

        private boolean late() {
            late |= System.nanoTime() - deadline >= 0;
            return late;
        }

        private List<DraftReport.Share> sources() {
            return shared.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(SOURCES)
                    .flatMap(entry -> texts.find(entry.getKey()).stream()
                            .map(document -> new DraftReport.Share(document, entry.getValue())))
                    .toList();
        }
    }
}
