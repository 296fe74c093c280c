/**
 * What the program talks about: documents, places in their text, labels with their evidence, and what became of a file.
 *
 * <p>Comes in: nothing. Goes out: immutable records, and sealed interfaces where there is a choice.
 *
 * <p><b>Invariant:</b> every {@link wenyuan.model.Span} of a document counts UTF-16 units of that document's clean text,
 * except where an {@link wenyuan.model.Evidence} says that it stands elsewhere.
 *
 * <p>First type to read: {@link wenyuan.model.Document}.
 */
@NullMarked
package wenyuan.model;

import org.jspecify.annotations.NullMarked;
