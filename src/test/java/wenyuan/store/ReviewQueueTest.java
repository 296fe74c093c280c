package wenyuan.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenyuan.store.Labelled.arrival;
import static wenyuan.store.Labelled.attributes;
import static wenyuan.store.Labelled.id;
import static wenyuan.store.Labelled.label;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Attributes;
import wenyuan.model.Correctable;
import wenyuan.model.Doubt;

class ReviewQueueTest {
    private static final Attributes SURE =
            attributes(Map.of(Correctable.TYPE, "MT16", Correctable.YEAR, "2019", Correctable.KIND, "speech"));
    private static final Attributes NO_YEAR = attributes(Map.of(Correctable.TYPE, "MT16", Correctable.KIND, "speech"));
    private static final Attributes NOTHING = attributes(Map.of(Correctable.KIND, "speech"));

    @TempDir
    Path folder;

    private Store store;
    private long run;

    @BeforeEach
    void open() {
        store = Store.open(new Home(folder), Clock.systemUTC());
        run = store.beginImport(List.of("材料")).id();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void mostUsefulFirst() {
        put(1, "sure", SURE);
        put(2, "b", NO_YEAR);
        put(3, "a", NO_YEAR);
        put(4, "thrice", NO_YEAR);
        put(5, "thrice", NO_YEAR);
        put(6, "thrice", NO_YEAR);
        put(7, "both", NOTHING);
        assertEquals(List.of("thrice", "both", "b", "a"), queue());
        ReviewQueue.Item first = store.reviews().first(Optional.empty(), 1).getFirst();
        assertEquals(new ReviewQueue.Item("thrice", id(4), Set.of(Doubt.YEAR_UNKNOWN), 3, 3, false), first);
        assertEquals(
                List.of("both"),
                store.reviews().first(Optional.of(Doubt.Reason.TYPE_UNKNOWN), 9).stream()
                        .map(ReviewQueue.Item::textKey)
                        .toList());
        assertEquals(4, store.reviews().counts().get(Doubt.Reason.YEAR_UNKNOWN));
        assertEquals(1, store.reviews().counts().get(Doubt.Reason.TYPE_UNKNOWN));
        assertEquals(0, store.reviews().counts().get(Doubt.Reason.TWINS));
        assertEquals(4, store.reviews().count());
    }

    @Test
    void whatIsDecidedLeavesAndComesBackWithdrawn() {
        put(1, "k", NOTHING);
        decide(1, Correctable.TYPE, "MT16");
        assertEquals(
                Set.of(Doubt.YEAR_UNKNOWN),
                store.reviews().find("k").orElseThrow().doubts());
        decide(1, Correctable.YEAR, "2020");
        assertEquals(List.of(), queue());
        store.corrections().withdraw("k", Correctable.YEAR, "张三");
        assertEquals(List.of("k"), queue());
        store.delete(id(1));
        assertEquals(List.of(), queue());
    }

    @Test
    void twinsThatDisagreeWaitUntilSomebodyDecides() {
        put(1, "k", SURE);
        put(2, "k", SURE);
        assertEquals(List.of(), queue());
        put(3, "k", attributes(Map.of(Correctable.TYPE, "MT12", Correctable.YEAR, "2019", Correctable.KIND, "speech")));
        ReviewQueue.Item item = store.reviews().find("k").orElseThrow();
        assertEquals(Set.of(Doubt.TYPE_DIFFERS), item.doubts());
        assertEquals(3, item.score());
        decide(2, Correctable.TYPE, "MT12");
        assertEquals(List.of(), queue());
        store.corrections().withdraw("k", Correctable.TYPE, "张三");
        store.delete(id(3));
        assertEquals(List.of(), queue());
    }

    @Test
    void whatIsPassedOverGoesToTheEndInOrderAndIsRemembered() {
        List.of("a", "b", "c").forEach(key -> put(key.charAt(0), key, NO_YEAR));
        store.reviews().skip("b");
        store.reviews().skip("a");
        assertEquals(List.of("c", "b", "a"), queue());
        assertTrue(store.reviews().find("a").orElseThrow().skipped());
        store.close();
        store = Store.open(new Home(folder), Clock.systemUTC());
        put(200, "a", NO_YEAR);
        assertEquals(List.of("c", "b", "a"), queue());
        store.reviews().unskip("b");
        assertEquals(List.of("b", "c", "a"), queue());
        assertFalse(store.reviews().find("b").orElseThrow().skipped());
    }

    @Test
    void documentsOfOneTextAreCountedUpToAThousand() {
        store.record(
                run,
                IntStream.rangeClosed(1, 1_100)
                        .<Arrival>mapToObj(n -> arrival(n, Labelled.document(n, "同一段话", "k", NO_YEAR)))
                        .toList());
        assertEquals(1_000, store.reviews().find("k").orElseThrow().copies());
    }

    @Test
    void documentsOfAnOlderProgramAreCountedAtTheStart() throws SQLException {
        for (int n = 1; n <= 250; n++) {
            put(n, "k" + n, NO_YEAR);
        }
        store.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + new Home(folder).catalog());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE documents SET doubts = -1, labels = ''");
            statement.executeUpdate("DELETE FROM reviews");
        }
        store = Store.open(new Home(folder), Clock.systemUTC());
        assertEquals(250, store.reviews().count());
    }

    private List<String> queue() {
        return store.reviews().first(Optional.empty(), 99).stream()
                .map(ReviewQueue.Item::textKey)
                .toList();
    }

    private void put(int n, String textKey, Attributes attributes) {
        store.record(run, List.of(arrival(n, Labelled.document(n, textKey, textKey, attributes))));
    }

    private void decide(int n, Correctable field, String value) {
        List<Corrections.Decision> decisions = List.of(Corrections.Decision.set(field, List.of(label(value))));
        assertTrue(store.corrections().decide(id(n), decisions, "张三").isPresent());
    }
}
