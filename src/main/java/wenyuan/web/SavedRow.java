package wenyuan.web;

import java.util.List;

/**
 * A saved search in the list.
 *
 * @param choices its filters in words
 * @param documents found, or at least that many when not {@code exact}
 * @param fresh number of those that came after the last look
 * @param newest some of them
 * @param seen the last look
 */
public record SavedRow(
        String name,
        String query,
        String choices,
        String url,
        long documents,
        boolean exact,
        int fresh,
        List<ThemeView.Paper> newest,
        String seen) {
    public SavedRow {
        newest = List.copyOf(newest);
    }
}
