/**
 * What becomes of a folder of files? Runs every file through the stages and gives each a fate; labels again with new
 * rules.
 *
 * <p>Comes in: paths. Goes out: documents in the store, then in a sink; one fate a file.
 *
 * <p><b>Invariant:</b> seen = stored + unchanged + duplicate + split + held + failed + skipped, also after a kill.
 *
 * <p>First type to read: {@link wenyuan.ingest.Import}.
 */
@NullMarked
package wenyuan.ingest;

import org.jspecify.annotations.NullMarked;
