package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.List;
import wenyuan.model.Repair;
import wenyuan.model.Span;

/**
 * A stretch of text as repaired so far, with the repairs that lead back to what it was. Immutable.
 *
 * @param text the present state
 * @param repairs what was changed, in text order, spans in {@code text}; they do not overlap
 */
record Draft(String text, List<Repair> repairs) {
    Draft {
        repairs = List.copyOf(repairs);
    }

    /** One replacement still to be made; spans count in the text of the draft it is made to. */
    record Change(String rule, Span span, String after) {}

    static Draft of(String raw) {
        return new Draft(raw, List.of());
    }

    boolean blank() {
        return text.isBlank();
    }

    /** The draft after {@code changes}, which are in text order. A change that touches an earlier repair absorbs it. */
    Draft with(List<Change> changes) {
        return changes.isEmpty() ? this : new Rewrite(this).run(changes);
    }

    /** The stretch {@code part} as a draft of its own; no repair may lie across its borders. */
    Draft part(Span part) {
        List<Repair> inside = repairs.stream()
                .filter(repair -> part.contains(repair.span()) && belongs(repair.span(), part))
                .map(repair -> shift(repair, -part.start()))
                .toList();
        return new Draft(part.of(text), inside);
    }

    /** The same draft without blanks at both ends. */
    Draft trim() {
        int start = 0;
        int end = text.length();
        while (start < end && blank(text.charAt(start))) {
            start++;
        }
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        return start == 0 && end == text.length() ? this : clamped(new Span(start, end));
    }

    /** The stretch {@code part}; what was repaired beside it moves to its border. */
    private Draft clamped(Span part) {
        String rest = part.of(text);
        List<Repair> moved = repairs.stream()
                .map(repair -> {
                    Span span = new Span(
                            clamp(repair.span().start(), part),
                            clamp(repair.span().end(), part));
                    return new Repair(repair.rule(), span, repair.before(), span.of(rest));
                })
                .toList();
        return new Draft(rest, moved);
    }

    private static int clamp(int offset, Span part) {
        return Math.clamp(offset, part.start(), part.end()) - part.start();
    }

    /** What the text was before any repair. */
    String raw() {
        return raw(new Span(0, text.length()));
    }

    /** What stood at {@code span} before any repair; repairs at its borders are taken in. */
    String raw(Span span) {
        StringBuilder raw = new StringBuilder();
        int from = span.start();
        for (Repair repair : repairs) {
            if (repair.span().start() >= from && repair.span().end() <= span.end()) {
                raw.append(text, from, repair.span().start()).append(repair.before());
                from = repair.span().end();
            }
        }
        return raw.append(text, from, span.end()).toString();
    }

    /** Where the raw form of {@code span} stands in {@link #raw()}. */
    Span rawSpan(Span span) {
        int start = raw(new Span(0, span.start())).length();
        return new Span(start, raw(new Span(0, span.end())).length());
    }

    static Repair shift(Repair repair, int distance) {
        return new Repair(repair.rule(), repair.span().shift(distance), repair.before(), repair.after());
    }

    static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** A deletion on a border belongs to the part it follows, so that it is never in two. */
    private static boolean belongs(Span repair, Span part) {
        return repair.length() > 0 || repair.start() > part.start() || part.start() == 0;
    }

    /** One pass over a draft: old repairs are moved, changes are made. */
    private static final class Rewrite {
        private final Draft old;
        private final StringBuilder out = new StringBuilder();
        private final List<Repair> repairs = new ArrayList<>();
        private int from;
        private int next;

        Rewrite(Draft old) {
            this.old = old;
        }

        Draft run(List<Change> changes) {
            for (Change change : changes) {
                if (change.span().start() >= from) {
                    moveUntil(change.span().start());
                    make(change);
                }
            }
            moveUntil(old.text.length());
            out.append(old.text, from, old.text.length());
            return new Draft(out.toString(), repairs);
        }

        private void moveUntil(int end) {
            while (next < old.repairs.size() && old.repairs.get(next).span().end() <= end) {
                repairs.add(shift(old.repairs.get(next++), out.length() - from));
            }
        }

        private void make(Change change) {
            int start = change.span().start();
            int end = change.span().end();
            int first = next;
            while (next < old.repairs.size() && old.repairs.get(next).span().start() < end) {
                start = Math.min(start, old.repairs.get(next).span().start());
                end = Math.max(end, old.repairs.get(next++).span().end());
            }
            String after = old.text.substring(start, change.span().start())
                    + change.after()
                    + old.text.substring(change.span().end(), end);
            out.append(old.text, from, start);
            String before = new Draft(old.text, old.repairs.subList(first, next)).raw(new Span(start, end));
            repairs.add(
                    new Repair(change.rule(), new Span(out.length(), out.length() + after.length()), before, after));
            out.append(after);
            from = end;
        }
    }
}
