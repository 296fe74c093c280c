/**
 * Is the archive in order, and how good are its labels? Verify, evaluate.
 *
 * <p>First type to read: {@link wenyuan.ops.Verify}.
 */
@NullMarked
package wenyuan.ops;

import org.jspecify.annotations.NullMarked;
