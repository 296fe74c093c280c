/**
 * Here is what the file gave; what did the author write? Sets the page apart from the text, repairs, finds placeholders.
 *
 * <p>Comes in: an extraction. Goes out: {@link wenyuan.model.Cleaned}.
 *
 * <p><b>Invariant:</b> nothing is thrown away and nothing repaired silently: every character of the page is in the text, in a
 * zone or in what a repair replaced. A line is {@link wenyuan.ingest.clean.Draft} (what it says), then
 * {@link wenyuan.ingest.clean.Placed} (where it belongs), then part of the {@link wenyuan.ingest.clean.Assembly}.
 *
 * <p>First type to read: {@link wenyuan.ingest.clean.Clean}. jsoup lives here and nowhere else.
 */
@NullMarked
package wenyuan.ingest.clean;

import org.jspecify.annotations.NullMarked;
