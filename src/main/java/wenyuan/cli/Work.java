package wenyuan.cli;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import wenyuan.ops.Dictionary;
import wenyuan.store.Audit;
import wenyuan.store.Corrections;
import wenyuan.store.Store;
import wenyuan.store.Users;

/** A writing command, as a process hands it to the one that owns the home. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Work.Take.class, name = "import"),
    @JsonSubTypes.Type(value = Work.Retry.class, name = "retry"),
    @JsonSubTypes.Type(value = Work.Relabel.class, name = "reindex"),
    @JsonSubTypes.Type(value = Work.Discover.class, name = "discover"),
    @JsonSubTypes.Type(value = Work.Vocabulary.class, name = "words"),
    @JsonSubTypes.Type(value = Work.Account.class, name = "user"),
    @JsonSubTypes.Type(value = Work.Remember.class, name = "searches"),
    @JsonSubTypes.Type(value = Work.Correct.class, name = "correct"),
    @JsonSubTypes.Type(value = Work.Delete.class, name = "delete"),
    @JsonSubTypes.Type(value = Work.Undelete.class, name = "undelete"),
    @JsonSubTypes.Type(value = Work.Note.class, name = "note")
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

    /**
     * Decide labels of documents. Does not wait for other work.
     *
     * @param scope what the documents are, for the log; empty when it is one by name
     */
    record Correct(List<String> documentIds, List<Corrections.Decision> decisions, String scope) implements Work {
        private static final String USER = "(command line)";

        public Correct {
            documentIds = List.copyOf(documentIds);
            decisions = List.copyOf(decisions);
        }

        /** Decides; number of documents that it changed. */
        long decide(Corrections corrections) {
            if (!scope.isEmpty()) {
                return corrections.decideAll(documentIds, decisions, USER, scope);
            }
            return documentIds.stream()
                    .flatMap(id -> corrections.decide(id, decisions, USER).stream())
                    .mapToLong(
                            earlier -> corrections.documents(earlier.textKey()).size())
                    .sum();
        }
    }

    /**
     * Take documents out for good. Does not wait for other work.
     *
     * @param scope what the documents are, for the log; empty when it is one by name
     */
    record Delete(List<String> documentIds, String scope) implements Work {
        public Delete {
            documentIds = List.copyOf(documentIds);
        }
    }

    /**
     * Let bytes in again that were taken out. Does not wait for other work.
     *
     * @param name their SHA-256, or the id of a document that was made of them
     */
    record Undelete(String name) implements Work {}

    /** Write into the log what another process has done. Does not wait for other work. */
    record Note(Audit.Action action, String target, String detail) implements Work {}

    /** Label everything again and build the index anew. */
    record Relabel() implements Work {}

    /** Look for new words and propose them. */
    record Discover() implements Work {}

    /** Decide on words for the dictionary. Does not wait for other work. */
    record Vocabulary(List<String> accepted, List<String> rejected, List<String> removed) implements Work {
        private static final String USER = "(command line)";

        public Vocabulary {
            accepted = List.copyOf(accepted);
            rejected = List.copyOf(rejected);
            removed = List.copyOf(removed);
        }

        /** Makes the decisions; the message of what is wrong when a word can't be one. */
        Progress change(Store store) {
            Dictionary dictionary = new Dictionary(store, Clock.system(ZoneId.systemDefault()));
            return dictionary
                    .accept(accepted, USER)
                    .or(() -> dictionary.reject(rejected, USER))
                    .<Progress>map(wrong -> new Progress.Broken(wrong.message()))
                    .orElseGet(() -> {
                        dictionary.remove(removed, USER);
                        return new Progress.Changed();
                    });
        }
    }

    /**
     * Change who may log in. Does not wait for other work.
     *
     * @param role empty where it does not change
     * @param passwordHash empty where it does not change; the password itself never travels
     */
    record Account(Change change, String name, String role, String passwordHash) implements Work {
        /** What is changed. */
        enum Change {
            ADD,
            ROLE,
            PASSWORD,
            REMOVE
        }

        /** Makes the change and writes it into the log. */
        Progress change(Store store) {
            Audit.Action action = switch (change) {
                case ADD -> {
                    store.users().add(name, Users.Role.valueOf(role), passwordHash);
                    yield Audit.Action.USER_ADDED;
                }
                case ROLE -> {
                    store.users().change(name, Users.Role.valueOf(role));
                    yield Audit.Action.USER_ROLE;
                }
                case PASSWORD -> {
                    store.users().changePassword(name, passwordHash);
                    yield Audit.Action.USER_PASSWORD;
                }
                case REMOVE -> {
                    store.users().remove(name);
                    yield Audit.Action.USER_REMOVED;
                }
            };
            store.audit().write(new Audit.Deed("(command line)", action, name, role));
            return new Progress.Changed();
        }
    }

    /**
     * Save searches, forget them, or remember that they were looked at. Does not wait for other work.
     *
     * @param user whose they are
     * @param names what they are called
     * @param address query and filters of the one to save
     * @param reached how far in the store's changes the look reached
     */
    record Remember(Step step, String user, List<String> names, String address, long reached) implements Work {
        /** What is done. */
        enum Step {
            SAVE,
            LOOK,
            REMOVE
        }

        public Remember {
            names = List.copyOf(names);
        }

        /** Does it. */
        Progress change(Store store) {
            for (String name : names) {
                switch (step) {
                    case SAVE -> store.searches().save(user, name, address, reached);
                    case LOOK -> store.searches().look(user, name, reached);
                    case REMOVE -> store.searches().remove(user, name);
                }
            }
            return new Progress.Changed();
        }
    }
}
