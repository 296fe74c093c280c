package wenyuan.query;

import java.util.List;

/** What a user asks, one record for each thing that can be said. Immutable. */
public sealed interface Query {
    /** Every document. */
    record All() implements Query {}

    /**
     * A chunk typed without quotes and without spaces in it: its content words must all occur.
     *
     * @param text as typed
     */
    record Words(String text, Scope scope) implements Query {}

    /**
     * A quoted string.
     *
     * @param text as typed between the quotes, {@code \"} already undone
     * @param exact whether punctuation, width and script must agree too ({@code ="…"})
     */
    record Verbatim(String text, boolean exact, Scope scope) implements Query {}

    /**
     * Pieces in this order inside one sentence or paragraph. The string as a whole also matches literally.
     *
     * @param literal the whole quoted string as typed
     * @param pieces what stands between the gaps, at least two, none empty
     * @param gaps most characters allowed in each gap, one fewer than pieces; {@link #UNBOUNDED} when not said
     */
    record Pattern(String literal, List<String> pieces, List<Integer> gaps, Extent extent, Scope scope)
            implements Query {
        /** A gap without a limit of its own. */
        public static final int UNBOUNDED = Integer.MAX_VALUE;

        public Pattern {
            pieces = List.copyOf(pieces);
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * Pieces in any order inside one sentence or paragraph, one of each, none overlapping another.
     *
     * @param pieces two to {@link #MOST}, each with a letter and without a blank
     * @param within most letters between two neighbours in the text, at most {@link #WIDEST}, or {@link #ANYWHERE}
     */
    record Near(List<String> pieces, int within, Extent extent, Scope scope) implements Query {
        /** Most pieces. */
        public static final int MOST = 6;
        /** Greatest distance. */
        public static final int WIDEST = 999;
        /** No limit but that of the sentence or paragraph. */
        public static final int ANYWHERE = Integer.MAX_VALUE;

        public Near {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * Documents that carry one of these labels.
     *
     * @param values ids of labels; for {@link Field#SOURCE} names of collections or beginnings of paths; never for
     *     {@link Field#YEAR}
     */
    record Filter(Field field, List<String> values) implements Query {
        public Filter {
            values = List.copyOf(values);
        }
    }

    /**
     * Documents whose meeting was held (or, disputed, may have been held) in these years.
     *
     * @param from first year; {@link Integer#MIN_VALUE} when open
     * @param to last year, included; {@link Integer#MAX_VALUE} when open
     */
    record Years(int from, int to) implements Query {}

    /**
     * Documents whose outline has so many parts, counted on its outermost level of headings.
     *
     * @param from fewest; {@link Integer#MIN_VALUE} when open
     * @param to most, included; {@link Integer#MAX_VALUE} when open
     */
    record Parts(int from, int to) implements Query {}

    /**
     * Plain words, or (less well) the same said otherwise. No parser makes it.
     *
     * @param others queries that may match in place of {@code typed}
     */
    record Widened(Words typed, List<Query> others) implements Query {
        public Widened {
            others = List.copyOf(others);
        }
    }

    /**
     * A string in which a placeholder is only a placeholder: texts that left a name out. No parser makes it.
     *
     * @param text with at least one placeholder
     */
    record Masked(String text, Scope scope) implements Query {}

    /** All of these. */
    record And(List<Query> parts) implements Query {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of these. */
    record Or(List<Query> parts) implements Query {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** Not this. */
    record Not(Query part) implements Query {}

    /** The same thought in other words ({@code ~…}). */
    record Thought(String text) implements Query {}
}
