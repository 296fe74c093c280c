/**
 * Which meeting, which year, what kind, about what? And how do we know?
 *
 * <p>Comes in: cleaned text, layout, path. Goes out: {@link wenyuan.model.Attributes} with evidence.
 *
 * <p><b>Invariant:</b> no claim without evidence; not knowing is an answer.
 *
 * <p>First type to read: {@link wenyuan.ingest.enrich.Enrich}.
 */
@NullMarked
package wenyuan.ingest.enrich;

import org.jspecify.annotations.NullMarked;
