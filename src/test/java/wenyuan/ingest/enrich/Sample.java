package wenyuan.ingest.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenyuan.config.RuleBookReader;
import wenyuan.model.Attributes;
import wenyuan.model.Block;
import wenyuan.model.Claim;
import wenyuan.model.Cleaned;
import wenyuan.model.Evidence;
import wenyuan.model.Heading;
import wenyuan.model.Layout;
import wenyuan.model.RuleBook;
import wenyuan.model.Span;
import wenyuan.model.Zone;

/** A small document made by hand: a title line, and what follows. */
record Sample(String title, String body, String path, List<Zone> zones, List<Claim> status) {
    static final RuleBook RULES = RuleBookReader.shipped();

    static Sample titled(String title) {
        return new Sample(title, "", "folder/file.txt", List.of(), List.of());
    }

    static Sample untitled(String body) {
        return new Sample("", body, "folder/file.txt", List.of(), List.of());
    }

    Sample body(String newBody) {
        return new Sample(title, newBody, path, zones, status);
    }

    Sample path(String newPath) {
        return new Sample(title, body, newPath, zones, status);
    }

    /** One text of a compilation. */
    Sample collected() {
        Claim claim = new Claim(RULES.compilations().label(), 1, List.of());
        return new Sample(title, body, path, zones, List.of(claim));
    }

    Sample zone(String name, String text) {
        List<Zone> more = new ArrayList<>(zones);
        more.add(new Zone(name, "zone.test", text, 0));
        return new Sample(title, body, path, more, status);
    }

    Attributes attributes() {
        return Enrich.attributes(cleaned(), layout(), path, RULES);
    }

    Optional<Evidence> marking() {
        return Enrich.secrecyMarking(cleaned(), layout(), path, RULES);
    }

    String text() {
        return title.isEmpty() || body.isEmpty() ? title + body : title + "\n" + body;
    }

    private Cleaned cleaned() {
        return new Cleaned(text(), text(), Optional.empty(), zones, List.of(), List.of(), Optional.empty(), status);
    }

    private Layout layout() {
        Optional<Span> span = title.isEmpty() ? Optional.empty() : Optional.of(new Span(0, title.length()));
        List<Block> blocks = new ArrayList<>();
        List<Heading> outline = new ArrayList<>();
        int start = 0;
        for (String line : text().split("\n", -1)) {
            Span whole = new Span(start, start + line.length());
            boolean heading = line.startsWith("一、") && line.length() < 30;
            blocks.add(new Block(heading ? Block.Kind.HEADING : Block.Kind.PARAGRAPH, whole));
            if (heading) {
                outline.add(new Heading(1, 1, whole));
            }
            start = whole.end() + 1;
        }
        return new Layout(span.map(s -> title), span, blocks, outline, List.of());
    }
}
