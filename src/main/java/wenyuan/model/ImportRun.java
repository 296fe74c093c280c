package wenyuan.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One import, finished or not.
 *
 * @param id number, counted up from 1
 * @param paths what was asked for
 * @param started when it began
 * @param ended when it was done; empty while it runs or after it was killed
 * @param tally the balance so far
 */
public record ImportRun(long id, List<String> paths, Instant started, Optional<Instant> ended, Tally tally) {
    public ImportRun {
        paths = List.copyOf(paths);
    }
}
