/**
 * What did the user ask? Comes in: what was typed. Goes out: a sealed {@link wenyuan.query.Query} and warnings.
 *
 * <p><b>Invariant:</b> parsing never fails; parsing a printed query gives the query back.
 *
 * <p>First type to read: {@link wenyuan.query.Query}.
 */
@NullMarked
package wenyuan.query;

import org.jspecify.annotations.NullMarked;
