package wenyuan.model;

/**
 * A part of a saved page that is not the author's text. Kept and shown, not searched.
 *
 * @param name which part, as named in {@code index-config/pages.yaml}: masthead, notice, outline, truncation, tail …
 * @param rule id of the rule that decided so
 * @param text its lines, joined by {@code \n}
 * @param before offset in the clean text in front of which it stood
 */
public record Zone(String name, String rule, String text, int before) {}
