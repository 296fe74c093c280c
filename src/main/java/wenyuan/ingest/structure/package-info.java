/**
 * How is the text built? Title, lines, headings, sentences.
 *
 * <p>Comes in: a cleaned text. Goes out: a {@link wenyuan.model.Layout}.
 *
 * <p>First type to read: {@link wenyuan.ingest.structure.Structure}.
 */
@NullMarked
package wenyuan.ingest.structure;

import org.jspecify.annotations.NullMarked;
