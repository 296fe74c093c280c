package wenyuan.model;

/**
 * A half-open stretch of a text in UTF-16 units.
 *
 * @param start first unit, counted from 0
 * @param end one past the last unit, not before {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {
    /** Refuses a stretch that starts before the text or ends before it starts. */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A span runs forward from 0 on, not from " + start + " to " + end);
        }
    }

    /** Length in UTF-16 units. */
    public int length() {
        return end - start;
    }

    /** The characters of {@code text} that this span covers. */
    public String of(String text) {
        return text.substring(start, end);
    }

    /** Whether {@code other} lies wholly inside this span. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** Whether the two spans share at least one unit. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** The same stretch seen from a text that begins {@code distance} units earlier. */
    public Span shift(int distance) {
        return new Span(start + distance, end + distance);
    }

    /** Orders by start, then by end. */
    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
