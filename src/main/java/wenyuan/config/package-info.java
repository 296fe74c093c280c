/**
 * What do the rules say? Comes in: the YAML files of {@code index-config/}, shipped and overridden. Goes out: a
 * {@link wenyuan.model.RuleBook}.
 *
 * <p><b>Invariant:</b> a wrong line stops the start with file, line and what was expected.
 *
 * <p>First type to read: {@link wenyuan.config.RuleBookReader}.
 */
@NullMarked
package wenyuan.config;

import org.jspecify.annotations.NullMarked;
