package wenyuan.ingest.source;

import wenyuan.model.FailureCause;

/** What a container has next. */
sealed interface Step {
    /** A leaf. */
    record Found(SourceFile file) implements Step {}

    /** A folder or archive to go into. */
    record Inner(Container container) implements Step {}

    /** Nothing more. */
    record End() implements Step {}

    static Step broken(String path, FailureCause cause, String detail) {
        return new Found(new SourceFile.Broken(path, cause, detail));
    }
}
