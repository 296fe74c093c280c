package wenyuan.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenyuan.model.Span;
import wenyuan.query.Query;
import wenyuan.query.Scope;
import wenyuan.text.Normal;
import wenyuan.text.Segmenter;
import wenyuan.text.Token;

/**
 * What a query leaves open: the gaps of a pattern, the placeholders of a quoted string.
 *
 * @param pieces letters between which something is left open
 * @param before whether something is left open in front of the first
 * @param after whether something is left open behind the last
 */
record Gap(List<String> pieces, boolean before, boolean after, Segmenter segmenter) {
    private static final String OPENING = "“‘《〈「『（(【[";
    private static final String CLOSING = "”’》〉」』）)】]";

    /**
     * What fills one of them.
     *
     * @param number which one, from 1
     * @param text as it stands
     * @param letters the same in normal form
     * @param whole letters with the pieces beside it; empty for a placeholder
     */
    record Filling(int number, String text, String letters, String whole) {}

    /** What {@code query} leaves open; empty when nothing, or when it asks for several things. */
    static Optional<Gap> in(Query query, Segmenter segmenter) {
        return Focus.of(query).filter(Focus::leavesOpen).flatMap(focus -> of(focus.sought(), segmenter));
    }

    private static Optional<Gap> of(Sought sought, Segmenter segmenter) {
        if (sought instanceof Sought.Pieces pieces) {
            return Optional.of(new Gap(pieces.pieces(), false, false, segmenter));
        }
        return sought instanceof Sought.Named(Slotted slotted, Scope scope)
                ? Optional.of(new Gap(slotted.pieces(), slotted.before(), slotted.after(), segmenter))
                : Optional.empty();
    }

    /** What fills them in one occurrence; a gap that holds nothing is left out. */
    List<Filling> fillings(Occurrence occurrence) {
        String sentence = occurrence.sentence();
        Normal letters = Normal.of(sentence).letters();
        Span match = letters.normal(occurrence.at());
        List<Filling> found = new ArrayList<>();
        List<Span> places = places(letters.text(), match);
        if (places.isEmpty()) {
            return found;
        }
        int first = 1;
        if (before) {
            add(
                    found,
                    first++,
                    sentence,
                    letters,
                    ahead(sentence, letters, places.getFirst().start()),
                    "",
                    pieces.getFirst());
        }
        for (int i = 1; i < places.size(); i++) {
            int start = places.get(i - 1).end();
            Span between = new Span(start, places.get(i).start());
            add(found, first++, sentence, letters, between, pieces.get(i - 1), pieces.get(i));
        }
        if (after) {
            add(
                    found,
                    first,
                    sentence,
                    letters,
                    behind(sentence, letters, places.getLast().end()),
                    pieces.getLast(),
                    "");
        }
        return found;
    }

    /** Where the pieces stand: the first and the last at the ends of the match, each other as near to the next as it can. */
    private List<Span> places(String letters, Span match) {
        List<Span> places = new ArrayList<>();
        int end = letters.startsWith(Slotted.PLACEHOLDER, match.end() - 1) && after ? match.end() - 1 : match.end();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            String piece = pieces.get(i);
            int start = i == pieces.size() - 1
                    ? end - piece.length()
                    : letters.lastIndexOf(piece, places.getFirst().start() - piece.length());
            if (start < match.start() || !letters.startsWith(piece, start)) {
                return List.of();
            }
            places.addFirst(new Span(start, start + piece.length()));
        }
        return places;
    }

    private static void add(
            List<Filling> found, int number, String sentence, Normal letters, Span place, String left, String right) {
        if (place.length() > 0) {
            String filling = place.of(letters.text());
            String whole = filling.contains(Slotted.PLACEHOLDER) ? "" : left + filling + right;
            found.add(new Filling(number, quoted(sentence, letters.source(place)), filling, whole));
        }
    }

    /** With the sign that opens or closes what is closed or opened inside. */
    private static String quoted(String sentence, Span place) {
        String text = place.of(sentence);
        int opening = place.start() == 0 ? -1 : OPENING.indexOf(sentence.charAt(place.start() - 1));
        int closing = place.end() == sentence.length() ? -1 : CLOSING.indexOf(sentence.charAt(place.end()));
        boolean open = opening >= 0 && (opening == closing || text.indexOf(CLOSING.charAt(opening)) >= 0);
        boolean closed = closing >= 0 && (opening == closing || text.indexOf(OPENING.charAt(closing)) >= 0);
        return new Span(open ? place.start() - 1 : place.start(), closed ? place.end() + 1 : place.end()).of(sentence);
    }

    /** The name in front of {@code end}: the word that ends there, or what of it there is; empty behind punctuation. */
    private Span ahead(String sentence, Normal letters, int end) {
        if (end > 0 && letters.text().startsWith(Slotted.PLACEHOLDER, end - 1)) {
            return new Span(end - 1, end);
        }
        int start = end;
        for (Token word : segmenter.segment(sentence).reversed()) {
            Span place = letters.normal(word.span());
            if (place.start() < start && place.end() >= start) {
                if (!goesOn(word, end - start, end - place.start())) {
                    break;
                }
                start = place.start();
            }
        }
        return unbroken(letters, new Span(Math.max(start, end - Slotted.LONGEST_NAME), end), end);
    }

    /** The name behind {@code start}. */
    private Span behind(String sentence, Normal letters, int start) {
        if (letters.text().startsWith(Slotted.PLACEHOLDER, start)) {
            return new Span(start, start + 1);
        }
        int end = start;
        for (Token word : segmenter.segment(sentence)) {
            Span place = letters.normal(word.span());
            if (place.end() > end && place.start() <= end) {
                if (!goesOn(word, end - start, place.end() - start)) {
                    break;
                }
                end = place.end();
            }
        }
        return unbroken(letters, new Span(start, Math.min(end, start + Slotted.LONGEST_NAME)), start);
    }

    /** Whether a word is a name, or makes one of the single character that is there. */
    private static boolean goesOn(Token word, int before, int with) {
        boolean first = before == 0;
        return word.content()
                && (first
                        || (before == 1
                                && with <= Slotted.LONGEST_NAME
                                && !word.nature().startsWith("v")));
    }

    /** A name holds no punctuation and none parts it from the piece that begins or ends at {@code beside}. */
    private static Span unbroken(Normal letters, Span name, int beside) {
        boolean whole = letters.source(name).length() == name.length();
        return whole && touches(letters, beside) ? name : new Span(beside, beside);
    }

    private static boolean touches(Normal letters, int at) {
        return at == 0
                || at == letters.text().length()
                || letters.source(new Span(at - 1, at)).end()
                        == letters.source(new Span(at, at + 1)).start();
    }
}
