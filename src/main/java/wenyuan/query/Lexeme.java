package wenyuan.query;

import java.util.List;
import wenyuan.model.Span;

/** One sign or chunk of a typed query. */
sealed interface Lexeme {
    /** Where it was typed. */
    Span span();

    record Open(Span span) implements Lexeme {}

    record Close(Span span) implements Lexeme {}

    record Or(Span span) implements Lexeme {}

    record Minus(Span span) implements Lexeme {}

    record In(Scope scope, Span span) implements Lexeme {}

    record Inside(Extent extent, Span span) implements Lexeme {}

    record By(Field field, List<Value> values, Span span) implements Lexeme {}

    record Counted(Ranges what, List<Value> values, Span span) implements Lexeme {}

    record Everything(Span span) implements Lexeme {}

    record Chunk(String text, Span span) implements Lexeme {}

    record Quoted(String text, boolean exact, Span span) implements Lexeme {}

    record Near(String text, int within, Span span) implements Lexeme {}

    record Sentence(String text, Span span) implements Lexeme {}

    /** One of the values behind a field's colon. */
    record Value(String text, Span span) {}
}
