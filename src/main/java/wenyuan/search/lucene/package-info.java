/**
 * How does one machine find it? The port on an embedded Lucene index.
 *
 * <p>Comes in: documents and requests. Goes out: pages. The index is derived: it can be thrown away.
 *
 * <p><b>Invariant:</b> a commit carries the position in the store that it reaches to.
 *
 * <p>First type to read: {@link wenyuan.search.lucene.LuceneEngine}.
 */
@NullMarked
package wenyuan.search.lucene;

import org.jspecify.annotations.NullMarked;
