package wenyuan.search;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wenyuan.model.Formula;
import wenyuan.model.Formulas;
import wenyuan.model.Span;
import wenyuan.query.Query;
import wenyuan.text.Normal;

/** Finds old wordings in what a user looks for, be it plain words or a quoted string. Pure. */
public final class Notes {
    private final String typed;
    private final Formulas formulas;
    private final List<Part> parts;

    private Notes(String typed, Query query, Formulas formulas) {
        this.typed = typed;
        this.formulas = formulas;
        this.parts = parts(query).toList();
    }

    /** Words that are looked for. */
    private record Part(String text, boolean quoted) {}

    /** An old formula in such words, in units of the words, and what is said today. */
    private record Old(Part part, Formula formula, Span span, Formula current) {}

    /**
     * A note for each formula that has a successor which the query does not look for as well.
     *
     * @param typed what {@code query} was read from
     */
    public static List<Note> of(String typed, Query query, Formulas formulas) {
        return new Notes(typed, query, formulas).notes();
    }

    private List<Note> notes() {
        Set<Formula> used = parts.stream()
                .flatMap(part -> formulas.in(Normal.of(part.text()).text()).stream())
                .map(Formulas.Found::formula)
                .collect(toSet());
        List<Note> notes = new ArrayList<>();
        for (Part part : parts) {
            old(part)
                    .filter(old -> used.contains(old.formula()) && !used.contains(old.current()))
                    .forEach(old -> {
                        used.remove(old.formula());
                        notes.add(note(old));
                    });
        }
        return notes;
    }

    private Stream<Old> old(Part part) {
        Normal normal = Normal.of(part.text());
        return formulas.in(normal.text()).stream()
                .flatMap(found -> formulas.current(found.formula()).stream()
                        .map(current -> new Old(part, found.formula(), normal.source(found.span()), current)));
    }

    private Note note(Old old) {
        String wording = old.span().of(old.part().text());
        String successor = old.current().label().name();
        Optional<Span> place = place(old);
        String instead = place.map(span -> with(quoted(successor, old.part().quoted()), span))
                .orElse(quoted(successor, false));
        return new Note(
                "“" + bare(wording) + "”是旧提法，现为：“" + bare(successor) + "”",
                wording,
                successor,
                place.orElse(new Span(0, typed.length())),
                instead,
                grouped(typed) + " OR " + grouped(instead));
    }

    private Optional<Span> place(Old old) {
        int at = typed.indexOf(old.part().text());
        return at < 0 ? Optional.empty() : Optional.of(old.span().shift(at));
    }

    private String with(String words, Span place) {
        return typed.substring(0, place.start()) + words + typed.substring(place.end());
    }

    /** Punctuation counts for nothing in a quoted string, and a quotation mark would end it. */
    private static String quoted(String wording, boolean inQuotes) {
        return inQuotes ? bare(wording) : "\"" + bare(wording) + "\"";
    }

    private static String bare(String wording) {
        return wording.replaceAll("[“”\"]", "");
    }

    private String grouped(String query) {
        return parts.size() == 1 && !query.contains(" ") ? query : "(" + query + ")";
    }

    private static Stream<Part> parts(Query query) {
        return switch (query) {
            case Query.Words words -> Stream.of(new Part(words.text(), false));
            case Query.Verbatim verbatim -> Stream.of(new Part(verbatim.text(), true));
            case Query.Pattern pattern -> pattern.pieces().stream().map(piece -> new Part(piece, true));
            case Query.Near near -> near.pieces().stream().map(piece -> new Part(piece, true));
            case Query.Widened widened -> parts(widened.typed());
            case Query.Masked masked -> Stream.of(new Part(masked.text(), true));
            case Query.Thought thought -> Stream.of(new Part(thought.text(), false));
            case Query.And and -> and.parts().stream().flatMap(Notes::parts);
            case Query.Or or -> or.parts().stream().flatMap(Notes::parts);
            case Query.All all -> Stream.empty();
            case Query.Filter filter -> Stream.empty();
            case Query.Years years -> Stream.empty();
            case Query.Parts number -> Stream.empty();
            case Query.Not not -> Stream.empty();
        };
    }
}
