package wenyuan.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import wenyuan.model.Span;
import wenyuan.model.Taxonomy;

/**
 * Reads what people type; takes time in proportion to its length. Thread-safe: immutable.
 *
 * <pre>
 * query    = every { ("OR" | "|") every }
 * every    = { unary }                            all of these; AND may stand between
 * unary    = { "-" | "NOT" | scope ":" | extent ":" } primary   scope and extent hold for all that the primary holds
 * primary  = "(" query ")" | ["="] quoted | quoted "~" 5 | field ":" value { ("," | "、") value } | "~" sentence | "*" | chunk
 * quoted   = "…" | “…” | 「…」 | 『…』               \" for a quote inside, \\ for a backslash; =: to the character
 *            with … or * between pieces of letters a pattern; …5: at most five characters there
 * near     = quoted "~" 5                         directly behind the closing quote: the pieces between blanks, two to six,
 *            in any order inside one sentence, not overlapping, at most five letters or digits between neighbours
 *            (punctuation does not count); without the number a quoted string is verbatim, blanks or not
 * extent   = 同句 | 同段 (sentence, paragraph)     what must hold all pieces of a pattern or of near, a sentence unless it
 *            says otherwise; behind it, pieces between blanks are near without a number: anywhere in it
 * scope    = 标题 | 小标题 | 小标题1 to 小标题5 | 开头 | 结尾 (title, heading, heading1, opening, closing)
 * field    = a name of {@link Field};  value = label id, name or part of a name, quoted or not
 * parts    = ("分论点" | "parts") ":" 3 | 3..5    number of parts of the outline, one of the fields
 * years    = 2020 | 2018..2022 | 2020.. | ..2020
 * </pre>
 *
 * Every sign may be full-width. A chunk ends at a blank, a bracket, a quote or {@code |}; other punctuation stays in it.
 * What cannot be used is left out with a warning; a query of negations alone starts from everything.
 */
public final class QueryParser {
    /** Brackets deeper than this are read as if they were not there. */
    private static final int DEEPEST = 50;
    /** Nobody reads more warnings. */
    private static final int MOST_WARNINGS = 50;

    private final Labels labels;
    private final UnaryOperator<String> fold;

    /** A parser that knows the names of these labels, in just this script and case. */
    public QueryParser(Taxonomy taxonomy) {
        this(taxonomy, UnaryOperator.identity());
    }

    /**
     * A parser that knows the names of these labels.
     *
     * @param fold applied to names of fields and labels before they are compared: the normal form, so that 類型 is 类型
     */
    public QueryParser(Taxonomy taxonomy, UnaryOperator<String> fold) {
        this.labels = new Labels(taxonomy, fold);
        this.fold = fold;
    }

    /** Reads {@code typed}; never fails. An empty query is {@link Query.All}. */
    public Parsed parse(String typed) {
        List<Warning> warnings = new ArrayList<>();
        List<Lexeme> lexemes = new Lexer(typed, fold, warnings).lexemes();
        Query query = new Reading(lexemes, labels, warnings).query();
        warnings.sort(Comparator.comparing(Warning::span));
        return new Parsed(query, warnings.subList(0, Math.min(warnings.size(), MOST_WARNINGS)));
    }

    /** What scope and extent, typed in front, say of all that follows. */
    private record Place(Scope scope, Optional<Extent> extent) {
        /** What a quoted string without {@code =} asks for. */
        Query pattern(String text) {
            return Gaps.read(text, extent.orElse(Extent.SENTENCE), scope);
        }

        Query near(List<String> pieces, int within) {
            return new Query.Near(pieces, within, extent.orElse(Extent.SENTENCE), scope);
        }
    }

    /** One pass over the lexemes of one query. */
    private static final class Reading {
        private final List<Lexeme> lexemes;
        private final Labels labels;
        private final List<Warning> warnings;
        private int at;
        private int depth;
        /** Opening brackets that were too deep; their closing ones are ignored too. */
        private int ignored;

        Reading(List<Lexeme> lexemes, Labels labels, List<Warning> warnings) {
            this.lexemes = lexemes;
            this.labels = labels;
            this.warnings = warnings;
        }

        Query query() {
            return any(new Place(new Scope.Text(), Optional.empty())).orElseGet(Query.All::new);
        }

        private Optional<Query> any(Place place) {
            List<Query> alternatives = new ArrayList<>();
            Optional<Query> first = every(place);
            first.ifPresent(alternatives::add);
            boolean complete = first.isPresent();
            while (at < lexemes.size() && lexemes.get(at) instanceof Lexeme.Or or) {
                at++;
                Optional<Query> next = every(place);
                next.ifPresent(alternatives::add);
                if (!complete || next.isEmpty()) {
                    warn("“OR”要写在两个词之间，这里缺一边，已忽略", or.span());
                }
                complete = true;
            }
            return Logic.any(alternatives);
        }

        private Optional<Query> every(Place place) {
            List<Query> parts = new ArrayList<>();
            while (at < lexemes.size() && !(lexemes.get(at) instanceof Lexeme.Or) && !closes()) {
                unary(place).ifPresent(parts::add);
            }
            return Logic.all(parts);
        }

        /** Whether a group ends here. Brackets that end none are passed over. */
        private boolean closes() {
            return lexemes.get(at) instanceof Lexeme.Close && ignored == 0 && depth > 0;
        }

        private Optional<Query> unary(Place outer) {
            Place place = outer;
            boolean negated = false;
            int start = at;
            for (; at < lexemes.size(); at++) {
                if (lexemes.get(at) instanceof Lexeme.In in) {
                    place = new Place(in.scope(), place.extent());
                } else if (lexemes.get(at) instanceof Lexeme.Inside inside) {
                    place = new Place(place.scope(), Optional.of(inside.extent()));
                } else if (lexemes.get(at) instanceof Lexeme.Minus) {
                    negated = !negated;
                } else {
                    break;
                }
            }
            if (at == lexemes.size() || lexemes.get(at) instanceof Lexeme.Or || closes()) {
                warn("后面没有要查的内容，已忽略", lexemes.get(start).span());
                return Optional.empty();
            }
            List<Lexeme> signs = lexemes.subList(start, at);
            Optional<Query> part = primary(lexemes.get(at++), place);
            part.ifPresent(query -> warnOfExtent(query, signs));
            return negated ? part.map(Logic::not) : part;
        }

        private Optional<Query> primary(Lexeme lexeme, Place place) {
            return switch (lexeme) {
                case Lexeme.Open open -> group(open, place);
                case Lexeme.Close close -> stray(close);
                case Lexeme.Everything all -> Optional.of(new Query.All());
                case Lexeme.By by -> labels.read(by, warnings);
                case Lexeme.Counted counted -> counted(counted);
                case Lexeme.Chunk chunk ->
                    withLetters(chunk.text(), chunk.span()).map(text -> new Query.Words(text, place.scope()));
                case Lexeme.Sentence sentence ->
                    withLetters(sentence.text(), sentence.span()).map(Query.Thought::new);
                case Lexeme.Quoted quoted ->
                    withLetters(quoted.text(), quoted.span())
                            .map(text -> quoted.exact()
                                    ? new Query.Verbatim(text, true, place.scope())
                                    : quoted(text, place, quoted.span()));
                case Lexeme.Near near -> withLetters(near.text(), near.span()).map(text -> near(near, place));
                case Lexeme.In in -> throw new IllegalStateException("A scope is no primary: " + in);
                case Lexeme.Inside inside -> throw new IllegalStateException("An extent is no primary: " + inside);
                case Lexeme.Minus minus -> throw new IllegalStateException("A sign is no primary: " + minus);
                case Lexeme.Or or -> throw new IllegalStateException("A sign is no primary: " + or);
            };
        }

        private Optional<Query> counted(Lexeme.Counted counted) {
            if (counted.values().isEmpty()) {
                warn("“" + counted.what().field() + "”后面没有值，未按它筛选", counted.span());
            }
            return counted.what().read(counted.values(), warnings);
        }

        private Query near(Lexeme.Near near, Place place) {
            List<String> pieces = pieces(near.text());
            if (pieces.size() < 2) {
                warn("“~”前面的引号里要有两个以上用空格隔开的词，已按原文查找", near.span());
                return place.pattern(near.text());
            }
            return near(pieces, near.within(), place, near.span());
        }

        /** Behind an extent, what is parted by blanks need not stand in a row. */
        private Query quoted(String text, Place place, Span span) {
            Query read = place.pattern(text);
            List<String> pieces = pieces(text);
            boolean parted = read instanceof Query.Verbatim && pieces.size() > 1;
            return parted && place.extent().isPresent() ? near(pieces, Query.Near.ANYWHERE, place, span) : read;
        }

        /** As many of these pieces, and as far apart, as can be asked for. */
        private Query near(List<String> pieces, int within, Place place, Span span) {
            boolean wide = within > Query.Near.WIDEST && within != Query.Near.ANYWHERE;
            if (pieces.size() > Query.Near.MOST || wide) {
                warn("引号里最多 " + Query.Near.MOST + " 个词、“~”最多相隔 " + Query.Near.WIDEST + " 个字，超出的已略去", span);
            }
            return place.near(
                    pieces.subList(0, Math.min(pieces.size(), Query.Near.MOST)), wide ? Query.Near.WIDEST : within);
        }

        private static List<String> pieces(String text) {
            return Stream.of(Signs.pieces(text)).filter(Signs::hasLetter).toList();
        }

        private Optional<Query> group(Lexeme.Open open, Place place) {
            if (depth == DEEPEST) {
                ignored++;
                warn("括号最多套 " + DEEPEST + " 层，更深的已忽略", open.span());
                return Optional.empty();
            }
            depth++;
            Optional<Query> inside = any(place);
            depth--;
            if (at < lexemes.size()) {
                at++;
            } else {
                warn("括号没有配对，从这里到末尾算一组", open.span());
            }
            return inside;
        }

        private Optional<Query> stray(Lexeme.Close close) {
            if (ignored > 0) {
                ignored--;
            } else {
                warn("多出一个右括号，已忽略", close.span());
            }
            return Optional.empty();
        }

        private Optional<String> withLetters(String text, Span span) {
            if (Signs.hasLetter(text)) {
                return Optional.of(text);
            }
            warn("“" + Signs.brief(text) + "”里没有可查的字，已忽略", span);
            return Optional.empty();
        }

        private void warnOfExtent(Query read, List<Lexeme> signs) {
            signs.stream()
                    .filter(lexeme ->
                            lexeme instanceof Lexeme.Inside(Extent extent, Span where) && !hasExtent(read, extent))
                    .forEach(inside -> warn("“同句”“同段”后面要有引号，里面是带“…”的句式或用空格隔开的词，这里没有，已忽略", inside.span()));
        }

        private static boolean hasExtent(Query query, Extent extent) {
            return switch (query) {
                case Query.Pattern pattern -> pattern.extent() == extent;
                case Query.Near near -> near.extent() == extent;
                case Query.And(List<Query> parts) -> parts.stream().anyMatch(part -> hasExtent(part, extent));
                case Query.Or(List<Query> parts) -> parts.stream().anyMatch(part -> hasExtent(part, extent));
                case Query.Not(Query part) -> hasExtent(part, extent);
                default -> false;
            };
        }

        private void warn(String message, Span span) {
            warnings.add(new Warning(message, span));
        }
    }
}
