package wenyuan.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wenyuan.model.Formula;
import wenyuan.model.Formulas;
import wenyuan.query.Field;

/**
 * The ledger of formulas, ready to be printed.
 *
 * @param rows earliest first
 * @param outdated number of those that have a successor
 */
public record FormulasView(List<Row> rows, long outdated) {
    /**
     * One formula.
     *
     * @param anchor unique on the page
     * @param variants other ways to write it
     * @param since when it was first seen
     * @param source where that is said
     * @param checked whether it was looked up
     * @param successors what has taken its place, and what that one's place; none while it is current
     * @param related formulas that are read together with it
     * @param note what else to know; may be empty
     * @param documents number of documents that use it
     * @param url these documents
     */
    public record Row(
            String anchor,
            String wording,
            List<String> variants,
            String since,
            String source,
            boolean checked,
            List<Link> successors,
            List<Link> related,
            String note,
            long documents,
            String url) {}

    /** A link to another row. */
    public record Link(String wording, String anchor) {}

    static FormulasView of(Formulas formulas, Map<String, Long> documents) {
        List<Row> rows = formulas.all().stream()
                .sorted(Comparator.comparing(formula -> formula.firstSeen().date()))
                .map(formula -> row(formula, formulas, documents))
                .toList();
        return new FormulasView(
                rows, rows.stream().filter(row -> !row.successors().isEmpty()).count());
    }

    private static Row row(Formula formula, Formulas formulas, Map<String, Long> documents) {
        String id = formula.label().id();
        return new Row(
                anchor(formula),
                formula.label().name(),
                formula.variants(),
                formula.firstSeen().date(),
                formula.firstSeen().source(),
                formula.firstSeen().checked(),
                successors(formula, formulas),
                formula.related().stream()
                        .flatMap(related -> formulas.find(related).stream())
                        .map(FormulasView::link)
                        .toList(),
                formula.note(),
                documents.getOrDefault(id, 0L),
                Address.of("").toggle(Field.FORMULA, id).url());
    }

    private static List<Link> successors(Formula formula, Formulas formulas) {
        return Stream.iterate(
                        formula.successor().flatMap(formulas::find),
                        Optional::isPresent,
                        next -> next.flatMap(Formula::successor).flatMap(formulas::find))
                .flatMap(Optional::stream)
                .map(FormulasView::link)
                .toList();
    }

    private static Link link(Formula formula) {
        return new Link(formula.label().name(), anchor(formula));
    }

    private static String anchor(Formula formula) {
        return "f-" + formula.label().id();
    }
}
