package wenyuan.model;

import java.util.regex.Pattern;

/**
 * One line of {@code index-config}.
 *
 * @param id the name that evidence and repairs carry, unique in its file
 * @param pattern what it looks for, written in normal form
 */
public record Rule(String id, Pattern pattern) {}
