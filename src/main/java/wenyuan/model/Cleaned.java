package wenyuan.model;

import java.util.List;
import java.util.Optional;

/**
 * The author's text, freed from what the page, the site and the file format added.
 *
 * @param text paragraphs, one a line, joined by {@code \n}; no empty lines, no leading or trailing blanks in a line
 * @param page the whole text as extracted, before any repair: what {@code show --raw} prints
 * @param pageTitle the title a page declares outside the body (h1, title element), when there is one
 * @param zones what was set apart, in page order
 * @param repairs what was changed, in text order
 * @param slots placeholders, in text order
 * @param completeness set when the page says how much it shows
 * @param status truncated, repaired, slots-heavy … with evidence
 */
public record Cleaned(
        String text,
        String page,
        Optional<String> pageTitle,
        List<Zone> zones,
        List<Repair> repairs,
        List<Slot> slots,
        Optional<Completeness> completeness,
        List<Claim> status) {
    public Cleaned {
        zones = List.copyOf(zones);
        repairs = List.copyOf(repairs);
        slots = List.copyOf(slots);
        status = List.copyOf(status);
    }
}
