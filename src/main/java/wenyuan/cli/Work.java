package wenyuan.cli;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/** A writing command, as a process hands it to the one that owns the home. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Work.Take.class, name = "import"),
    @JsonSubTypes.Type(value = Work.Retry.class, name = "retry"),
    @JsonSubTypes.Type(value = Work.Relabel.class, name = "reindex")
})
sealed interface Work {
    /**
     * Take files in.
     *
     * @param paths absolute paths
     * @param workers files worked on at once
     * @param collection name of the source; empty for the name of each path
     * @param link whether originals stay where they are
     * @param ocr whether scans are read
     */
    record Take(List<String> paths, int workers, String collection, boolean link, boolean ocr) implements Work {
        public Take {
            paths = List.copyOf(paths);
        }
    }

    /**
     * Try failed files again.
     *
     * @param importId number of the import in which they failed last; empty for all
     * @param workers files worked on at once
     * @param ocr whether scans are read
     */
    record Retry(Optional<Long> importId, int workers, boolean ocr) implements Work {}

    /** Label everything again and build the index anew. */
    record Relabel() implements Work {}
}
