package wenyuan.search;

import wenyuan.model.Span;

/**
 * Something worth knowing about a query, which was read as it was typed: it uses a wording that documents have given up.
 *
 * @param message a Chinese sentence for the user
 * @param wording the old wording, as typed
 * @param successor what is said today
 * @param span where {@code wording} was typed; the whole query where that cannot be told
 * @param instead the query with the new wording in place of the old
 * @param both a query that finds either
 */
public record Note(String message, String wording, String successor, Span span, String instead, String both) {}
