package wenyuan.web;

import java.util.List;
import java.util.Optional;
import wenyuan.store.Clippings;

/**
 * A user's passages, ready to be printed.
 *
 * @param user empty for whoever sits at this machine
 * @param chosen the folder that is shown
 */
public record ClippingsView(
        String user, List<Clippings.Folder> folders, Optional<Clippings.Folder> chosen, List<Row> rows) {
    /**
     * A passage.
     *
     * @param url the reader at the passage; empty when the document is gone
     * @param source title and year in one line
     * @param others names of other folders that it is in
     */
    public record Row(long id, String quote, String source, String url, String note, List<String> others) {}
}
