package wenyuan.web;

import java.util.Map;
import java.util.Optional;

/**
 * What is around every page.
 *
 * @param say texts of the interface
 * @param assets addresses of style sheet, scripts and icon, by file name
 * @param user who is logged in
 * @param csrf what a form of this session must send back; empty without a session
 */
public record Frame(Messages say, Map<String, String> assets, Optional<String> user, String csrf) {
    /** Where this file is fetched from. */
    public String asset(String file) {
        return assets.getOrDefault(file, "");
    }
}
