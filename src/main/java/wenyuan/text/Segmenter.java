package wenyuan.text;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.collection.trie.bintrie.BinTrie;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionaryTransformMatrixDictionary;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.dictionary.TransformMatrix;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import wenyuan.model.Span;

/**
 * Cuts text into words with HanLP: no recognition of names (slow, and wrong on this genre), parts of speech on. Thread-safe.
 *
 * <p>HanLP sees the normal form, one line or at most {@value #LONGEST_PIECE} characters at a time: it takes 260 bytes of
 * heap for each character of a call. Its dictionaries (25 MB) are loaded once for all instances.
 */
public final class Segmenter {
    private static final int LONGEST_PIECE = 2_000;
    private static final int LONGEST_TOKEN = 64;
    private static final int FREQUENCY = 1_000;

    private final Segment segment;
    private final Segment plain = withDictionary(new BinTrie<>()).enablePartOfSpeechTagging(false);

    private Segmenter(Segment segment) {
        this.segment = segment;
    }

    /** A segmenter with HanLP's own dictionary and {@code words} besides, private to this instance. */
    public static Segmenter with(List<String> words) {
        BinTrie<CoreDictionary.Attribute> own = new BinTrie<>();
        for (String word : words) {
            String normal = Normal.of(word).text();
            if (!normal.isBlank()) {
                own.put(normal, new CoreDictionary.Attribute(Nature.nz, FREQUENCY));
            }
        }
        // Never insert() into this dictionary: it would write into the array that all instances share.
        Segmenter made = new Segmenter(withDictionary(own));
        made.segment("词"); // loads all dictionaries
        extendNatures();
        return made;
    }

    /**
     * Dictionaries have brought more parts of speech than HanLP's matrix of transitions knows. HanLP then extends it at every
     * call, half a megabyte each time, because it compares with a list of states that it never extends.
     */
    private static synchronized void extendNatures() {
        TransformMatrix matrix = CoreDictionaryTransformMatrixDictionary.transformMatrixDictionary;
        int natures = Nature.values().length;
        if (matrix.states.length != natures) {
            matrix.extend(natures);
            matrix.states = IntStream.range(0, natures).toArray();
        }
    }

    private static Segment withDictionary(BinTrie<CoreDictionary.Attribute> own) {
        return HanLP.newSegment()
                .enableAllNamedEntityRecognize(false)
                .enableNumberQuantifierRecognize(false)
                .enablePartOfSpeechTagging(true)
                .enableOffset(true)
                .enableCustomDictionary(new DynamicCustomDictionary(CustomDictionary.DEFAULT.dat, own, null));
    }

    /**
     * The words of {@code text} in order, normalised, blanks left out; spans count in {@code text} as given. Any length.
     * No token is longer than 64 characters.
     */
    public List<Token> segment(String text) {
        Normal normal = Normal.of(text);
        List<Token> tokens = new ArrayList<>(text.length() / 2 + 1);
        int start = 0;
        while (start < normal.text().length()) {
            int end = pieceEnd(normal.text(), start);
            segmentPiece(normal, start, end, tokens);
            start = end;
        }
        return tokens;
    }

    /**
     * The words that HanLP's own dictionary makes of a word of ours (吹哨报到: 吹哨, 报到), normalised. None when they are not
     * at least two, or one is a single character, which tells nothing on its own (三会一课).
     */
    public List<String> parts(String word) {
        List<String> parts = plain.seg(Normal.of(word).text()).stream()
                .map(term -> term.word)
                .toList();
        return parts.size() > 1 && parts.stream().allMatch(part -> part.codePointCount(0, part.length()) > 1)
                ? parts
                : List.of();
    }

    private void segmentPiece(Normal normal, int start, int end, List<Token> tokens) {
        for (Term term : segment.seg(normal.text().substring(start, end))) {
            String nature = String.valueOf(term.nature);
            int termEnd = start + term.offset + term.word.length();
            for (int from = start + term.offset; from < termEnd; ) {
                int to = shortened(normal.text(), from, termEnd, LONGEST_TOKEN);
                addToken(normal, new Span(from, to), nature, tokens);
                from = to;
            }
        }
    }

    private static void addToken(Normal normal, Span span, String nature, List<Token> tokens) {
        String word = span.of(normal.text());
        if (!word.isBlank()) {
            tokens.add(new Token(word, normal.source(span), nature));
        }
    }

    /** Up to the line end, or the last punctuation or blank before the limit, or the limit. */
    private static int pieceEnd(String text, int start) {
        int line = text.indexOf('\n', start);
        int end = line < 0 ? text.length() : line + 1;
        if (end - start <= LONGEST_PIECE) {
            return end;
        }
        int limit = shortened(text, start, end, LONGEST_PIECE);
        for (int i = limit; i > start + 1; i--) {
            char before = text.charAt(i - 1);
            if (!Character.isSurrogate(before) && !Normal.matters(before)) {
                return i;
            }
        }
        return limit;
    }

    /** The end, or the limit when that comes first; never inside a surrogate pair. */
    private static int shortened(String text, int start, int end, int limit) {
        if (end - start <= limit) {
            return end;
        }
        int at = start + limit;
        boolean inPair = Character.isHighSurrogate(text.charAt(at - 1)) && Character.isLowSurrogate(text.charAt(at));
        return inPair ? at - 1 : at;
    }
}
