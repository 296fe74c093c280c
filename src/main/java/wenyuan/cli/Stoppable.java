package wenyuan.cli;

import java.util.OptionalLong;

/** The import under way and its thread, so that others can stop it and nothing else. Thread-safe. */
final class Stoppable {
    private Running now = new Running(0, Thread.currentThread(), false);

    private record Running(long importId, Thread thread, boolean told) {}

    /** Says that the calling thread runs this import; may be said again. */
    synchronized void begin(long importId) {
        if (now.importId() != importId) {
            now = new Running(importId, Thread.currentThread(), false);
        }
    }

    /** Says that it has ended. The interrupt by which it was stopped goes with it. */
    synchronized void end() {
        if (now.told()) {
            Thread.interrupted();
        }
        now = new Running(0, Thread.currentThread(), false);
    }

    synchronized OptionalLong running() {
        return now.importId() == 0 ? OptionalLong.empty() : OptionalLong.of(now.importId());
    }

    /** Stops this import, when it is the one under way. */
    synchronized void stop(long importId) {
        if (importId != 0 && now.importId() == importId) {
            now = new Running(importId, now.thread(), true);
            now.thread().interrupt();
        }
    }
}
