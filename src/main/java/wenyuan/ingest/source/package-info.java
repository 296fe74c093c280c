/**
 * Which files are there? Walks folders and unpacks archives, within limits.
 *
 * <p>Comes in: a path. Goes out: {@link wenyuan.ingest.source.SourceFile}s. Names in any encoding.
 *
 * <p><b>Invariant:</b> every leaf is handed out exactly once, as a file, a failure or a skip.
 *
 * <p>First type to read: {@link wenyuan.ingest.source.Archive}.
 */
@NullMarked
package wenyuan.ingest.source;

import org.jspecify.annotations.NullMarked;
