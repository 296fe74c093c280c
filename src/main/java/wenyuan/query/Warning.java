package wenyuan.query;

import wenyuan.model.Span;

/**
 * Something in a query that was read otherwise than it was typed, or could not be used.
 *
 * @param message a Chinese sentence for the user
 * @param span where in the typed query; empty at its end when the whole is meant
 */
public record Warning(String message, Span span) {}
