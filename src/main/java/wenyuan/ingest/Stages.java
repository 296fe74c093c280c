package wenyuan.ingest;

import wenyuan.model.Extraction;

/** The stages after the parser, for one set of rules. Pure. A test puts its own here, to see what a bad one does. */
@FunctionalInterface
interface Stages {
    /**
     * What the stages make of an extraction.
     *
     * @param path by which rules may go
     */
    Inspection inspect(Extraction extraction, String path);
}
