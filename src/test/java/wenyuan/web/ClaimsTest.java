package wenyuan.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wenyuan.config.RuleBookReader;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.model.Place;
import wenyuan.model.Span;

class ClaimsTest {
    @Test
    void theSameWordsAreShownOnceHoweverOftenTheyWereSeen() {
        Document document = new Samples(RuleBookReader.shipped().taxonomy()).forum();
        String year = "建党99周年";
        Span first = span(document, year, 0);
        List<Mark> marks = new ArrayList<>();
        List<Claims.Proof> proofs = Claims.proofs(
                document,
                List.of(
                        evidence("founding", year, first),
                        evidence("anniversary", year, first),
                        evidence("founding", year, first),
                        evidence("street", "清溪街道", span(document, "清溪街道", 0))),
                marks,
                Messages.CHINESE);
        assertEquals(
                List.of(
                        new Claims.Proof(year, "e1", "", "founding anniversary"),
                        new Claims.Proof("清溪街道", "e4", "", "street")),
                proofs);
        assertEquals(4, marks.size(), "each stays marked in the text");
    }

    private static Evidence evidence(String rule, String quote, Span span) {
        return new Evidence(rule, new Place.Text(), quote, span);
    }

    private static Span span(Document document, String quote, int from) {
        int start = document.text().indexOf(quote, from);
        return new Span(start, start + quote.length());
    }
}
