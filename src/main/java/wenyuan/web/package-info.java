/**
 * What do people see in a browser? Pages and the JSON interface over a running archive.
 *
 * <p><b>Invariant:</b> no other host is ever asked for anything; every state of a page is in its address.
 *
 * <p>First type to read: {@link wenyuan.web.WebServer}.
 */
@NullMarked
package wenyuan.web;

import org.jspecify.annotations.NullMarked;
