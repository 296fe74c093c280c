/**
 * What do we know for certain, and since when? SQLite: documents, raw extractions, sources, fates, users.
 *
 * <p>Comes in: values of {@code model}. Goes out: the same values, numbered changes.
 *
 * <p><b>Invariant:</b> the store is the truth; an index can be thrown away and made again from here alone.
 *
 * <p>First type to read: {@link wenyuan.store.Store}.
 */
@NullMarked
package wenyuan.store;

import org.jspecify.annotations.NullMarked;
