package wenyuan.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Strings that are looked for all at once. Quotation marks, blanks and the like may stand between their letters or be
 * missing; the end of a sentence or line may not. Immutable.
 */
final class Spellings {
    private static final String PASSED_OVER = "\"'、,· -<>《》〈〉";

    private final Tree tree;
    /** First letters, to see at once where nothing begins. */
    private final BitSet openings = new BitSet();

    /** Looks for the keys of {@code ids}. */
    Spellings(Map<String, String> ids) {
        Draft draft = new Draft();
        ids.forEach((spelling, id) -> draft.add(letters(spelling), id));
        this.tree = new Tree(draft);
        draft.behind.keySet().forEach(openings::set);
    }

    /** Tells of each string in {@code text} its id and where it stands, in order: the longest of those that begin first. */
    void forEach(String text, BiConsumer<String, Span> told) {
        for (int at = 0; at < text.length(); ) {
            at = openings.get(text.charAt(at)) ? longest(text, at, told) : at + 1;
        }
    }

    /** Tells of the longest string that begins at {@code start}, and says where to go on. */
    private int longest(String text, int start, BiConsumer<String, Span> told) {
        Tree now = tree;
        String found = "";
        int end = start + 1;
        for (int at = start; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (at > start && PASSED_OVER.indexOf(unit) >= 0) {
                continue;
            }
            int place = Arrays.binarySearch(now.letters, unit);
            if (place < 0) {
                break;
            }
            now = now.behind[place];
            if (!now.id.isEmpty()) {
                found = now.id;
                end = at + 1;
            }
        }
        if (!found.isEmpty()) {
            told.accept(found, new Span(start, end));
        }
        return end;
    }

    private static String letters(String spelling) {
        StringBuilder letters = new StringBuilder();
        spelling.chars().filter(unit -> PASSED_OVER.indexOf(unit) < 0).forEach(unit -> letters.append((char) unit));
        return letters.toString();
    }

    /** What may follow some letters. */
    private static final class Tree {
        /** Of the string that ends here; empty when none does. */
        private final String id;
        /** Letters that may come next, ascending, and the tree behind each of them. */
        private final char[] letters;

        private final Tree[] behind;

        Tree(Draft draft) {
            this.id = draft.id;
            this.letters = new char[draft.behind.size()];
            this.behind = new Tree[draft.behind.size()];
            int at = 0;
            for (Map.Entry<Character, Draft> entry : draft.behind.entrySet()) {
                letters[at] = entry.getKey();
                behind[at++] = new Tree(entry.getValue());
            }
        }
    }

    /** A tree that still grows; lives inside one call. */
    private static final class Draft {
        private final TreeMap<Character, Draft> behind = new TreeMap<>();
        private String id = "";

        void add(String spelling, String newId) {
            Draft draft = this;
            for (int at = 0; at < spelling.length(); at++) {
                draft = draft.behind.computeIfAbsent(spelling.charAt(at), key -> new Draft());
            }
            draft.id = newId;
        }
    }
}
