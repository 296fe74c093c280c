package wenyuan.model;

/**
 * A place a document came from.
 *
 * @param path path as shown: relative to the imported folder, or {@code archive.zip!/path} for an entry
 * @param collection the name given by {@code --source}, else the name of the imported file or folder
 * @param replaced whether other bytes have since been seen at this path
 */
public record Source(String path, String collection, boolean replaced) {}
