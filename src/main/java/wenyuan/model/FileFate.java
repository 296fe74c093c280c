package wenyuan.model;

/**
 * One row of an import's report.
 *
 * @param path path as shown
 * @param fate what became of it
 */
public record FileFate(String path, Fate fate) {}
