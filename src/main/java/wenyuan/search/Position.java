package wenyuan.search;

/**
 * A point in the life of a store.
 *
 * @param storeId the store's random id; empty when an index has never been committed
 * @param change number of the last change that is included
 */
public record Position(String storeId, long change) {
    /** Before everything. */
    public static final Position NONE = new Position("", 0);
}
