package wenyuan.web;

/**
 * A page out of a long list.
 *
 * @param from number of rows left out before it
 * @param size rows on a page
 * @param total rows in all
 * @param base address to which the {@code from} of another page is added
 */
public record Window(int from, int size, long total, String base) {
    /** Whether there is anything before. */
    public boolean before() {
        return from > 0;
    }

    /** Whether there is anything after. */
    public boolean after() {
        return (long) from + size < total;
    }

    /** Address of the page before. */
    public String previous() {
        return base + Math.max(0, from - size);
    }

    /** Address of the page after. */
    public String next() {
        return base + (from + size);
    }

    /** Number of the first row shown. */
    public long first() {
        return Math.min(from + 1L, total);
    }

    /** Number of the last row shown. */
    public long last() {
        return Math.min((long) from + size, total);
    }
}
