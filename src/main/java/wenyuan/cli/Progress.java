package wenyuan.cli;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import wenyuan.model.ImportRun;

/** What a piece of work says while it runs and when it ends. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "said")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Progress.Importing.class, name = "importing"),
    @JsonSubTypes.Type(value = Progress.Relabelling.class, name = "relabelling"),
    @JsonSubTypes.Type(value = Progress.Imported.class, name = "imported"),
    @JsonSubTypes.Type(value = Progress.Relabelled.class, name = "relabelled"),
    @JsonSubTypes.Type(value = Progress.Changed.class, name = "changed"),
    @JsonSubTypes.Type(value = Progress.Corrected.class, name = "corrected"),
    @JsonSubTypes.Type(value = Progress.Removed.class, name = "removed"),
    @JsonSubTypes.Type(value = Progress.Proposed.class, name = "proposed"),
    @JsonSubTypes.Type(value = Progress.Broken.class, name = "broken")
})
sealed interface Progress {
    /** Whether nothing follows: the work is done, or has stopped. */
    default boolean last() {
        return switch (this) {
            case Importing importing -> false;
            case Relabelling relabelling -> false;
            case Imported imported -> true;
            case Relabelled relabelled -> true;
            case Changed changed -> true;
            case Corrected corrected -> true;
            case Removed removed -> true;
            case Proposed proposed -> true;
            case Broken broken -> true;
        };
    }

    /** An import goes on. */
    record Importing(ImportRun run) implements Progress {}

    /** So many documents have been looked at. */
    record Relabelling(long done) implements Progress {}

    /** An import is over. */
    record Imported(ImportRun run) implements Progress {}

    /** So many of so many documents came out different. */
    record Relabelled(long changed, long documents) implements Progress {}

    /** So many words wait for a decision. */
    record Proposed(long words) implements Progress {}

    /** A user was added, changed or removed; words were decided on. */
    record Changed() implements Progress {}

    /** Labels of so many documents were decided. */
    record Corrected(long documents) implements Progress {}

    /** So many documents are gone. */
    record Removed(long documents) implements Progress {}

    /** The work stopped; the message says why. */
    record Broken(String message) implements Progress {}
}
