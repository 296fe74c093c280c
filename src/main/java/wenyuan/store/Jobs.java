package wenyuan.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What admins asked to be done in the background, in the order of asking. Survives a restart. Thread-safe. */
public final class Jobs {
    private static final String JOB = "SELECT id, task, title, user, asked, state, upload, import, note FROM jobs ";

    private final Catalog catalog;
    private final Clock clock;

    Jobs(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** What is to be done. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Task.Take.class, name = "import"),
        @JsonSubTypes.Type(value = Task.Retry.class, name = "retry"),
        @JsonSubTypes.Type(value = Task.Release.class, name = "release"),
        @JsonSubTypes.Type(value = Task.Discover.class, name = "discover"),
        @JsonSubTypes.Type(value = Task.Relabel.class, name = "relabel"),
        @JsonSubTypes.Type(value = Task.Backup.class, name = "backup")
    })
    public sealed interface Task {
        /**
         * Take files in.
         *
         * @param paths absolute
         * @param collection empty for the name of each path
         */
        record Take(List<String> paths, String collection) implements Task {
            public Take {
                paths = List.copyOf(paths);
            }
        }

        /** Try the failed files of an import again. */
        record Retry(long importId) implements Task {}

        /** Make a document of held bytes. */
        record Release(String sha256, String reason) implements Task {}

        /** Look for new words in the texts. */
        record Discover() implements Task {}

        /** Label everything again by the rules in force by then. */
        record Relabel() implements Task {}

        /**
         * Write the archive into one file.
         *
         * @param name of the file, in the folder of backups
         * @param withHeld whether files with a secrecy marking are in it
         */
        record Backup(String name, boolean withHeld) implements Task {}
    }

    /** How far a job is. A job that runs when the process ends runs again in the next. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        /** An admin stopped it; what was done stays. */
        STOPPED,
        /** It came to an end that nobody wanted; the note says why. */
        BROKEN
    }

    /**
     * A job.
     *
     * @param title for people
     * @param upload number of the upload that it works on; 0 for none
     * @param importId the last import that it became
     * @param note why it broke, else empty
     */
    public record Job(
            long id,
            Task task,
            String title,
            String user,
            Instant asked,
            State state,
            long upload,
            Optional<Long> importId,
            String note) {}

    /** Adds a job at the end of the queue. */
    public Job add(Task task, String title, String user, long upload) {
        return catalog.write(sql -> insert(sql, task, title, user, upload, clock.instant()));
    }

    static Job insert(Sql sql, Task task, String title, String user, long upload, Instant now) throws SQLException {
        return sql.first("""
                        INSERT INTO jobs (task, title, user, asked, state, upload, note) VALUES (?, ?, ?, ?, ?, ?, '')
                        RETURNING id, task, title, user, asked, state, upload, import, note""", Jobs::job, Json.write(task), title, user, now.toString(), State.WAITING.name(), upload)
                .orElseThrow();
    }

    /** Puts what was running when the last process ended back into the queue. Only at the start. */
    public void revive() {
        catalog.write(sql -> sql.run("UPDATE jobs SET state = 'WAITING' WHERE state = 'RUNNING'"));
    }

    /** Takes the first that waits, which then runs. */
    public Optional<Job> next() {
        return catalog.write(sql -> sql.first("""
                UPDATE jobs SET state = 'RUNNING'
                WHERE id = (SELECT min(id) FROM jobs WHERE state = 'WAITING')
                RETURNING id, task, title, user, asked, state, upload, import, note""", Jobs::job));
    }

    /** Says which import a running job has become. */
    public void became(long id, long importId) {
        catalog.write(sql -> sql.run("UPDATE jobs SET import = ? WHERE id = ?", importId, id));
    }

    /** Ends a job; one that ended already keeps its end. */
    public void end(long id, State state, String note) {
        catalog.write(sql -> sql.run(
                "UPDATE jobs SET state = ?, note = ? WHERE id = ? AND state IN ('WAITING', 'RUNNING')",
                state.name(),
                note,
                id));
    }

    /** Ends a job as done, and with it the need for its upload when {@code clean}; the folder is for the caller. */
    public void done(Job job, boolean clean) {
        catalog.write(sql -> {
            if (clean) {
                sql.run("DELETE FROM uploads WHERE id = ?", job.upload());
            }
            return sql.run("UPDATE jobs SET state = 'DONE' WHERE id = ?", job.id());
        });
    }

    /** Whether a job that waits or runs works on this upload. */
    public boolean works(long upload) {
        return queue().stream().anyMatch(job -> job.upload() == upload);
    }

    /** Takes a job that still waits out of the queue; whether it did wait. */
    public boolean withdraw(long id) {
        return catalog.write(
                sql -> sql.run("UPDATE jobs SET state = 'STOPPED' WHERE id = ? AND state = 'WAITING'", id) == 1);
    }

    /** One job. */
    public Optional<Job> find(long id) {
        return catalog.read(sql -> sql.first(JOB + "WHERE id = ?", Jobs::job, id));
    }

    /** What runs and what waits, in the order of the queue. */
    public List<Job> queue() {
        return catalog.read(sql -> sql.list(JOB + "WHERE state IN ('WAITING', 'RUNNING') ORDER BY id", Jobs::job));
    }

    /** The last {@code most} that broke since one was done, newest first. */
    public List<Job> broken(int most) {
        return catalog.read(sql -> sql.list(JOB + """
                WHERE state = 'BROKEN' AND id > (SELECT coalesce(max(id), 0) FROM jobs WHERE state = 'DONE')
                ORDER BY id DESC LIMIT ?""", Jobs::job, most));
    }

    /** The job that became this import; an import of the command line has none. */
    public Optional<Job> ofImport(long importId) {
        return catalog.read(sql -> sql.first(JOB + "WHERE import = ? ORDER BY id DESC", Jobs::job, importId));
    }

    private static Job job(ResultSet rows) throws SQLException {
        long importId = rows.getLong(8);
        return new Job(
                rows.getLong(1),
                Json.read(rows.getString(2), Task.class),
                rows.getString(3),
                rows.getString(4),
                Instant.parse(rows.getString(5)),
                State.valueOf(rows.getString(6)),
                rows.getLong(7),
                importId == 0 ? Optional.empty() : Optional.of(importId),
                rows.getString(9));
    }
}
