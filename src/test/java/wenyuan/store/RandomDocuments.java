package wenyuan.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import wenyuan.model.Attributes;
import wenyuan.model.Block;
import wenyuan.model.Claim;
import wenyuan.model.Completeness;
import wenyuan.model.Dating;
import wenyuan.model.Document;
import wenyuan.model.Evidence;
import wenyuan.model.Extraction;
import wenyuan.model.FormulaUse;
import wenyuan.model.Heading;
import wenyuan.model.Label;
import wenyuan.model.PageDate;
import wenyuan.model.Place;
import wenyuan.model.Repair;
import wenyuan.model.Slot;
import wenyuan.model.Source;
import wenyuan.model.Span;
import wenyuan.model.WorkYear;
import wenyuan.model.Zone;

/** Documents of any shape, the odd characters included; the same again from the same seed. */
final class RandomDocuments {
    private static final String ODD = "党建\n\t\"\\<\u0000\u200b😀𠮷é※　A1";

    private final Random random;

    RandomDocuments(long seed) {
        random = new Random(seed);
    }

    Document document(String id, Source source) {
        return new Document(
                id,
                string(),
                maybe(this::span),
                string(),
                many(() -> new Block(one(Block.Kind.values()), span())),
                many(() -> new Heading(1 + random.nextInt(5), random.nextInt(20), span())),
                many(this::span),
                many(() -> new Slot(one(Slot.Kind.values()), span())),
                many(() -> new Zone(string(), string(), string(), random.nextInt(100))),
                many(() -> new Repair(string(), span(), string(), string())),
                maybe(() -> new Completeness(random.nextInt(101), evidence())),
                attributes(),
                List.of(source),
                Integer.toHexString(random.nextInt(3)),
                string());
    }

    Extraction.Text extraction() {
        return new Extraction.Text(
                string(), one(Extraction.Form.values()), "text/plain", "UTF-8", Map.of("dc:title", string()));
    }

    String string() {
        int length = random.nextInt(30);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    ODD.codePointAt(ODD.offsetByCodePoints(0, random.nextInt(ODD.codePointCount(0, ODD.length())))));
        }
        return text.toString();
    }

    private Attributes attributes() {
        return new Attributes(
                maybe(this::claim),
                many(this::claim),
                maybe(this::claim),
                dating(),
                maybe(() -> new WorkYear(random.nextInt(3000), many(this::evidence))),
                maybe(() -> new PageDate(LocalDate.ofEpochDay(random.nextInt(30_000)), evidence())),
                maybe(this::claim),
                maybe(this::claim),
                maybe(this::claim),
                many(this::claim),
                many(this::claim),
                List.of(),
                many(() -> new FormulaUse(claim().label(), many(this::evidence), 1 + random.nextInt(9))),
                List.of(),
                List.of());
    }

    private Dating dating() {
        return switch (random.nextInt(5)) {
            case 0 -> new Dating.Known(random.nextInt(3000), many(this::evidence));
            case 1 -> new Dating.Inferred(random.nextInt(3000), many(this::evidence));
            case 2 -> new Dating.Disputed(2018, List.of(2019, 2018), many(this::evidence));
            case 3 -> new Dating.PageOnly(many(this::evidence));
            default -> new Dating.Unknown(many(this::evidence));
        };
    }

    private Claim claim() {
        return new Claim(new Label(string(), string()), random.nextDouble(), many(this::evidence));
    }

    Evidence evidence() {
        Place place = switch (random.nextInt(3)) {
            case 0 -> new Place.Text();
            case 1 -> new Place.PageZone(string());
            default -> new Place.FileName();
        };
        return new Evidence(string(), place, string(), span());
    }

    private Span span() {
        int start = random.nextInt(1000);
        return new Span(start, start + random.nextInt(50));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> many(Supplier<T> value) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value.get());
        }
        return list;
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
