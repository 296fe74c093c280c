/**
 * The port between the program and an engine: what can be asked, what comes back, and what an engine must take in.
 *
 * <p><b>Invariant:</b> whatever can be ours (tokens, normal form, marks) is outside the engines, so that all give the same
 * answers.
 *
 * <p>First type to read: {@link wenyuan.search.SearchEngine}.
 */
@NullMarked
package wenyuan.search;

import org.jspecify.annotations.NullMarked;
