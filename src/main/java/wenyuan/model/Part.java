package wenyuan.model;

import java.util.Optional;

/**
 * One of the texts that a file holds; most files hold one.
 *
 * @param cleaned the text with everything that belongs to it, counted from its own beginning
 * @param number which of a compilation, from 1 on; empty when the file holds one text
 */
public record Part(Cleaned cleaned, Optional<Integer> number) {}
