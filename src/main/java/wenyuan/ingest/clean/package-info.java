/**
 * Here is what the file gave; what did the author write? Sets the page apart from the text, repairs, finds placeholders.
 *
 * <p>Comes in: an extraction. Goes out: {@link wenyuan.model.Cleaned}.
 *
 * <p><b>Invariant:</b> nothing is thrown away and nothing repaired silently.
 *
 * <p>First type to read: {@link wenyuan.ingest.clean.Clean}. jsoup lives here and nowhere else.
 */
@NullMarked
package wenyuan.ingest.clean;

import org.jspecify.annotations.NullMarked;
