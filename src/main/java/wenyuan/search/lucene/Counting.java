package wenyuan.search.lucene;

import java.io.IOException;

/** Counts occurrences in the documents of a segment. For one thread and rising documents. */
@FunctionalInterface
interface Counting {
    /** How many there are in the document with this number in the segment. */
    int in(int document) throws IOException;
}
