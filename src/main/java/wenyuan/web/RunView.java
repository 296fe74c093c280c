package wenyuan.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import wenyuan.model.ImportRun;
import wenyuan.store.Jobs;
import wenyuan.store.Store;

/**
 * An import as pages show it.
 *
 * @param title what was imported, for people
 * @param user who asked for it; empty for the command line
 * @param upload number of the upload that it read and that is still there; 0 for none
 * @param continued what to do again to finish what was stopped; empty when that cannot be
 * @param failed number of files whose last try failed in it
 * @param note what stopped it, when it broke
 */
public record RunView(
        ImportRun run,
        State state,
        String title,
        String user,
        long upload,
        Optional<Jobs.Task> continued,
        int failed,
        String note) {
    /** How an import stands. */
    public enum State {
        RUNNING,
        ENDED,
        STOPPED,
        /** The process was killed, or broke down. */
        INTERRUPTED
    }

    /**
     * A cause of failure or skipping and how often it was met.
     *
     * @param fate failed or skipped
     * @param url the files of this cause
     */
    public record Cause(String fate, String name, int count, String url) {}

    static RunView of(ImportRun run, Store store, OptionalLong running) {
        Optional<Jobs.Job> job = store.jobs().ofImport(run.id());
        State state = state(run, job, running);
        long upload = job.map(Jobs.Job::upload)
                .filter(number -> number > 0 && store.uploads().kept(number))
                .orElse(0L);
        boolean stopped = state == State.STOPPED || state == State.INTERRUPTED;
        return new RunView(
                run,
                state,
                job.map(Jobs.Job::title).orElseGet(() -> String.join("  ", run.paths())),
                job.map(Jobs.Job::user).orElse(""),
                upload,
                stopped ? job.flatMap(it -> whole(it, upload)) : Optional.empty(),
                state == State.RUNNING
                        ? 0
                        : store.failures(Optional.of(run.id())).size(),
                job.map(Jobs.Job::note).orElse(""));
    }

    /** The task of taking everything in, while there is something to take. */
    private static Optional<Jobs.Task> whole(Jobs.Job job, long upload) {
        return job.task() instanceof Jobs.Task.Take && job.upload() == upload
                ? Optional.of(job.task())
                : Optional.empty();
    }

    private static State state(ImportRun run, Optional<Jobs.Job> job, OptionalLong running) {
        if (running.equals(OptionalLong.of(run.id()))) {
            return State.RUNNING;
        }
        if (job.filter(it -> it.state() == Jobs.State.STOPPED).isPresent()) {
            return State.STOPPED;
        }
        return run.ended().isPresent() ? State.ENDED : State.INTERRUPTED;
    }

    /** Whether it can be run again for what it left undone. */
    public boolean again() {
        return continued.isPresent() || failed > 0;
    }

    /** Whether files are still coming. */
    public boolean running() {
        return state == State.RUNNING;
    }

    /** Causes of failure, the most frequent first. */
    public List<Cause> failures() {
        return causes("failed", run.tally().failed());
    }

    /** Causes of skipping, the most frequent first. */
    public List<Cause> skips() {
        return causes("skipped", run.tally().skipped());
    }

    private <K extends Enum<K>> List<Cause> causes(String fate, Map<K, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<K, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> {
                    String cause = entry.getKey().name();
                    return new Cause(fate, cause, entry.getValue(), url(fate, cause, 0));
                })
                .toList();
    }

    /** The files of one fate and cause; empty names for all. */
    public String url(String fate, String cause, int from) {
        String query = Stream.of("fate=" + (fate.isEmpty() ? "all" : fate), cause.isEmpty() ? "" : "cause=" + cause)
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + "&" + b)
                .orElse("");
        return "/admin/imports/" + run.id() + "?" + query + (from > 0 ? "&from=" + from : "");
    }

    /** Number of files of one fate and cause; empty names for all. */
    public int count(String fate, String cause) {
        if (!cause.isEmpty()) {
            return Stream.concat(failures().stream(), skips().stream())
                    .filter(found -> found.fate().equals(fate) && found.name().equals(cause))
                    .mapToInt(Cause::count)
                    .sum();
        }
        return switch (fate) {
            case "stored" -> run.tally().stored();
            case "unchanged" -> run.tally().unchanged();
            case "duplicate" -> run.tally().duplicate();
            case "split" -> run.tally().split();
            case "held" -> run.tally().held();
            case "failed" -> run.tally().failures();
            case "skipped" -> run.tally().skips();
            default -> run.tally().seen();
        };
    }
}
