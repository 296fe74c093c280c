package wenyuan.search;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import wenyuan.text.Normal;

/**
 * A quoted string with placeholders ({@code ××县委}): each stands for a placeholder or any name of one to four characters.
 *
 * @param pieces letters between the placeholders, in order; at least one
 * @param expression finds it in letters; of a name at an edge, where it is not known where it begins, only the nearest
 *     placeholder is part of the match
 */
public record Slotted(List<String> pieces, Pattern expression) {
    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 4;

    private static final String SLOT = String.valueOf(Normal.SLOT);

    public Slotted {
        pieces = List.copyOf(pieces);
    }

    /** Reads the letters of a quoted string; empty when there is no placeholder in it, or nothing else. */
    public static Optional<Slotted> of(String letters) {
        List<String> pieces = Arrays.stream(letters.split(SLOT))
                .filter(piece -> !piece.isEmpty())
                .toList();
        if (pieces.isEmpty() || !letters.contains(SLOT)) {
            return Optional.empty();
        }
        String before = letters.startsWith(SLOT) ? "(?:" + SLOT + "|(?<=.))" : "";
        String after = letters.endsWith(SLOT) ? "(?:" + SLOT + "|(?=.))" : "";
        String between = ".{1," + LONGEST_NAME + "}?";
        return Optional.of(new Slotted(
                pieces,
                Pattern.compile(
                        before + pieces.stream().map(Pattern::quote).collect(joining(between)) + after,
                        Pattern.DOTALL)));
    }
}
