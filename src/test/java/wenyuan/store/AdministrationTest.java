package wenyuan.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Evidence;
import wenyuan.model.FailureCause;
import wenyuan.model.Fate;
import wenyuan.model.Place;
import wenyuan.model.SkipCause;
import wenyuan.model.Span;

/** Jobs, reports, users, held files and the log of what was done. */
class AdministrationTest {
    private static final Evidence MARKING = new Evidence("secrecy.mark", new Place.Text(), "机密★1年", new Span(0, 5));
    private static final String SECRET = "5".repeat(64);

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(new Home(folder), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void jobsAreDoneInTheOrderOfAskingAlsoAfterARestart() {
        Jobs.Job first = store.jobs().add(new Jobs.Task.Take(List.of("/a"), "甲"), "一", "admin", 0);
        Jobs.Job second = store.jobs().add(new Jobs.Task.Retry(1), "二", "admin", 0);
        assertEquals(first.id(), store.jobs().next().orElseThrow().id());
        assertFalse(store.jobs().withdraw(first.id()), "it runs already");
        close();
        open();
        store.jobs().revive();
        assertEquals(
                List.of(Jobs.State.WAITING, Jobs.State.WAITING),
                store.jobs().queue().stream().map(Jobs.Job::state).toList());
        assertEquals(first.task(), store.jobs().next().orElseThrow().task());
        assertTrue(store.jobs().withdraw(second.id()));
        store.jobs().end(first.id(), Jobs.State.BROKEN, "磁盘满");
        store.jobs().end(first.id(), Jobs.State.STOPPED, "");
        assertEquals("磁盘满", store.jobs().broken(5).getFirst().note());
        assertEquals(Optional.empty(), store.jobs().next());
        assertEquals(List.of(), store.jobs().queue());
    }

    @Test
    void anImportKnowsItsJob() {
        long run = store.beginImport(List.of("/a")).id();
        Jobs.Job job = store.jobs().add(new Jobs.Task.Take(List.of("/a"), "甲"), "一", "admin", 0);
        store.jobs().became(job.id(), run);
        assertEquals(Optional.of(job.id()), store.jobs().ofImport(run).map(Jobs.Job::id));
        assertEquals(Optional.empty(), store.jobs().ofImport(99));
    }

    @Test
    void reportsAreChosenByFateAndCause() {
        long run = store.beginImport(List.of("/a")).id();
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            FailureCause cause = i % 2 == 0 ? FailureCause.CORRUPT : FailureCause.ENCRYPTED;
            arrivals.add(new Arrival.Failed(origin(i + ".doc"), "", new Fate.Failed(cause, "no " + i)));
        }
        arrivals.add(new Arrival.Skipped(origin("a.jpg"), new Fate.Skipped(SkipCause.MEDIA, "a picture")));
        store.record(run, arrivals);
        check(run, new Reports.Choice("failed", "CORRUPT"), 1_250, "0.doc");
        check(run, new Reports.Choice("failed", ""), 2_500, "0.doc");
        check(run, new Reports.Choice("skipped", "MEDIA"), 1, "a.jpg");
        check(run, Reports.Choice.ALL, 2_501, "0.doc");
        assertEquals(
                List.of("6.doc", "8.doc"),
                store.reports().files(run, new Reports.Choice("failed", "CORRUPT"), 3, 2).stream()
                        .map(file -> file.path())
                        .toList());
        assertEquals(List.of(), store.reports().files(run, new Reports.Choice("' OR 1=1", "'"), 0, 10));
    }

    @Test
    void discardedBytesAreNotTakenInAgain() {
        long run = store.beginImport(List.of("/a")).id();
        store.record(
                run,
                List.of(
                        new Arrival.Marked(origin("密/b.txt"), SECRET, MARKING),
                        new Arrival.Marked(origin("密/a.txt"), SECRET, MARKING)));
        Holding.Held held = store.holding().find(SECRET).orElseThrow();
        assertEquals(
                List.of("密/a.txt", "密/b.txt"),
                held.origins().stream().map(Origin::path).toList());
        assertEquals(1, store.holding().count());
        assertTrue(store.holding().discard(SECRET, new Holding.Ruling("admin", "原件已销毁")));
        assertFalse(store.holding().discard(SECRET, new Holding.Ruling("admin", "再来一次")));
        assertEquals(0, store.holding().count());
        assertFalse(store.holding().released(SECRET));
        assertEquals(
                Optional.of("skipped"),
                store.knownFate(origin("密/a.txt"), SECRET).map(Fate::name));
        Audit.Deed deed = store.audit().entries(0, 10).getFirst().deed();
        assertEquals(new Audit.Deed("admin", Audit.Action.DISCARD, "密/a.txt (5555555555555555)", "原件已销毁"), deed);
        assertEquals(1, store.audit().count());
    }

    @Test
    void thereIsAlwaysAnAdmin() {
        Users users = store.users();
        users.add("甲", Users.Role.ADMIN, "hash");
        users.add("乙", Users.Role.READER, "hash");
        assertThrows(IllegalArgumentException.class, () -> users.remove("甲"));
        assertThrows(IllegalArgumentException.class, () -> users.change("甲", Users.Role.EDITOR));
        assertThrows(IllegalArgumentException.class, () -> users.change("丙", Users.Role.EDITOR));
        users.change("乙", Users.Role.ADMIN);
        users.remove("甲");
        users.changePassword("乙", "other");
        assertEquals(
                List.of("乙 ADMIN other"),
                users.list().stream()
                        .map(user -> user.name() + " " + user.role() + " " + user.passwordHash())
                        .toList());
    }

    private void check(long run, Reports.Choice choice, int expected, String first) {
        List<String> paths = new ArrayList<>();
        store.reports().forEach(run, choice, file -> paths.add(file.path()));
        assertEquals(expected, paths.size(), choice::toString);
        assertEquals(first, paths.getFirst());
    }

    private static Origin origin(String path) {
        return new Origin("/a", path, "甲");
    }
}
