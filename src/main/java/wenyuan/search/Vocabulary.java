package wenyuan.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import wenyuan.text.Pronunciation;

/**
 * The words of an archive, to be found by their beginning, their sound and their look. Immutable. No look-up reads more than
 * {@value #LOOKED_AT} words, but {@link #oneApart}, which reads all of them once.
 */
public final class Vocabulary {
    private static final int LOOKED_AT = 5_000;
    private static final int LONGEST = 8;

    private static final Comparator<Word> COMMONEST =
            Comparator.comparingLong(Word::documents).reversed().thenComparing(Word::text);

    private final List<Entry> byText;
    private final List<Entry> bySound;
    private final List<Entry> byInitials;

    private Vocabulary(List<Entry> byText, List<Entry> bySound, List<Entry> byInitials) {
        this.byText = byText;
        this.bySound = bySound;
        this.byInitials = byInitials;
    }

    /**
     * A word.
     *
     * @param text in normal form
     * @param documents how many hold it
     */
    public record Word(String text, long documents) {}

    private record Entry(String key, Word word) {}

    /** The words among these that are Han characters, two to eight of them; with the number of their documents. */
    public static Vocabulary of(Map<String, Long> words) {
        List<Entry> byText = new ArrayList<>();
        List<Entry> bySound = new ArrayList<>();
        List<Entry> byInitials = new ArrayList<>();
        words.forEach((text, documents) -> {
            List<String> syllables =
                    text.length() >= 2 && text.length() <= LONGEST ? Pronunciation.of(text) : List.<String>of();
            if (!syllables.isEmpty()) {
                Word word = new Word(text, documents);
                byText.add(new Entry(text, word));
                bySound.add(new Entry(String.join("", syllables), word));
                byInitials.add(new Entry(initials(syllables), word));
            }
        });
        return new Vocabulary(sorted(byText), sorted(bySound), sorted(byInitials));
    }

    private static String initials(List<String> syllables) {
        StringBuilder initials = new StringBuilder();
        syllables.forEach(syllable -> initials.append(syllable.charAt(0)));
        return initials.toString();
    }

    private static List<Entry> sorted(List<Entry> entries) {
        return entries.stream().sorted(Comparator.comparing(Entry::key)).toList();
    }

    /** Words that begin so, in characters or in the letters of their pinyin or its initials; the commonest first. */
    public List<Word> beginning(String typed, int most) {
        return Stream.of(byText, bySound, byInitials)
                .flatMap(entries -> range(entries, typed, false).stream())
                .map(Entry::word)
                .distinct()
                .sorted(COMMONEST)
                .limit(most)
                .toList();
    }

    /** Words with just this pinyin, written together without tones; the commonest first. */
    public List<Word> sounding(String pinyin, int most) {
        return exactly(bySound, pinyin, most);
    }

    /** Words whose syllables begin with just these letters; the commonest first. */
    public List<Word> initialled(String initials, int most) {
        return exactly(byInitials, initials, most);
    }

    /** Words as long as this one in which just one character is another; the commonest first. */
    public List<Word> oneApart(String word, int most) {
        return byText.stream()
                .map(Entry::word)
                .filter(other -> isOneApart(other.text(), word))
                .sorted(COMMONEST)
                .limit(most)
                .toList();
    }

    private static boolean isOneApart(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        int differences = 0;
        for (int i = 0; i < one.length() && differences < 2; i++) {
            differences += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return differences == 1;
    }

    private static List<Word> exactly(List<Entry> entries, String key, int most) {
        return range(entries, key, true).stream()
                .map(Entry::word)
                .sorted(COMMONEST)
                .limit(most)
                .toList();
    }

    private static List<Entry> range(List<Entry> entries, String key, boolean whole) {
        int from = first(entries, key);
        int to = from;
        while (to < entries.size()
                && to - from < LOOKED_AT
                && (whole
                        ? entries.get(to).key().equals(key)
                        : entries.get(to).key().startsWith(key))) {
            to++;
        }
        return entries.subList(from, to);
    }

    private static int first(List<Entry> entries, String key) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).key().compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
