package wenyuan.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.tests.analysis.BaseTokenStreamTestCase;
import org.apache.lucene.tests.util.TestUtil;

public class BigramsTest extends BaseTokenStreamTestCase {
    public void testPairsKeepTheirDistance() throws IOException {
        int gap = Bigrams.GAP;
        assertTokenStreamContents(
                new Bigrams(List.of("甲乙丙", "丁", "𠮷戊", "")),
                new String[] {"甲乙", "乙丙", "𠮷戊"},
                new int[] {1, 1, 1 + 1 + gap + 1 + gap});
        assertTokenStreamContents(new Bigrams(List.of()), new String[0]);
        assertArrayEquals(new int[] {0, 3 + gap, 4 + 2 * gap}, Bigrams.bases(List.of("甲乙丙", "丁", "𠮷戊")));
    }

    public void testLettersThatFramePatternsHavePositions() throws IOException {
        assertTokenStreamContents(
                new Bigrams(List.of("以人为", "本", "把")),
                new String[] {"以人", "以", "人为", "为", "把"},
                new int[] {1, 0, 1, 1, 1 + Bigrams.GAP + 1 + Bigrams.GAP});
        assertEquals(List.of("把"), Bigrams.terms("把"));
        assertEquals(List.of("把握"), Bigrams.terms("把握"));
        assertEquals(List.of(), Bigrams.terms("党"));
        assertEquals(List.of(), Bigrams.terms(""));
    }

    public void testPairsOfOneString() {
        assertEquals(List.of("甲𠮷", "𠮷乙"), Bigrams.of("甲𠮷乙"));
        assertEquals(List.of(), Bigrams.of("𠮷"));
        assertEquals(List.of(), Bigrams.of(""));
    }

    public void testAnyTextKeepsTheContract() throws IOException {
        Random random = random();
        for (int round = 0; round < 300; round++) {
            List<String> passages = new ArrayList<>();
            for (int passage = random.nextInt(4); passage > 0; passage--) {
                passages.add(withoutFrames(TestUtil.randomUnicodeString(random, 40)));
            }
            int[] bases = Bigrams.bases(passages);
            List<String> pairs = new ArrayList<>();
            List<Integer> increments = new ArrayList<>();
            int last = -1;
            for (int passage = 0; passage < passages.size(); passage++) {
                int position = bases[passage];
                for (String pair : Bigrams.of(passages.get(passage))) {
                    pairs.add(pair);
                    increments.add(position - last);
                    last = position++;
                }
            }
            assertTokenStreamContents(
                    new Bigrams(passages),
                    pairs.toArray(String[]::new),
                    increments.stream().mapToInt(Integer::intValue).toArray());
            assertTokenStreamContents(new Terms(pairs), pairs.toArray(String[]::new));
        }
    }

    private static String withoutFrames(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .filter(letter -> Bigrams.terms(letter).isEmpty())
                .collect(java.util.stream.Collectors.joining());
    }
}
