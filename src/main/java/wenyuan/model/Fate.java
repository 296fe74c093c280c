package wenyuan.model;

import java.util.List;

/** What became of one file of an import. Every file ends in exactly one of these. */
public sealed interface Fate {
    /** The word that JSON, pages and the store use. */
    String name();

    /** A new document. */
    record Stored(String documentId) implements Fate {
        @Override
        public String name() {
            return "stored";
        }
    }

    /** The same bytes at the same path as in an earlier import. */
    record Unchanged(String documentId) implements Fate {
        @Override
        public String name() {
            return "unchanged";
        }
    }

    /** The same bytes at another path; that path is added to the document's sources. */
    record Duplicate(String documentId) implements Fate {
        @Override
        public String name() {
            return "duplicate";
        }
    }

    /** A compilation that became several documents. */
    record Split(List<String> documentIds) implements Fate {
        public Split {
            documentIds = List.copyOf(documentIds);
        }

        @Override
        public String name() {
            return "split";
        }
    }

    /** Bears a secrecy marking; kept apart until an admin decides. */
    record Held(Evidence marking) implements Fate {
        @Override
        public String name() {
            return "held";
        }
    }

    /** Gave no text. */
    record Failed(FailureCause cause, String detail) implements Fate {
        @Override
        public String name() {
            return "failed";
        }
    }

    /** Passed over on purpose. */
    record Skipped(SkipCause cause, String detail) implements Fate {
        @Override
        public String name() {
            return "skipped";
        }
    }
}
