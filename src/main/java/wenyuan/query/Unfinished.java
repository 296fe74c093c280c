package wenyuan.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The end of a query that somebody is still typing.
 *
 * @param kept what was typed before it, which stays
 * @param chunk the words that are being typed, as typed; may be empty behind the name of a field
 * @param place what can stand there
 */
public record Unfinished(String kept, String chunk, Place place) {
    /** Where in a query something is being typed. */
    public sealed interface Place {}

    /** Where anything can stand. */
    public record Anywhere() implements Place {}

    /** Where words stand but no filter: behind 标题: and the like, or in quotes, which {@code kept} leaves out. */
    public record OnlyWords(boolean quoted) implements Place {}

    /** Behind the name of a field. */
    public record ValueOf(Field field) implements Place {}

    /**
     * What is being typed at the end of {@code typed}; empty behind a blank, a closing quote and the like.
     *
     * @param fold as for {@link QueryParser}
     */
    public static Optional<Unfinished> of(String typed, UnaryOperator<String> fold) {
        List<Warning> warnings = new ArrayList<>();
        List<Lexeme> lexemes = new Lexer(typed, fold, warnings).lexemes();
        if (lexemes.isEmpty() || lexemes.getLast().span().end() < typed.length()) {
            return Optional.empty();
        }
        Lexeme before = lexemes.get(Math.max(0, lexemes.size() - 2));
        boolean scoped = before instanceof Lexeme.In || before instanceof Lexeme.Inside;
        return switch (lexemes.getLast()) {
            case Lexeme.Chunk(String text, var span) ->
                at(typed, span.start(), text, scoped ? new OnlyWords(false) : new Anywhere());
            case Lexeme.Quoted(String text, boolean exact, var span) -> {
                boolean open =
                        warnings.stream().anyMatch(warning -> warning.span().equals(span));
                yield open && !exact ? at(typed, span.start(), text, new OnlyWords(true)) : Optional.empty();
            }
            case Lexeme.By by -> value(typed, by);
            case Lexeme.Open open -> Optional.empty();
            case Lexeme.Close close -> Optional.empty();
            case Lexeme.Or or -> Optional.empty();
            case Lexeme.Minus minus -> Optional.empty();
            case Lexeme.In in -> Optional.empty();
            case Lexeme.Inside inside -> Optional.empty();
            case Lexeme.Counted counted -> Optional.empty();
            case Lexeme.Everything all -> Optional.empty();
            case Lexeme.Near near -> Optional.empty();
            case Lexeme.Sentence sentence -> Optional.empty();
        };
    }

    private static Optional<Unfinished> value(String typed, Lexeme.By by) {
        if (by.values().isEmpty()) {
            return at(typed, typed.length(), "", new ValueOf(by.field()));
        }
        Lexeme.Value last = by.values().getLast();
        boolean quoted = !last.text().equals(last.span().of(typed));
        return quoted || last.span().end() < typed.length()
                ? Optional.empty()
                : at(typed, last.span().start(), last.text(), new ValueOf(by.field()));
    }

    private static Optional<Unfinished> at(String typed, int start, String chunk, Place place) {
        return Optional.of(new Unfinished(typed.substring(0, start), chunk, place));
    }
}
