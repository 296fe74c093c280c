package wenyuan.ingest.enrich;

import wenyuan.model.Chronology.Batch;
import wenyuan.model.Evidence;

/**
 * What one piece of evidence says about the year of the meeting.
 *
 * @param from first year it allows
 * @param to last year it allows
 * @param strength from 0 to 1
 * @param evidence the words
 */
record Clue(int from, int to, double strength, Evidence evidence) {
    static final int NO_START = 0;
    static final int NO_END = 9999;
    /** From here on a piece of evidence stands on its own. */
    static final double STRONG = 0.8;
    /** From here on it needs no second one. */
    static final double PROOF = 0.9;

    static Clue exactly(int year, double strength, Evidence evidence) {
        return new Clue(year, year, strength, evidence);
    }

    static Clue notBefore(int year, double strength, Evidence evidence) {
        return new Clue(year, NO_END, strength, evidence);
    }

    static Clue notAfter(int year, Evidence evidence) {
        return new Clue(NO_START, year, 0.9, evidence);
    }

    boolean bound() {
        return from == NO_START || to == NO_END;
    }

    boolean exact() {
        return from == to;
    }

    boolean strong() {
        return !bound() && strength >= STRONG;
    }

    boolean allows(int year) {
        return from <= year && year <= to;
    }

    /** The same clue for a unit of {@code batch}; unchanged when it only bounds, or says otherwise. */
    Clue within(Batch batch) {
        boolean meets = !bound() && batch.from() <= to && from <= batch.to();
        return meets ? new Clue(Math.max(from, batch.from()), Math.min(to, batch.to()), strength, evidence) : this;
    }

    /** The same clue for a page that was published in {@code last}; what only a page's date closes is no proof. */
    Clue until(int last) {
        return to <= last ? this : new Clue(from, last, Math.min(strength, STRONG), evidence);
    }
}
