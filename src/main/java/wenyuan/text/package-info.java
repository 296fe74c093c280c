/**
 * What are the characters, words and sentences of a Chinese text? Comes in: strings. Goes out: the normal form that
 * matching sees, tokens, sentences, numbers.
 *
 * <p><b>Invariant:</b> everything keeps a way back to offsets of the string that came in; nothing depends on context
 * wider than a run of characters, so that a cut phrase folds like its document.
 *
 * <p>First type to read: {@link wenyuan.text.Normal}. HanLP lives here and nowhere else.
 */
@NullMarked
package wenyuan.text;

import org.jspecify.annotations.NullMarked;
