package wenyuan.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import wenyuan.model.Attributes;
import wenyuan.model.Claim;
import wenyuan.model.Correctable;
import wenyuan.model.Document;
import wenyuan.model.Label;
import wenyuan.model.Taxonomy;

/**
 * What a field of a document might be instead, likeliest first: what its twins have, the other readings of its evidence, labels
 * whose names stand in the title, then in the opening, then the first of a short list.
 */
record Alternatives(Taxonomy taxonomy, Document document, List<Document> twins) {
    private static final int MOST = 7;
    private static final int SHORT_LIST = 9;
    private static final int OPENING = 400;
    private static final int YEARS_IN = 3_000;
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19[4-9]\\d|20[0-4]\\d)(?!\\d)");
    private static final Pattern NAME_ENDS = Pattern.compile("[/·、（）()]");

    /** Those of {@code field}, without what the document has. */
    List<Label> of(Correctable field) {
        Set<Label> found = new LinkedHashSet<>();
        twins.forEach(twin -> found.addAll(field.of(twin.attributes())));
        if (field.isYear()) {
            years(found);
        } else {
            labels(field, found);
        }
        found.removeAll(field.of(document.attributes()));
        return found.stream().limit(MOST).toList();
    }

    private void years(Set<Label> found) {
        Attributes attributes = document.attributes();
        Stream<Integer> read = Stream.concat(
                attributes.dating().years().stream(),
                attributes.workYear().stream().flatMap(work -> Stream.of(work.year(), work.year() + 1)));
        Stream<Integer> page =
                attributes.pageDate().stream().map(date -> date.date().getYear());
        Stream.of(read, written(), page).flatMap(all -> all).forEach(year -> found.add(label(year)));
    }

    private Stream<Integer> written() {
        String text = document.text();
        String head = document.title() + "\n" + text.substring(0, Math.min(text.length(), YEARS_IN));
        return YEAR.matcher(head)
                .results()
                .map(match -> Integer.valueOf(match.group()))
                .distinct();
    }

    private void labels(Correctable field, Set<Label> found) {
        List<Label> all = field.labels(taxonomy);
        if (field == Correctable.TYPE) {
            document.attributes().otherMeetings().stream().map(Claim::label).forEach(found::add);
        }
        String text = document.text();
        Stream.of(document.title(), text.substring(0, Math.min(text.length(), OPENING)))
                .forEach(passage ->
                        all.stream().filter(label -> named(label, passage)).forEach(found::add));
        int few = all.size() <= SHORT_LIST ? all.size() : 0;
        IntStream.range(0, few).forEach(i -> found.add(all.get(i)));
    }

    private static boolean named(Label label, String passage) {
        return Stream.of(NAME_ENDS.split(label.name(), 0))
                .anyMatch(part -> part.length() > 1 && passage.contains(part));
    }

    private static Label label(int year) {
        return new Label("" + year, "" + year);
    }
}
