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
 * @param again whether it can be run again for what it left undone
 * @param note what stopped it, when it broke
 */
public record RunView(ImportRun run, State state, String title, String user, boolean again, String note) {
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
        boolean undone = run.tally().failures() > 0 || state != State.ENDED;
        boolean there = job.map(Jobs.Job::upload)
                .filter(upload -> upload > 0)
                .map(store.uploads()::kept)
                .orElse(true);
        return new RunView(
                run,
                state,
                job.map(Jobs.Job::title).orElseGet(() -> String.join("  ", run.paths())),
                job.map(Jobs.Job::user).orElse(""),
                state != State.RUNNING && undone && there,
                job.map(Jobs.Job::note).orElse(""));
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
