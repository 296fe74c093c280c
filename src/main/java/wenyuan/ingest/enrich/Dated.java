package wenyuan.ingest.enrich;

import java.util.ArrayList;
import java.util.List;
import wenyuan.model.Span;

/** The sentences of a text that name a year. Expressions for dates look only there: in most sentences there is none. */
final class Dated {
    private static final String DIGITS = "0123456789〇零一二三四五六七八九o";
    private static final String ENDS = "\n。!?";

    private Dated() {}

    /** In order, none twice. */
    static List<Span> sentences(String text) {
        List<Span> sentences = new ArrayList<>();
        int at = text.indexOf('年');
        while (at >= 0) {
            int end = at + 1;
            if (numbered(text, at)) {
                end = end(text, at);
                sentences.add(new Span(start(text, at), end));
            }
            at = text.indexOf('年', end);
        }
        return sentences;
    }

    private static boolean numbered(String text, int at) {
        int before = at > 0 && text.charAt(at - 1) == ' ' ? at - 2 : at - 1;
        return before >= 0 && DIGITS.indexOf(text.charAt(before)) >= 0;
    }

    private static int start(String text, int at) {
        int start = at;
        while (start > 0 && ENDS.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    private static int end(String text, int at) {
        int end = at + 1;
        while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
