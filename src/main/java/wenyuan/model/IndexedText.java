package wenyuan.model;

import java.util.Arrays;
import java.util.List;

/**
 * A text that knows where each character and each pair of neighbours stands, so that many rules can go to the few places
 * where they may match instead of trying every one. Building it costs about as much as one rule. Immutable.
 */
public final class IndexedText {
    private static final int NONE = -1;

    private final String text;
    private final Places singles;
    private final Places pairs;

    private IndexedText(String text, Places singles, Places pairs) {
        this.text = text;
        this.singles = singles;
        this.pairs = pairs;
    }

    /** Indexes {@code text}; takes time in proportion to its length. */
    public static IndexedText of(String text) {
        Places singles = new Places(text.length());
        Places pairs = new Places(text.length());
        for (int at = text.length() - 1; at >= 0; at--) {
            singles.add(text.charAt(at), at);
            if (at + 1 < text.length()) {
                pairs.add(pair(text, at), at);
            }
        }
        return new IndexedText(text, singles, pairs);
    }

    /** The text. */
    public String text() {
        return text;
    }

    /** Where one of {@code beginnings} stands, ascending, none twice. Each has at least one character. */
    int[] places(List<String> beginnings) {
        int[] found = new int[16];
        int count = 0;
        for (String beginning : beginnings) {
            Places places = beginning.length() > 1 ? pairs : singles;
            int key = beginning.length() > 1 ? pair(beginning, 0) : beginning.charAt(0);
            for (int at = places.first(key); at != NONE; at = places.next(at)) {
                if (places.keys[at] == key && text.startsWith(beginning, at)) {
                    found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                    found[count++] = at;
                }
            }
        }
        Arrays.sort(found, 0, count);
        return distinct(found, count);
    }

    private static int[] distinct(int[] ascending, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || ascending[i] != ascending[kept - 1]) {
                ascending[kept++] = ascending[i];
            }
        }
        return Arrays.copyOf(ascending, kept);
    }

    private static int pair(String text, int at) {
        return (text.charAt(at) << Character.SIZE) | text.charAt(at + 1);
    }

    /** Places by key: chains through an array, ascending in each. */
    private static final class Places {
        private static final int GOLDEN = 0x9E3779B9;

        private final int shift;
        private final int[] heads;
        private final int[] nexts;
        private final int[] keys;

        Places(int length) {
            int bits = Math.max(4, Integer.SIZE - Integer.numberOfLeadingZeros(length));
            this.shift = Integer.SIZE - bits;
            this.heads = new int[1 << bits];
            this.nexts = new int[length];
            this.keys = new int[length];
            Arrays.fill(heads, NONE);
        }

        /** In descending order of places. */
        void add(int key, int at) {
            int slot = slot(key);
            keys[at] = key;
            nexts[at] = heads[slot];
            heads[slot] = at;
        }

        int first(int key) {
            return heads[slot(key)];
        }

        int next(int at) {
            return nexts[at];
        }

        private int slot(int key) {
            return (key * GOLDEN) >>> shift;
        }
    }
}
