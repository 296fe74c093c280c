package wenyuan.model;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A tree of strings that are looked for all at once. Quotation marks, blanks and the like may stand between their letters or
 * be missing; the end of a sentence or line may not. Immutable.
 */
final class Spellings {
    private static final String PASSED_OVER = "\"'、,· -<>《》〈〉";

    /** Of the string that ends here; empty when none does. */
    private final String id;
    /** Letters that may follow, ascending, and the tree behind each of them. */
    private final char[] letters;

    private final Spellings[] behind;

    private Spellings(Draft draft) {
        this.id = draft.id;
        this.letters = new char[draft.behind.size()];
        this.behind = new Spellings[draft.behind.size()];
        int at = 0;
        for (Map.Entry<Character, Draft> entry : draft.behind.entrySet()) {
            letters[at] = entry.getKey();
            behind[at++] = new Spellings(entry.getValue());
        }
    }

    /** A tree of the keys of {@code ids}. */
    static Spellings of(Map<String, String> ids) {
        Draft root = new Draft();
        ids.forEach((spelling, id) -> root.add(letters(spelling), id));
        return new Spellings(root);
    }

    /** What of a spelling must be there: two that agree in this are one. */
    static String letters(String spelling) {
        StringBuilder letters = new StringBuilder(spelling);
        for (int at = spelling.length() - 1; at >= 0; at--) {
            if (PASSED_OVER.indexOf(spelling.charAt(at)) >= 0) {
                letters.deleteCharAt(at);
            }
        }
        return letters.toString();
    }

    /** Tells of each string in {@code text} its id and where it stands, in order, none overlapping. */
    void forEach(String text, BiConsumer<String, Span> told) {
        for (int at = 0; at < text.length(); ) {
            at = longest(text, at, told);
        }
    }

    /** Tells of the longest string that begins at {@code start}, and says where to go on. */
    private int longest(String text, int start, BiConsumer<String, Span> told) {
        Spellings tree = this;
        String found = "";
        int end = start + 1;
        for (int at = start; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (at > start && PASSED_OVER.indexOf(unit) >= 0) {
                continue;
            }
            int place = Arrays.binarySearch(tree.letters, unit);
            if (place < 0) {
                break;
            }
            tree = tree.behind[place];
            if (!tree.id.isEmpty()) {
                found = tree.id;
                end = at + 1;
            }
        }
        if (!found.isEmpty()) {
            told.accept(found, new Span(start, end));
        }
        return end;
    }

    /** A tree that still grows; lives inside one call. */
    private static final class Draft {
        private final TreeMap<Character, Draft> behind = new TreeMap<>();
        private String id = "";

        void add(String letters, String newId) {
            Draft draft = this;
            for (int at = 0; at < letters.length(); at++) {
                draft = draft.behind.computeIfAbsent(letters.charAt(at), key -> new Draft());
            }
            draft.id = newId;
        }
    }
}
