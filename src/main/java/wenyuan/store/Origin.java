package wenyuan.store;

import wenyuan.model.Source;

/**
 * Which file is meant, told apart from a file of the same relative path in another imported folder.
 *
 * @param root the name given to the import by {@code --source}, else the real path of the imported file or folder
 * @param path path as shown, below that root
 * @param collection name of the collection, for people
 */
public record Origin(String root, String path, String collection) {
    Source source() {
        return new Source(path, collection, false);
    }
}
