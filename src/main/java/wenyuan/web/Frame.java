package wenyuan.web;

import java.util.Map;
import java.util.Optional;

/**
 * What is around every page.
 *
 * @param say texts of the interface
 * @param otherLanguage where the same page is had in the other language
 * @param assets addresses of style sheet, scripts and icon, by file name
 * @param user who is logged in
 * @param administers whether they are an admin
 * @param edits whether they may correct labels
 * @param csrf what a form of this session must send back; empty without a session
 */
public record Frame(
        Messages say,
        String otherLanguage,
        Map<String, String> assets,
        Optional<String> user,
        boolean administers,
        boolean edits,
        String csrf) {
    /** Where this file is fetched from. */
    public String asset(String file) {
        return assets.getOrDefault(file, "");
    }

    /** Whether there is a way to administration: for admins, and for those who may turn out to be one. */
    public boolean showsAdministration() {
        return administers || user.isEmpty();
    }
}
