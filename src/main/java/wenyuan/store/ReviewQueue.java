package wenyuan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import wenyuan.model.Doubt;

/**
 * The texts whose labels a person should look at, each once however many documents have it: highest score first (doubtful
 * fields times documents, see {@link Doubt#of(wenyuan.model.Attributes, Set)}), then by id of the first document; those that
 * somebody passed over come last, in the order of passing. Kept up with every document that is written. Thread-safe.
 */
public final class ReviewQueue {
    private static final String ITEM = "SELECT text_key, document, doubts, copies, score, skipped FROM reviews ";
    private static final String ORDER = " ORDER BY skipped, score DESC, document LIMIT ?";

    private final Catalog catalog;

    ReviewQueue(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * A text that waits.
     *
     * @param documentId the first document that has it
     * @param copies number of documents that have it
     * @param skipped whether somebody has passed it over
     */
    public record Item(
            String textKey, String documentId, Set<Doubt> doubts, long copies, long score, boolean skipped) {}

    /** The first {@code most} that wait for this reason, or for any. */
    public List<Item> first(Optional<Doubt.Reason> reason, int most) {
        return catalog.read(
                sql -> sql.list(ITEM + "WHERE doubts & ? <> 0" + ORDER, ReviewQueue::item, bits(reason), most));
    }

    /** The text, when it waits. */
    public Optional<Item> find(String textKey) {
        return catalog.read(sql -> sql.first(ITEM + "WHERE text_key = ?", ReviewQueue::item, textKey));
    }

    /** Number of texts that wait. */
    public long count() {
        return catalog.read(sql -> sql.number("SELECT count(*) FROM reviews"));
    }

    /** Number of texts that wait, by reason; one may wait for several. */
    public Map<Doubt.Reason, Long> counts() {
        List<Doubt.Reason> reasons = List.of(Doubt.Reason.values());
        String sums = reasons.stream()
                .map(reason -> "coalesce(sum(doubts & " + bits(Optional.of(reason)) + " <> 0), 0)")
                .collect(Collectors.joining(", "));
        return catalog.read(sql -> sql.list("SELECT " + sums + " FROM reviews", rows -> {
                    Map<Doubt.Reason, Long> counts = new EnumMap<>(Doubt.Reason.class);
                    for (int i = 0; i < reasons.size(); i++) {
                        counts.put(reasons.get(i), rows.getLong(i + 1));
                    }
                    return counts;
                }))
                .getFirst();
    }

    /** Passes a text over: it goes to the end, and stays there. */
    public void skip(String textKey) {
        catalog.write(sql -> sql.run(
                "UPDATE reviews SET skipped = (SELECT max(skipped) + 1 FROM reviews) WHERE text_key = ?", textKey));
    }

    /** Takes a text back from the end. */
    public void unskip(String textKey) {
        catalog.write(sql -> sql.run("UPDATE reviews SET skipped = 0 WHERE text_key = ?", textKey));
    }

    private static int bits(Optional<Doubt.Reason> reason) {
        return reason.map(only -> Doubt.bits(Doubt.of(only))).orElse(-1);
    }

    private static Item item(ResultSet rows) throws SQLException {
        return new Item(
                rows.getString(1),
                rows.getString(2),
                Doubt.of(rows.getInt(3)),
                rows.getLong(4),
                rows.getLong(5),
                rows.getLong(6) > 0);
    }
}
