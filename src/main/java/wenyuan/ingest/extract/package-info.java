/**
 * What text do these bytes hold? Decodes text and HTML itself, hands the rest to Tika in child processes.
 *
 * <p>Comes in: a file. Goes out: an {@link wenyuan.model.Extraction}. Crashes, hangs and bombs are values too.
 *
 * <p><b>Invariant:</b> no parser runs in this process; no text is a failure with a cause, never an empty success.
 *
 * <p>First type to read: {@link wenyuan.ingest.extract.Extractor}.
 */
@NullMarked
package wenyuan.ingest.extract;

import org.jspecify.annotations.NullMarked;
